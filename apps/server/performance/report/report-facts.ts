import type { ServicePerformance } from '@amaan/contracts/performance';
import type { CallPerformance } from '@amaan/contracts/service/call-performance';
import type { ControlChart } from '@amaan/contracts/service/control-chart';
import type { DataQuality } from '@amaan/contracts/service/data-quality';
import type { LeagueTable } from '@amaan/contracts/service/league-table';
import type { WeeklyReport } from '@amaan/contracts/service/weekly-report';

/** All that a weekly report says. It is handed to the thread that draws, so it is plain data. */
export interface ReportFacts extends Pick<WeeklyReport, 'from' | 'to' | 'simulated' | 'madeAt'> {
  readonly organisation: string;
  /** The site that it is of; null: of all. */
  readonly site: string | null;
  readonly alerts: ServicePerformance;
  readonly calls: CallPerformance;
  /** Share of calls in time, day by day, over the weeks before as well. */
  readonly chart: ControlChart;
  /** Sites by the median time to arrival; of one site, its stations. */
  readonly league: LeagueTable;
  readonly quality: DataQuality;
}
