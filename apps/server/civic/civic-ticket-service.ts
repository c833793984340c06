import type {
  CivicStepInput,
  CivicTicket,
  CivicTicketInput,
  CivicTicketPage,
  CivicTicketQuery,
  CivicTicketView,
} from '@amaan/contracts/civic/civic-ticket';
import { digestOfJson } from '@amaan/contracts/digest-of';
import { type Identifier, newIdentifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import { civicStateAfter } from '@amaan/governance-monitoring/civic/civic-machine';
import { getCamera } from '@amaan/store/cameras';
import { insertCivicStep, listCivicPictures, listCivicSteps } from '@amaan/store/civic/civic-history';
import {
  type CivicTicketFilter,
  countCivicTickets,
  getCivicTicket,
  insertCivicTicket,
  listCivicTickets,
  lockCivicTicket,
  type StoredCivicTicket,
  updateCivicTicket,
} from '@amaan/store/civic/civic-tickets';
import type { Database } from '@amaan/store/open-database';
import { coversSite, type Principal } from '../access/decide.ts';
import { DAY_MS } from '../daily-job.ts';
import { asHttpError, ConflictError, HttpError, NotFoundError } from '../http/http-errors.ts';
import { changeInLedger } from '../ledger/change-in-ledger.ts';
import { deadlineFor } from './civic-deadline.ts';
import { civicEntry } from './civic-entry.ts';
import { newCivicNumber } from './civic-number.ts';

export interface CivicTicketServiceOptions {
  readonly db: Database;
  /** Days for which pictures are kept after their ticket ended. */
  readonly pictureDays: number;
  readonly now: () => number;
  /** Called after every committed change, so that consoles follow. */
  readonly onChanged: () => void;
}

/** Tickets about places: reported, sent to a department, compared before and after, closed. Every step is a person's. */
export class CivicTicketService {
  readonly #options: CivicTicketServiceOptions;

  constructor(options: CivicTicketServiceOptions) {
    this.#options = options;
  }

  /** Tickets of somebody's sites, newest first. @throws HttpError 400 `CURSOR_INVALID` */
  async page(query: CivicTicketQuery, by: Principal): Promise<CivicTicketPage> {
    const { db, now } = this.#options;
    const { state, cursor, limit, overdue, ...rest } = query;
    const filter: CivicTicketFilter = {
      sites: by.sites,
      ...(rest.simulated !== undefined && { simulated: rest.simulated }),
      ...(rest.siteId !== undefined && { siteId: rest.siteId }),
      ...(rest.kind !== undefined && { kind: rest.kind }),
      ...(rest.department !== undefined && { department: rest.department }),
      ...(overdue === true && { overdueAt: instantOf(now()) }),
    };
    const { tickets, nextCursor } = await listCivicTickets(db, {
      ...filter,
      limit,
      ...(state !== undefined && { state }),
      ...(cursor !== undefined && { after: cursor }),
    }).catch((error: unknown) => {
      throw asHttpError(error, { CURSOR_INVALID: 400 });
    });
    const pictures = await listCivicPictures(
      db,
      tickets.map(({ id }) => id),
    );
    return {
      tickets: tickets.map((ticket) =>
        ticketView(
          ticket,
          pictures.filter(({ ticketId }) => ticketId === ticket.id),
        ),
      ),
      nextCursor,
      counts: await countCivicTickets(db, filter),
    };
  }

  /** @throws NotFoundError `TICKET_NOT_FOUND`, also when it is of a site that is not theirs */
  async view(id: Identifier, by: Principal): Promise<CivicTicketView> {
    const { db, pictureDays } = this.#options;
    const ticket = await getCivicTicket(db, id, by.sites);
    if (ticket === null) throw new NotFoundError('ticket');
    const pictures = await listCivicPictures(db, [id]);
    const { openedByName, endedAt, picturesDeletedAt } = ticket;
    return {
      ...ticketView(ticket, pictures),
      openedBy: openedByName,
      picturesUntil:
        endedAt === null || pictures.length === 0
          ? null
          : instantOf(Date.parse(endedAt) + pictureDays * DAY_MS),
      picturesDeletedAt,
      shots: pictures.map(({ ticketId: _, objectDigest: __, ...shot }) => shot),
      steps: await listCivicSteps(db, id),
    };
  }

  /** Reports something about a place. @throws HttpError 404 `SITE_NOT_FOUND`, 422 `CAMERA_HAS_NO_PLACE` and `CAMERA_UNFIT` */
  async report(input: CivicTicketInput, by: Principal, simulated = false): Promise<CivicTicketView> {
    const { db, now, onChanged } = this.#options;
    if (!coversSite(by.sites, input.siteId)) throw new NotFoundError('site');
    const position = input.position ?? (await this.#positionOf(input, by));
    const at = now();
    const ticket = newTicket({
      ...{ siteId: input.siteId, kind: input.kind, place: input.place, note: input.note, simulated },
      ...{ cameraId: input.cameraId ?? null, position, state: 'open', ruleId: null, alertId: null },
      ...{ openedAt: instantOf(at), openedBy: by.id, openedByName: by.name },
    });
    await changeInLedger(db, async (tx) => {
      await insertCivicTicket(tx, ticket);
      await insertCivicStep(tx, ticket.id, {
        ...{ id: newIdentifier(), step: 'report', from: null, to: 'open', note: input.note },
        ...{ department: null, dueAt: null, at: ticket.openedAt, by: by.id, byName: by.name },
      });
      const data = { siteId: ticket.siteId, kind: ticket.kind, digest: digestOfJson(input) };
      return {
        result: undefined,
        entries: [civicEntry('reported', ticket.id, { at, actor: `user:${by.id}`, data })],
      };
    }).catch((error: unknown) => {
      throw asHttpError(error, {});
    });
    onChanged();
    return this.view(ticket.id, by);
  }

  /**
   * Takes a step.
   * @throws HttpError 404 `TICKET_NOT_FOUND`; 409 `TICKET_CHANGED`, `CIVIC_STEP_IMPOSSIBLE`; 422 `DEPARTMENT_UNKNOWN`,
   *   `DEADLINE_NEEDED`, `DEADLINE_PASSED`, `PROOF_NEEDED`
   */
  async step(id: Identifier, input: CivicStepInput, by: Principal): Promise<CivicTicketView> {
    const { db, now, onChanged } = this.#options;
    const at = now();
    await changeInLedger(db, async (tx) => {
      const ticket = await lockCivicTicket(tx, id, by.sites);
      if (ticket === null) throw new NotFoundError('ticket');
      if (ticket.state !== input.seen)
        throw new ConflictError(
          'TICKET_CHANGED',
          'Somebody else took a step with this ticket meanwhile; nothing was changed. Look at it again.',
        );
      const state = civicStateAfter(ticket.state, input.step);
      const after = await this.#after(tx, { ...ticket, state }, input, at);
      await updateCivicTicket(tx, after);
      await insertCivicStep(tx, id, {
        ...{ id: newIdentifier(), step: input.step, from: ticket.state, to: state, note: input.note },
        ...(input.step === 'send' || input.step === 'reopen'
          ? { department: after.department, dueAt: after.dueAt }
          : { department: null, dueAt: null }),
        ...{ at: instantOf(at), by: by.id, byName: by.name },
      });
      const data = {
        ...{ from: ticket.state, to: state, department: after.department, dueAt: after.dueAt },
        noteDigest: digestOfJson(input.note),
      };
      return {
        result: undefined,
        entries: [civicEntry(input.step, id, { at, actor: `user:${by.id}`, data })],
      };
    }).catch((error: unknown) => {
      throw asHttpError(error, { CIVIC_STEP_IMPOSSIBLE: 409 });
    });
    onChanged();
    return this.view(id, by);
  }

  /** What a step makes of a ticket that already has its new state. */
  async #after(
    tx: Database,
    ticket: StoredCivicTicket,
    input: CivicStepInput,
    at: number,
  ): Promise<StoredCivicTicket> {
    const moment = instantOf(at);
    switch (input.step) {
      case 'send':
        return {
          ...ticket,
          department: input.department,
          sentAt: moment,
          dueAt: await deadlineFor(tx, ticket, input.department, at, input.dueAt),
        };
      case 'report-done':
        return { ...ticket, doneAt: moment };
      case 'close':
        await requireProof(tx, ticket, input.note);
        return { ...ticket, endedAt: moment };
      case 'dismiss':
        return { ...ticket, endedAt: moment };
      case 'reopen':
        // Back with its department, from now on; one that was never sent waits to be sent.
        return {
          ...ticket,
          ...{ doneAt: null, endedAt: null },
          ...(ticket.department !== null &&
            ticket.state === 'sent' && {
              sentAt: moment,
              dueAt: await deadlineFor(tx, ticket, ticket.department, at, undefined, ticket),
            }),
        };
      default:
        return ticket;
    }
  }

  async #positionOf({ cameraId, siteId }: CivicTicketInput, by: Principal): Promise<CivicTicket['position']> {
    const camera = cameraId === undefined ? null : await getCamera(this.#options.db, cameraId);
    if (camera === null || camera.siteId !== siteId || !coversSite(by.sites, camera.siteId))
      throw new HttpError(422, 'CAMERA_UNFIT', 'This site has no such camera; nothing was saved.');
    if (camera.position === null)
      throw new HttpError(
        422,
        'CAMERA_HAS_NO_PLACE',
        'This camera has no place on the map; nothing was saved. Choose the place on the map.',
      );
    return camera.position;
  }
}

/** A ticket as it begins. */
export function newTicket(
  ticket: Omit<
    StoredCivicTicket,
    'id' | 'number' | 'department' | 'sentAt' | 'dueAt' | 'doneAt' | 'endedAt' | 'picturesDeletedAt'
  >,
): StoredCivicTicket {
  return {
    ...ticket,
    ...{ id: newIdentifier(), number: newCivicNumber() },
    ...{ department: null, sentAt: null, dueAt: null, doneAt: null, endedAt: null, picturesDeletedAt: null },
  };
}

function ticketView(
  {
    ruleId,
    sentAt: _,
    openedBy: __,
    openedByName: ___,
    picturesDeletedAt: ____,
    ...ticket
  }: StoredCivicTicket,
  pictures: readonly { readonly moment: 'before' | 'after' }[],
): CivicTicket {
  const before = pictures.filter(({ moment }) => moment === 'before').length;
  return {
    ...ticket,
    origin: ruleId === null ? 'operator' : 'rule',
    pictures: { before, after: pictures.length - before },
  };
}

/** Nobody closes a ticket on a department's word alone. @throws HttpError 422 `PROOF_NEEDED` */
async function requireProof(tx: Database, { id }: StoredCivicTicket, note: string): Promise<void> {
  const pictures = await listCivicPictures(tx, [id]);
  if (note.length < 3 && !pictures.some(({ moment }) => moment === 'after'))
    throw new HttpError(
      422,
      'PROOF_NEEDED',
      'There is no picture from after the work; nothing was changed. Add one, or write how you know that it is done.',
    );
}
