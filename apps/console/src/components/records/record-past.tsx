import { Select, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { recordHistoryQuery } from '../../api/records.ts';
import { useFormat } from '../../format/use-format.ts';
import { ProblemLine } from '../problem-notice.tsx';
import type { ComparisonWords } from './comparison-words.ts';
import classes from './records.module.css';
import { SignatureList } from './signature-list.tsx';
import { VersionComparison } from './version-comparison.tsx';

/** The past of a record: its signatures, its versions, and any two of them side by side. */
export function RecordPast({ id, words }: { id: string; words: ComparisonWords }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data: history, error } = useQuery(recordHistoryQuery(id));
  const [picked, setPicked] = useState<{ from: number; to: number } | null>(null);
  if (error) return <ProblemLine error={error} />;
  if (history === undefined) return <Skeleton height={120} />;
  const { versions, signatures } = history;
  const newest = versions.length;
  const { from, to } = picked ?? { from: Math.max(1, newest - 1), to: newest };
  const choices = versions.map(({ version, at, by }) => ({
    value: String(version),
    label: `${t('documents.version', { version: format.number(version) })} · ${by.name} · ${format.dateTime(at)}`,
  }));
  return (
    <>
      <section className={classes.block}>
        <h3>{t('documents.signatures')}</h3>
        <SignatureList signatures={signatures} />
      </section>
      <section className={classes.block}>
        <h3>{t('documents.versions')}</h3>
        {newest === 1 ? (
          <p className="quiet">{t('documents.oneVersion')}</p>
        ) : (
          <>
            <div className={classes.pair}>
              <Select
                label={t('documents.compareFrom')}
                data={choices}
                value={String(from)}
                allowDeselect={false}
                onChange={(value) => setPicked({ from: Number(value), to })}
              />
              <Select
                label={t('documents.compareTo')}
                data={choices}
                value={String(to)}
                allowDeselect={false}
                onChange={(value) => setPicked({ from, to: Number(value) })}
              />
            </div>
            <VersionComparison id={id} from={from} to={to} words={words} />
          </>
        )}
      </section>
    </>
  );
}
