import type {
  EmergencyWave,
  EmergencyWaveInput,
  EmergencyWaveStarted,
} from '@amaan/contracts/traffic/emergency-wave';
import type {
  JunctionDetails,
  JunctionSummary,
  JunctionVersion,
  ModeChange,
  SignalEvent,
} from '@amaan/contracts/traffic/junction-record';
import type {
  SignalApproval,
  SignalApprovalDecision,
  SignalApprovalInput,
} from '@amaan/contracts/traffic/signal-approval';
import type { ControllerName, Light, SignalDecision } from '@amaan/contracts/traffic/signal-decision';
import type { JunctionImport, SignalNetwork, WhatIf, WhatIfInput } from '@amaan/contracts/traffic/what-if';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, unwrap } from './client.ts';
import type { paths } from './schema.generated.ts';

/** Everything about junctions, approvals, waves and replays, to be read anew when one of them changes. */
export const signalsKey = ['signals'];
/** Pushes keep what junctions show up to date; a missed one is made up for after this long. */
const AGAIN_MS = 15_000;
const DECISIONS_SHOWN = 60;
const EVENTS_PER_PAGE = 30;

export const junctionsQuery = queryOptions({
  queryKey: [...signalsKey, 'junctions'],
  queryFn: () => unwrap<JunctionSummary[]>(api.GET('/api/junctions')),
  refetchInterval: AGAIN_MS,
});

export const junctionQuery = (id: string) =>
  queryOptions({
    queryKey: [...signalsKey, 'junction', id],
    queryFn: () => unwrap<JunctionDetails>(api.GET('/api/junctions/{id}', { params: { path: { id } } })),
    refetchInterval: AGAIN_MS,
  });

/** A moment at which the lights of all groups are known, in the junction's order. */
export interface ShownLights {
  /** Unix milliseconds. */
  readonly at: number;
  readonly lights: readonly Light[];
}

/** The lights of the last minutes, as pushes brought them: kept by the page, known to no server. */
export const shownLightsQuery = (id: string) =>
  queryOptions({
    queryKey: ['shown-lights', id],
    queryFn: (): readonly ShownLights[] => [],
    staleTime: Number.POSITIVE_INFINITY,
  });

export const junctionVersionsQuery = (id: string) =>
  queryOptions({
    queryKey: [...signalsKey, 'versions', id],
    queryFn: () =>
      unwrap<JunctionVersion[]>(api.GET('/api/junctions/{id}/versions', { params: { path: { id } } })),
  });

/** The newest decisions of a junction. */
export const decisionsQuery = (id: string) =>
  queryOptions({
    queryKey: [...signalsKey, 'decisions', id],
    queryFn: () =>
      unwrap<SignalDecision[]>(
        api.GET('/api/junctions/{id}/decisions', {
          params: { path: { id }, query: { limit: DECISIONS_SHOWN } },
        }),
      ),
    refetchInterval: 5_000,
  });

/** What happened to a junction's control, page by page, newest first. */
export const signalEventsQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: [...signalsKey, 'events', id],
    queryFn: ({ pageParam }) =>
      unwrap<SignalEvent[]>(
        api.GET('/api/junctions/{id}/events', {
          params: {
            path: { id },
            query: { limit: EVENTS_PER_PAGE, ...(pageParam && { before: pageParam }) },
          },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => (page.length < EVENTS_PER_PAGE ? null : page.at(-1)?.at),
  });

export const setController = (id: string, controller: ControllerName) =>
  unwrap<JunctionDetails>(
    api.PATCH('/api/junctions/{id}', { params: { path: { id } }, body: { controller } }),
  );

export const setSignalMode = (id: string, body: ModeChange) =>
  unwrap<JunctionDetails>(api.POST('/api/junctions/{id}/mode', { params: { path: { id } }, body }));

/** Back to the fixed plan at once. */
export const orderFixedPlan = (id: string, reason: string) =>
  unwrap<JunctionDetails>(
    api.POST('/api/junctions/{id}/fixed-plan', { params: { path: { id } }, body: { reason } }),
  );

type ApprovalQuery = NonNullable<paths['/api/signal-approvals']['get']['parameters']['query']>;

export const signalApprovalsQuery = (query: Pick<ApprovalQuery, 'junctionId' | 'state'>) =>
  queryOptions({
    queryKey: [...signalsKey, 'approvals', query],
    queryFn: () => unwrap<SignalApproval[]>(api.GET('/api/signal-approvals', { params: { query } })),
    refetchInterval: 30_000,
  });

export const requestSignalApproval = (body: SignalApprovalInput) =>
  unwrap<SignalApproval>(api.POST('/api/signal-approvals', { body }));

export const decideSignalApproval = (id: string, body: SignalApprovalDecision) =>
  unwrap<SignalApproval>(api.POST('/api/signal-approvals/{id}/decision', { params: { path: { id } }, body }));

export const revokeSignalApproval = (id: string, reason: string) =>
  unwrap<SignalApproval>(
    api.POST('/api/signal-approvals/{id}/revocation', { params: { path: { id } }, body: { reason } }),
  );

/** SUMO networks that junctions are taken over from. */
export const networksQuery = queryOptions({
  queryKey: [...signalsKey, 'networks'],
  queryFn: () => unwrap<SignalNetwork[]>(api.GET('/api/signal-networks')),
});

/** The file is the body as it is; it has no JSON for the description of the API to name. */
export const addNetwork = (siteId: string, file: File) =>
  unwrap<SignalNetwork>(
    api.POST('/api/signal-networks', {
      params: { query: { siteId, name: file.name } },
      headers: { 'content-type': 'application/xml' },
      body: file as never,
      bodySerializer: (body: unknown) => body as File,
    }),
  );

export const importJunction = (body: JunctionImport) =>
  unwrap<JunctionDetails>(api.POST('/api/junctions/imports', { body }));

export const wavesQuery = queryOptions({
  queryKey: [...signalsKey, 'waves'],
  queryFn: () =>
    unwrap<EmergencyWave[]>(api.GET('/api/emergency-waves', { params: { query: { limit: 50 } } })),
  // While one runs, its vehicle moves on.
  refetchInterval: ({ state: { data } }) =>
    data?.some(({ state }) => state === 'running') ? 2_000 : AGAIN_MS,
});

export const startWave = (body: EmergencyWaveInput) =>
  unwrap<EmergencyWaveStarted>(api.POST('/api/emergency-waves', { body }));

export const endWave = (id: string) =>
  unwrap<EmergencyWave>(api.POST('/api/emergency-waves/{id}/end', { params: { path: { id } } }));

export const whatIfsQuery = queryOptions({
  queryKey: [...signalsKey, 'what-ifs'],
  queryFn: () => unwrap<WhatIf[]>(api.GET('/api/what-ifs')),
  refetchInterval: ({ state: { data } }) =>
    data?.some(({ state }) => state === 'waiting' || state === 'running') ? 2_000 : 30_000,
});

export const startWhatIf = (body: WhatIfInput) => unwrap<WhatIf>(api.POST('/api/what-ifs', { body }));

export const cancelWhatIf = (id: string) =>
  unwrap<WhatIf>(api.POST('/api/what-ifs/{id}/cancel', { params: { path: { id } } }));
