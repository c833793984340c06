import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { intakeFiguresQuery } from '../../../api/violations.ts';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { useFormat } from '../../../format/use-format.ts';
import { CountChart } from './count-chart.tsx';
import { addedUp, sum } from './sum-figures.ts';

/** What became of what was suspected, and why the rest was dropped. */
export function IntakePanel({ from, to }: { from: string; to: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data, error, refetch } = useQuery(intakeFiguresQuery(from, to));
  if (error && !data) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Skeleton height={200} />;
  const suspected = sum(data.kinds, (kind) => kind.suspected);
  const opened = sum(data.kinds, (kind) => kind.opened);
  const drops = addedUp(data.kinds.map(({ dropped }) => dropped)).filter(({ count }) => count > 0);
  if (suspected === 0) return <p className="quiet">{t('violationFigures.intakeNone')}</p>;
  const first = drops[0];
  const counts = { suspected: format.number(suspected), opened: format.number(opened) };
  if (first === undefined) return <p>{t('violationFigures.intakeFoundNone', counts)}</p>;
  return (
    <CountChart
      title={t('violationFigures.intakeFound', {
        ...counts,
        dropped: format.number(sum(drops, ({ count }) => count)),
        reason: t(`violationFigures.drops.${first.name}`),
      })}
      name={t('violationFigures.drop')}
      bars={drops.map(({ name, count }) => ({ name: t(`violationFigures.drops.${name}`), count }))}
    />
  );
}
