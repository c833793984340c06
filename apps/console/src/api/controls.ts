import type {
  ControlDetail,
  ControlOverview,
  ControlStatementInput,
  Standard,
} from '@amaan/contracts/governance/control';
import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from './client.ts';

export const controlsQuery = queryOptions({
  queryKey: ['controls'],
  queryFn: () => unwrap<ControlOverview>(api.GET('/api/controls')),
  refetchInterval: 60_000,
});

export const controlQuery = (standard: Standard, id: string) =>
  queryOptions({
    queryKey: ['controls', standard, id],
    queryFn: () =>
      unwrap<ControlDetail>(api.GET('/api/controls/{standard}/{id}', { params: { path: { standard, id } } })),
  });

export const decideControl = (standard: Standard, id: string, body: ControlStatementInput) =>
  unwrap<ControlDetail>(
    api.PUT('/api/controls/{standard}/{id}', { params: { path: { standard, id } }, body }),
  );
