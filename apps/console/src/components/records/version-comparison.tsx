import type { RecordDifference } from '@amaan/contracts/governance/record-comparison';
import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { recordComparisonQuery } from '../../api/records.ts';
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
  const { data: comparison, error } = useQuery(recordComparisonQuery(id, from, to));
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
          <Side title={t('documents.version', { version: format.number(from) })} kind="before">
            {change === 'added' ? '' : words.textOf(before, path)}
          </Side>
          <Side title={t('documents.version', { version: format.number(to) })} kind="after">
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
