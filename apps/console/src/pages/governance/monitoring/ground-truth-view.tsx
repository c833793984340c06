import type { GroundTruthSet } from '@amaan/contracts/ground-truth';
import { Button, Skeleton } from '@mantine/core';
import { IconChecklist, IconUpload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../access.ts';
import { groundTruthQuery } from '../../../api/monitoring.ts';
import { DigestText } from '../../../components/digest-text.tsx';
import { EmptyNotice } from '../../../components/empty-notice.tsx';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { SimulatedMark } from '../../../components/status-marks.tsx';
import { useFormat } from '../../../format/use-format.ts';
import { FigureText } from './figure-text.tsx';
import { GroundTruthDialog } from './ground-truth-dialog.tsx';
import classes from './monitoring.module.css';
import { RefusedLines } from './refused-lines.tsx';

/** Audit sets, newest first, each with the error rates of its parts. */
export function GroundTruthView() {
  const { t } = useTranslation();
  const may = useMay();
  const { data: sets, error, refetch } = useQuery(groundTruthQuery);
  const [adding, setAdding] = useState(false);
  if (error && !sets) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (sets === undefined) return <Skeleton height={240} />;
  return (
    <>
      {may('monitoring.change') && (
        <div>
          <Button leftSection={<IconUpload size={16} aria-hidden="true" />} onClick={() => setAdding(true)}>
            {t('monitoring.truth.add')}
          </Button>
        </div>
      )}
      {sets.length === 0 ? (
        <EmptyNotice
          icon={<IconChecklist />}
          title={t('monitoring.truth.empty')}
          hint={t('monitoring.truth.emptyHint')}
        />
      ) : (
        sets.map((set) => <SetPanel key={set.id} set={set} />)
      )}
      {adding && <GroundTruthDialog onClose={() => setAdding(false)} />}
    </>
  );
}

function SetPanel({ set }: { set: GroundTruthSet }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <section className={classes.panel}>
      <div className={classes.bar}>
        <h2>
          <bdi>{set.name}</bdi>
        </h2>
        <span>{t('monitoring.truth.kept', { count: set.kept })}</span>
        <span className="quiet">
          {t('monitoring.truth.uploaded', { name: set.uploadedBy, at: format.dateTime(set.uploadedAt) })}
        </span>
        <DigestText value={set.digest} />
      </div>
      <p className="prose quiet" dir="auto">
        {set.source}
      </p>
      <table className={classes.rates}>
        <caption>{t('monitoring.truth.rates')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('incidents.field.system')}</th>
            <th scope="col">{t('monitoring.truth.group')}</th>
            <th scope="col">{t('monitoring.truth.label')}</th>
            <th scope="col">{t('monitoring.truth.rate')}</th>
          </tr>
        </thead>
        <tbody>
          {set.rates.map(({ system, simulated, grouping, label, rate }) => (
            <tr key={`${system} ${simulated} ${grouping} ${label}`}>
              <td>
                <span className="ltr">{system}</span> {simulated && <SimulatedMark />}
              </td>
              <td>{t(`monitoring.truth.grouping.${grouping}`)}</td>
              <td>
                <bdi>{grouping === 'all' ? t('monitoring.truth.whole') : label}</bdi>
              </td>
              <td>
                <FigureText figure={rate} unit="share" />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <RefusedLines set={set} />
    </section>
  );
}
