import type {
  CivicFigures,
  CivicSettingsChange,
  CivicSettingsView,
} from '@amaan/contracts/civic/civic-settings';
import type {
  CivicPicture,
  CivicState,
  CivicStepInput,
  CivicTicketInput,
  CivicTicketPage,
  CivicTicketView,
} from '@amaan/contracts/civic/civic-ticket';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { fetchWithProof } from '../step-up/fetch-with-proof.ts';
import { api, type BodyOf, unwrap } from './client.ts';
import type { paths } from './schema.generated.ts';

/** Everything about tickets, to be read anew when one of them changes. */
export const civicKey = ['civic'];
const DAY_MS = 24 * 60 * 60_000;
/** Deadlines pass without anybody's doing. */
const AGAIN_MS = 60_000;

export interface CivicFilters {
  readonly state?: CivicState;
  readonly siteId?: string;
  readonly kind?: CivicTicketView['kind'];
  readonly department?: string;
  readonly overdue?: 'true';
  readonly simulated?: 'false';
}

export const civicTicketsQuery = (filters: CivicFilters) =>
  infiniteQueryOptions({
    queryKey: [...civicKey, 'list', filters],
    queryFn: ({ pageParam }) =>
      unwrap<CivicTicketPage>(
        api.GET('/api/civic/tickets', {
          params: { query: { ...filters, ...(pageParam && { cursor: pageParam }) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    refetchInterval: AGAIN_MS,
  });

export const civicTicketQuery = (id: string) =>
  queryOptions({
    queryKey: [...civicKey, 'ticket', id],
    queryFn: () => unwrap<CivicTicketView>(api.GET('/api/civic/tickets/{id}', { params: { path: { id } } })),
  });

export const reportCivicTicket = (body: CivicTicketInput) =>
  unwrap<CivicTicketView>(
    api.POST('/api/civic/tickets', { body: body as BodyOf<paths['/api/civic/tickets']['post']> }),
  );

export const takeCivicStep = (id: string, body: CivicStepInput) =>
  unwrap<CivicTicketView>(
    api.POST('/api/civic/tickets/{id}/steps', {
      params: { path: { id } },
      body: body as BodyOf<paths['/api/civic/tickets/{id}/steps']['post']>,
    }),
  );

export const civicPictureUrl = (ticketId: string, pictureId: string) =>
  `/api/civic/tickets/${ticketId}/pictures/${pictureId}`;

/** The sheet that is handed to a department, as PDF. */
export const ticketSheetUrl = (id: string) => `/api/civic/tickets/${id}/sheet`;

/** Keeps the newest masked picture of the ticket's camera. */
export const keepCameraPicture = (id: string, moment: CivicPicture['moment']) =>
  unwrap<CivicPicture>(
    api.POST('/api/civic/tickets/{id}/camera-picture', { params: { path: { id } }, body: { moment } }),
  );

/** Brings a picture; the server masks it and keeps only that. */
export const bringCivicPicture = (id: string, moment: CivicPicture['moment'], content: Blob) =>
  unwrap<CivicPicture>(
    fetchWithProof(
      new Request(`/api/civic/tickets/${id}/pictures?moment=${moment}`, {
        method: 'POST',
        headers: { 'content-type': 'application/octet-stream' },
        body: content,
      }),
    ).then(async (response) => {
      const answer: unknown = await response.json().catch(() => null);
      return response.ok ? { data: answer, response } : { error: answer, response };
    }),
  );

export const removeCivicPicture = (id: string, pictureId: string) =>
  unwrap<null>(
    api.DELETE('/api/civic/tickets/{id}/pictures/{pictureId}', { params: { path: { id, pictureId } } }),
  );

export const civicSettingsQuery = queryOptions({
  queryKey: [...civicKey, 'settings'],
  queryFn: () => unwrap<CivicSettingsView>(api.GET('/api/civic/settings')),
});

export const changeCivicSettings = (body: CivicSettingsChange) =>
  unwrap<CivicSettingsView>(api.PUT('/api/civic/settings', { body }));

export const civicFiguresQuery = (days: number, simulated: boolean) =>
  queryOptions({
    queryKey: [...civicKey, 'figures', days, simulated],
    queryFn: () => {
      const to = Math.ceil(Date.now() / AGAIN_MS) * AGAIN_MS;
      const query = {
        from: new Date(to - days * DAY_MS).toISOString(),
        to: new Date(to).toISOString(),
        simulated: simulated ? ('true' as const) : ('false' as const),
      };
      return unwrap<CivicFigures>(api.GET('/api/civic/figures', { params: { query } }));
    },
  });
