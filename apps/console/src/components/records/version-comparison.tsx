import type { RecordComparison, RecordDifference } from '@amaan/contracts/governance/record-comparison';
import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { recordComparisonQuery, recordsComparisonQuery } from '../../api/records.ts';
import { useFormat } from '../../format/use-format.ts';
import { Mark, type Shape, type Tone } from '../mark.tsx';
import { ProblemLine } from '../problem-notice.tsx';
import type { ComparisonWords } from './comparison-words.ts';
import classes from './records.module.css';

const CHANGE_MARKS: Record<RecordDifference['change'], { shape: Shape; tone: Tone }> = {
  added: { shape: 'circle', tone: 'good' },
  changed: { shape: 'diamond', tone: 'low' },
  removed: { shape: 'square', tone: 'high' },
};

/** Two versions side by side, change by change. */
export function VersionComparison({
  id,
  from,
  to,
  words,
}: {
  id: string;
  from: number;
  to: number;
  words: ComparisonWords;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const query = useQuery(recordComparisonQuery(id, from, to));
  const titleOf = (version: number) => t('documents.version', { version: format.number(version) });
  return <Comparison query={query} titles={[titleOf(from), titleOf(to)]} words={words} />;
}

/** Two records of one kind and AI system side by side, each in its newest version. */
export function RecordsComparison({
  id,
  earlier,
  titles,
  words,
}: {
  id: string;
  earlier: string;
  titles: readonly [string, string];
  words: ComparisonWords;
}) {
  return <Comparison query={useQuery(recordsComparisonQuery(id, earlier))} titles={titles} words={words} />;
}

function Comparison({
  query: { data: comparison, error },
  titles,
  words,
}: {
  query: { readonly data: RecordComparison | undefined; readonly error: Error | null };
  titles: readonly [string, string];
  words: ComparisonWords;
}) {
  const { t } = useTranslation();
  if (error) return <ProblemLine error={error} />;
  if (comparison === undefined) return <Skeleton height={80} />;
  const shown = comparison.differences.flatMap((difference) => {
    const label = words.labelOf(difference.path);
    return label === null ? [] : [{ ...difference, label }];
  });
  if (shown.length === 0) return <p className="quiet">{t('documents.noDifference')}</p>;
  const { note } = comparison.to;
  return (
    <div className={classes.comparison}>
      <p className="quiet">
        {t('documents.differences', { count: shown.length })}
        {note !== '' && (
          <>
            {' · '}
            <q dir="auto">{note}</q>
          </>
        )}
      </p>
      {shown.map(({ path, change, before, after, label }) => (
        <section key={path.join('/')} className={classes.difference}>
          <h4 dir="auto">
            {label} <Mark {...CHANGE_MARKS[change]}>{t(`documents.change.${change}`)}</Mark>
          </h4>
          <Side title={titles[0]} kind="before">
            {change === 'added' ? '' : words.textOf(before, path)}
          </Side>
          <Side title={titles[1]} kind="after">
            {change === 'removed' ? '' : words.textOf(after, path)}
          </Side>
        </section>
      ))}
    </div>
  );
}

function Side({ title, kind, children }: { title: string; kind: 'before' | 'after'; children: string }) {
  const { t } = useTranslation();
  return (
    <div className={classes.side} data-side={kind}>
      <span className="quiet">{title}</span>
      {children === '' ? (
        <p className="quiet">{t('documents.nothing')}</p>
      ) : kind === 'before' ? (
        <del dir="auto">{children}</del>
      ) : (
        <ins dir="auto">{children}</ins>
      )}
    </div>
  );
}
