import type { RecordAuthor } from '@amaan/contracts/governance/record';
import {
  RESUMPTION_HOURS,
  type Resumption,
  type Suspension,
  type SuspensionSource,
} from '@amaan/contracts/governance/suspension';
import { type Identifier, newIdentifier } from '@amaan/contracts/identifier';
import { type Instant, instantOf } from '@amaan/contracts/instant';
import { AmaanError } from '@amaan/contracts/problem';
import { personKey } from '@amaan/governance/four-eyes';
import type { SystemStanding } from '@amaan/governance/system-standing';
import type { InferResult, Selectable } from 'kysely';
import type { Database } from './open-database.ts';
import type { Schema } from './schema.ts';

/** `SYSTEM_NOT_FOUND`: no AI system of that id is registered. */
export class SuspensionError extends AmaanError {}

export interface NewSuspension {
  readonly system: string;
  /** Null: the whole system. */
  readonly cameraGroupId: Identifier | null;
  readonly reason: string;
  readonly source: SuspensionSource;
  readonly by: RecordAuthor;
  readonly incidentId: Identifier | null;
  readonly at: Instant;
}

/** What one person says when asking for the end of a suspension, or confirming it. */
export interface ResumptionWord {
  readonly by: RecordAuthor;
  readonly reason: string;
  readonly at: Instant;
}

/**
 * Holds back everybody else who is about to suspend, resume or issue a permit for this AI system, until the
 * caller's transaction ends: no permit slips past a suspension.
 * @throws SuspensionError `SYSTEM_NOT_FOUND`
 */
export async function lockSystem(transaction: Database, system: string): Promise<void> {
  const row = await transaction
    .selectFrom('ai_system')
    .select('id')
    .where('id', '=', system)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined)
    throw new SuspensionError('SYSTEM_NOT_FOUND', `There is no AI system "${system}"; nothing was changed.`);
}

/**
 * Records a suspension; what it revokes is revoked in the same transaction.
 * @returns its identifier, or null when the same is suspended already: that suspension stays as it is
 */
export async function insertSuspension(db: Database, order: NewSuspension): Promise<Identifier | null> {
  const { by } = order;
  const row = await db
    .insertInto('suspension')
    .values({
      id: newIdentifier(),
      system_id: order.system,
      camera_group_id: order.cameraGroupId,
      at: order.at,
      reason: order.reason,
      source: order.source,
      incident_id: order.incidentId,
      by_actor: by.actor,
      by_name: by.name,
      by_person: by.person,
      by_role: by.role,
      ended_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id ?? null;
}

/** The suspension of a system, or of one of its groups, that is in force; null when there is none. */
export async function findSuspensionInForce(
  db: Database,
  system: string,
  cameraGroupId: Identifier | null,
): Promise<Suspension | null> {
  const [found] = await listSuspensions(db, { system, cameraGroupId, inForce: true });
  return found ?? null;
}

/** Suspensions with their resumptions, the newest first. */
export async function listSuspensions(
  db: Database,
  filter: {
    readonly system?: string;
    readonly cameraGroupId?: Identifier | null;
    readonly inForce?: boolean;
  } = {},
): Promise<Suspension[]> {
  const { system, cameraGroupId, inForce } = filter;
  let query = selectSuspensions(db);
  if (system !== undefined) query = query.where('suspension.system_id', '=', system);
  if (cameraGroupId === null) query = query.where('suspension.camera_group_id', 'is', null);
  else if (cameraGroupId !== undefined) query = query.where('suspension.camera_group_id', '=', cameraGroupId);
  if (inForce === true) query = query.where('suspension.ended_at', 'is', null);
  const rows = await query.orderBy('suspension.at', 'desc').orderBy('suspension.id', 'desc').execute();
  const resumptions = await readResumptions(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => suspensionOf(row, resumptions.get(row.id) ?? []));
}

/** Records that somebody asks for the end of a suspension. */
export async function requestResumption(
  db: Database,
  suspensionId: Identifier,
  { by, reason, at }: ResumptionWord,
): Promise<Identifier> {
  const id = newIdentifier();
  await db
    .insertInto('resumption')
    .values({
      id,
      suspension_id: suspensionId,
      requested_at: at,
      requested_reason: reason,
      requested_actor: by.actor,
      requested_name: by.name,
      requested_person: personKey(by.person) ?? by.actor,
      requested_role: by.role,
      confirmed_at: null,
      confirmed_reason: null,
      confirmed_actor: null,
      confirmed_name: null,
      confirmed_person: null,
      confirmed_role: null,
    })
    .execute();
  return id;
}

/** Records that another person confirmed, and ends the suspension. Call it in a transaction. */
export async function confirmResumption(
  db: Database,
  resumption: { readonly id: Identifier; readonly suspensionId: Identifier },
  { by, reason, at }: ResumptionWord,
): Promise<void> {
  await db
    .updateTable('resumption')
    .set({
      confirmed_at: at,
      confirmed_reason: reason,
      confirmed_actor: by.actor,
      confirmed_name: by.name,
      confirmed_person: personKey(by.person) ?? by.actor,
      confirmed_role: by.role,
    })
    .where('id', '=', resumption.id)
    .execute();
  await db
    .updateTable('suspension')
    .set({ ended_at: at })
    .where('id', '=', resumption.suspensionId)
    .where('ended_at', 'is', null)
    .execute();
}

/** The AI systems that are suspended on a group of cameras, or as a whole. */
export async function listSystemsSuspendedOn(db: Database, cameraGroupId: Identifier): Promise<string[]> {
  const rows = await db
    .selectFrom('suspension')
    .select('system_id as system')
    .where('camera_group_id', '=', cameraGroupId)
    .where('ended_at', 'is', null)
    .orderBy('system_id')
    .execute();
  return rows.map(({ system }) => system);
}

type InForce = Awaited<ReturnType<typeof readSuspensionsInForce>>;

/** What is suspended now, of one system or of all. */
export async function readSuspensionsInForce(db: Database, system?: string) {
  let query = db
    .selectFrom('suspension')
    .select(['system_id as system', 'camera_group_id as cameraGroupId', 'at', 'by_name as by', 'reason'])
    .where('ended_at', 'is', null);
  if (system !== undefined) query = query.where('system_id', '=', system);
  return query.orderBy('at').orderBy('id').execute();
}

/** What of it concerns one system, as its standing has it. */
export function standingOf(
  inForce: InForce,
  system: string,
): Pick<SystemStanding, 'suspension' | 'groupSuspensions'> {
  const own = inForce.filter((suspension) => suspension.system === system);
  const whole = own.find(({ cameraGroupId }) => cameraGroupId === null);
  return {
    suspension: whole === undefined ? null : { at: whole.at, by: whole.by, reason: whole.reason },
    groupSuspensions: own.flatMap(({ cameraGroupId, at, by, reason }) =>
      cameraGroupId === null ? [] : [{ cameraGroupId, at, by, reason }],
    ),
  };
}

function selectSuspensions(db: Database) {
  return db
    .selectFrom('suspension')
    .leftJoin('camera_group', 'camera_group.id', 'suspension.camera_group_id')
    .leftJoin('site', 'site.id', 'camera_group.site_id')
    .selectAll('suspension')
    .select(['camera_group.name as group_name', 'site.name as site_name']);
}

type SuspensionRow = InferResult<ReturnType<typeof selectSuspensions>>[number];

function suspensionOf(row: SuspensionRow, resumptions: Resumption[]): Suspension {
  return {
    id: row.id,
    system: row.system_id,
    cameraGroup:
      row.camera_group_id === null
        ? null
        : { id: row.camera_group_id, name: row.group_name ?? '', siteName: row.site_name ?? '' },
    at: row.at,
    by: { actor: row.by_actor, name: row.by_name, person: row.by_person, role: row.by_role },
    reason: row.reason,
    source: row.source,
    incidentId: row.incident_id,
    endedAt: row.ended_at,
    resumptions,
  };
}

async function readResumptions(
  db: Database,
  suspensionIds: readonly Identifier[],
): Promise<Map<Identifier, Resumption[]>> {
  if (suspensionIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('resumption')
    .selectAll()
    .where('suspension_id', 'in', suspensionIds)
    .orderBy('requested_at')
    .orderBy('id')
    .execute();
  const bySuspension = Map.groupBy(rows, (row) => row.suspension_id);
  return new Map([...bySuspension].map(([id, own]) => [id, own.map(resumptionOf)]));
}

function resumptionOf(row: Selectable<Schema['resumption']>): Resumption {
  return {
    id: row.id,
    requested: {
      by: {
        actor: row.requested_actor,
        name: row.requested_name,
        person: row.requested_person,
        role: row.requested_role,
      },
      at: row.requested_at,
      reason: row.requested_reason,
    },
    lapsesAt: instantOf(Date.parse(row.requested_at) + RESUMPTION_HOURS * 60 * 60_000),
    // Its six columns are set together (a check holds it).
    confirmed:
      row.confirmed_at === null
        ? null
        : {
            by: {
              actor: row.confirmed_actor ?? '',
              name: row.confirmed_name ?? '',
              person: row.confirmed_person ?? '',
              role: row.confirmed_role ?? '',
            },
            at: row.confirmed_at,
            reason: row.confirmed_reason ?? '',
          },
  };
}
