import type { SiteScope } from '@amaan/contracts/api/me';
import type { CivicKind, CivicState, CivicTicket } from '@amaan/contracts/civic/civic-ticket';
import type { Identifier } from '@amaan/contracts/identifier';
import type { Instant } from '@amaan/contracts/instant';
import { type Selectable, sql } from 'kysely';
import { cursorAfter, readCursor } from '../alert-filter.ts';
import type { Database } from '../open-database.ts';
import type { CivicTables } from '../tables/civic-tables.ts';
import { withinSites } from '../within-sites.ts';

/** A ticket as it is stored. */
export interface StoredCivicTicket extends Omit<CivicTicket, 'pictures' | 'origin'> {
  /** Null: an operator reported it. */
  readonly ruleId: Identifier | null;
  readonly sentAt: Instant | null;
  readonly openedBy: string;
  readonly openedByName: string;
  readonly picturesDeletedAt: Instant | null;
}

/**
 * Opens a ticket.
 * @returns false where the rule has one already that is not at an end, or suggested one for this alert before
 */
export async function insertCivicTicket(tx: Database, ticket: StoredCivicTicket): Promise<boolean> {
  const { ruleId, alertId, position, ...rest } = ticket;
  const inserted = await tx
    .insertInto('civic_ticket')
    .values({
      id: rest.id,
      number: rest.number,
      site_id: rest.siteId,
      kind: rest.kind,
      camera_id: rest.cameraId,
      rule_id: ruleId,
      alert_id: alertId,
      longitude: position[0],
      latitude: position[1],
      opened_at: rest.openedAt,
      opened_by: rest.openedBy,
      opened_by_name: rest.openedByName,
      ...changing(rest),
      pictures_deleted_at: rest.picturesDeletedAt,
      simulated: rest.simulated,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return inserted !== undefined;
}

/** A ticket within somebody's sites, or null. */
export async function getCivicTicket(
  db: Database,
  id: Identifier,
  sites: SiteScope,
): Promise<StoredCivicTicket | null> {
  const row = await db
    .selectFrom('civic_ticket')
    .selectAll()
    .where('id', '=', id)
    .where(withinSites('civic_ticket.site_id', sites))
    .executeTakeFirst();
  return row === undefined ? null : ticketOf(row);
}

/** A ticket that nobody else changes until the transaction ends, or null. */
export async function lockCivicTicket(
  tx: Database,
  id: Identifier,
  sites: SiteScope,
): Promise<StoredCivicTicket | null> {
  const row = await tx
    .selectFrom('civic_ticket')
    .selectAll()
    .where('id', '=', id)
    .where(withinSites('civic_ticket.site_id', sites))
    .forUpdate()
    .executeTakeFirst();
  return row === undefined ? null : ticketOf(row);
}

/** Writes what steps change of a ticket: state, department, times, place and note. */
export async function updateCivicTicket(tx: Database, ticket: StoredCivicTicket): Promise<void> {
  await tx.updateTable('civic_ticket').set(changing(ticket)).where('id', '=', ticket.id).execute();
}

export interface CivicTicketFilter {
  readonly sites: SiteScope;
  readonly siteId?: Identifier;
  readonly kind?: CivicKind;
  readonly department?: string;
  readonly simulated?: boolean;
  /** Only those that were with a department at this time, after its deadline. */
  readonly overdueAt?: Instant;
}

/** A page of tickets, newest first. @throws CursorError `CURSOR_INVALID` */
export async function listCivicTickets(
  db: Database,
  filter: CivicTicketFilter & {
    readonly state?: CivicState;
    readonly limit: number;
    /** `nextCursor` of the page before. */
    readonly after?: string;
  },
): Promise<{ readonly tickets: StoredCivicTicket[]; readonly nextCursor: string | null }> {
  const { state, limit, after } = filter;
  let query = db.selectFrom('civic_ticket').selectAll().where(conditionOf(filter));
  if (state !== undefined) query = query.where('state', '=', state);
  if (after !== undefined) {
    const place = readCursor(after);
    query = query.where(sql<boolean>`(opened_at, id) < (${place.raisedAt}::timestamptz, ${place.id}::uuid)`);
  }
  const rows = await query
    .orderBy('opened_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute();
  const tickets = rows.slice(0, limit).map(ticketOf);
  const last = tickets.at(-1);
  const isMore = rows.length > limit && last !== undefined;
  return { tickets, nextCursor: isMore ? cursorAfter(last.openedAt, last.id) : null };
}

/** How many tickets are in each state. */
export async function countCivicTickets(
  db: Database,
  filter: CivicTicketFilter,
): Promise<Record<CivicState, number>> {
  const rows = await db
    .selectFrom('civic_ticket')
    .where(conditionOf(filter))
    .select((select) => ['state', select.fn.countAll<number>().as('count')])
    .groupBy('state')
    .execute();
  const counts = { suggested: 0, open: 0, sent: 0, done: 0, closed: 0, dismissed: 0 };
  for (const { state, count } of rows) counts[state] = count;
  return counts;
}

function conditionOf({ sites, siteId, kind, department, simulated, overdueAt }: CivicTicketFilter) {
  return sql<boolean>`${withinSites('civic_ticket.site_id', sites)}
    ${simulated === undefined ? sql`` : sql`AND simulated = ${simulated}`}
    ${siteId === undefined ? sql`` : sql`AND site_id = ${siteId}::uuid`}
    ${kind === undefined ? sql`` : sql`AND kind = ${kind}`}
    ${department === undefined ? sql`` : sql`AND department = ${department}`}
    ${overdueAt === undefined ? sql`` : sql`AND state = 'sent' AND due_at < ${overdueAt}::timestamptz`}`;
}

function changing({
  state,
  place,
  note,
  department,
  sentAt,
  dueAt,
  doneAt,
  endedAt,
}: Pick<
  StoredCivicTicket,
  'state' | 'place' | 'note' | 'department' | 'sentAt' | 'dueAt' | 'doneAt' | 'endedAt'
>) {
  return {
    ...{ state, place, note, department },
    ...{ sent_at: sentAt, due_at: dueAt, done_at: doneAt, ended_at: endedAt },
  };
}

function ticketOf(row: Selectable<CivicTables['civic_ticket']>): StoredCivicTicket {
  return {
    id: row.id,
    number: row.number,
    siteId: row.site_id,
    kind: row.kind,
    state: row.state,
    cameraId: row.camera_id,
    ruleId: row.rule_id,
    alertId: row.alert_id,
    position: [row.longitude, row.latitude],
    place: row.place,
    note: row.note,
    department: row.department,
    sentAt: row.sent_at,
    dueAt: row.due_at,
    openedAt: row.opened_at,
    openedBy: row.opened_by,
    openedByName: row.opened_by_name,
    doneAt: row.done_at,
    endedAt: row.ended_at,
    picturesDeletedAt: row.pictures_deleted_at,
    simulated: row.simulated,
  };
}
