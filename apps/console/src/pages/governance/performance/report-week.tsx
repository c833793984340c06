import type { WeeklyReport } from '@amaan/contracts/service/weekly-report';
import { SimulatedMark } from '../../../components/status-marks.tsx';
import { useFormat } from '../../../format/use-format.ts';

/** The first and the last day of a report's week. */
export function ReportWeek({ from, to, simulated }: Pick<WeeklyReport, 'from' | 'to' | 'simulated'>) {
  const format = useFormat();
  return (
    <>
      <bdi>{format.date(from)}</bdi> – <bdi>{format.date(new Date(Date.parse(to) - 1).toISOString())}</bdi>{' '}
      {simulated && <SimulatedMark />}
    </>
  );
}
