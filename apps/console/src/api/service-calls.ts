import type { CallFeedInput, NewCallFeed } from '@amaan/contracts/service/call-feed';
import type {
  CallImport,
  CallImportInput,
  CallMapping,
  CallPreview,
} from '@amaan/contracts/service/call-import';
import type { CallPerformance } from '@amaan/contracts/service/call-performance';
import type { ControlChart, ControlChartQuery } from '@amaan/contracts/service/control-chart';
import type { DataQuality } from '@amaan/contracts/service/data-quality';
import type { CallSource } from '@amaan/contracts/service/emergency-call';
import type { LeagueQuery, LeagueTable } from '@amaan/contracts/service/league-table';
import type { WeeklyReports } from '@amaan/contracts/service/weekly-report';
import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from './client.ts';
import { performancePeriod } from './performance.ts';

const STEP_MS = 60_000;

/** Which calls or alerts are looked at. */
export interface ServiceSelection {
  readonly days: number;
  readonly simulated: boolean;
  readonly siteId?: string | undefined;
  readonly station?: string | undefined;
}

function queryOf({ days, simulated, siteId, station }: ServiceSelection) {
  return {
    ...performancePeriod(days, simulated),
    ...(siteId !== undefined && { siteId }),
    ...(station !== undefined && { station }),
  };
}

export const callPerformanceQuery = (selection: ServiceSelection) =>
  queryOptions({
    queryKey: ['performance', 'calls', selection],
    queryFn: () =>
      unwrap<CallPerformance>(api.GET('/api/performance/calls', { params: { query: queryOf(selection) } })),
    refetchInterval: STEP_MS,
  });

export type ChartChoice = Pick<ControlChartQuery, 'of' | 'charted' | 'phase' | 'step' | 'rules'>;

export const controlChartQuery = (selection: ServiceSelection, choice: ChartChoice) =>
  queryOptions({
    queryKey: ['performance', 'chart', selection, choice],
    queryFn: () =>
      unwrap<ControlChart>(
        api.GET('/api/performance/chart', { params: { query: { ...queryOf(selection), ...choice } } }),
      ),
  });

export type LeagueChoice = Pick<LeagueQuery, 'of' | 'figure' | 'phase' | 'by'>;

export const leagueQuery = (selection: ServiceSelection, choice: LeagueChoice) =>
  queryOptions({
    queryKey: ['performance', 'league', selection, choice],
    queryFn: () =>
      unwrap<LeagueTable>(
        api.GET('/api/performance/league', { params: { query: { ...queryOf(selection), ...choice } } }),
      ),
  });

export const dataQualityQuery = (selection: ServiceSelection) =>
  queryOptions({
    queryKey: ['performance', 'quality', selection],
    queryFn: () =>
      unwrap<DataQuality>(api.GET('/api/performance/quality', { params: { query: queryOf(selection) } })),
  });

export const weeklyReportsQuery = queryOptions({
  queryKey: ['performance', 'reports'],
  queryFn: () => unwrap<WeeklyReports>(api.GET('/api/performance/reports')),
  refetchInterval: STEP_MS,
});

/** Where a report is downloaded. */
export const weeklyReportAddress = (id: string) => `/api/performance/reports/${id}`;

export const callSourcesQuery = queryOptions({
  queryKey: ['call-sources'],
  queryFn: () => unwrap<CallSource[]>(api.GET('/api/calls/sources')),
});

export const callImportsQuery = queryOptions({
  queryKey: ['call-imports'],
  queryFn: () => unwrap<CallImport[]>(api.GET('/api/calls/imports')),
});

export const openCallFeed = (body: CallFeedInput) =>
  unwrap<NewCallFeed>(api.POST('/api/calls/feeds', { body }));

export const revokeCallFeed = (id: string, reason: string) =>
  unwrap<null>(api.POST('/api/calls/feeds/{id}/revoke', { params: { path: { id } }, body: { reason } }));

export const previewCalls = (csv: string, mapping: CallMapping | null) =>
  unwrap<CallPreview>(api.POST('/api/calls/imports/preview', { body: { csv, mapping } }));

export const importCalls = (body: CallImportInput) =>
  unwrap<CallImport>(api.POST('/api/calls/imports', { body }));
