import type { Identifier } from '@amaan/contracts/identifier';
import type { Instant } from '@amaan/contracts/instant';
import { Observation } from '@amaan/contracts/observation';
import type { PlateReading } from '@amaan/contracts/plates/plate-reading';
import type { VehicleAttributes } from '@amaan/contracts/plates/vehicle';
import { restsOnSimulatedSignal } from '@amaan/contracts/violations/suspected-violation';
import type {
  CaseDecision,
  CaseHold,
  CaseRejectReason,
  HoldReason,
  RegistryCheck,
  ViolationCaseState,
  ViolationCaseSummary,
} from '@amaan/contracts/violations/violation-case';
import type { ViolationKind } from '@amaan/contracts/violations/violation-kind';
import type { InferResult } from 'kysely';
import type { Database } from '../open-database.ts';
import type { ViolationSuspected } from './suspicions.ts';

export interface NewViolationCase {
  readonly id: Identifier;
  readonly state: 'for-review' | 'held';
  readonly occurredAt: Instant;
  readonly openedAt: Instant;
  readonly observation: ViolationSuspected;
  readonly reading: PlateReading;
  readonly vehicle: VehicleAttributes;
  readonly registry: RegistryCheck | null;
  readonly holds: readonly CaseHold[];
  readonly secondLook: boolean;
}

/** What a case's evidence was before it was destroyed. */
export interface CaseMatter {
  readonly plate: string;
  readonly observation: ViolationSuspected;
  readonly reading: PlateReading;
  readonly vehicle: VehicleAttributes;
  readonly registry: RegistryCheck | null;
}

/** A case as it is kept. */
export interface StoredViolationCase {
  readonly id: Identifier;
  readonly siteId: Identifier;
  readonly cameraId: Identifier;
  readonly cameraName: string;
  readonly kind: ViolationKind;
  readonly state: ViolationCaseState;
  readonly occurredAt: Instant;
  readonly openedAt: Instant;
  readonly observationId: Identifier;
  readonly capturedAt: Instant;
  readonly permitId: Identifier;
  readonly softwareVersion: string;
  readonly simulated: boolean;
  readonly secondLook: boolean;
  readonly holds: readonly CaseHold[];
  readonly releasedHolds: readonly HoldReason[];
  readonly decidedAt: Instant | null;
  readonly rejectReason: CaseRejectReason | null;
  readonly purgedAt: Instant | null;
  /** Null: its evidence was destroyed. */
  readonly matter: CaseMatter | null;
  readonly duplicates: number;
  readonly challan: ViolationCaseSummary['challan'];
}

export async function insertViolationCase(tx: Database, added: NewViolationCase): Promise<void> {
  const { observation, reading } = added;
  await tx
    .insertInto('violation_case')
    .values({
      id: added.id,
      site_id: observation.siteId,
      camera_id: observation.cameraId,
      kind: observation.violation.kind,
      state: added.state,
      occurred_at: added.occurredAt,
      opened_at: added.openedAt,
      observation_id: observation.id,
      captured_at: observation.capturedAt,
      permit_id: observation.permitId,
      software_version: observation.violation.softwareVersion,
      simulated: observation.simulated || restsOnSimulatedSignal(observation.violation),
      second_look: added.secondLook,
      plate: reading.text,
      observation: JSON.stringify(observation),
      reading: JSON.stringify(reading),
      vehicle: JSON.stringify(added.vehicle),
      registry: added.registry === null ? null : JSON.stringify(added.registry),
      holds: JSON.stringify(added.holds),
      decided_at: null,
      reject_reason: null,
      purged_at: null,
    })
    .execute();
}

/** Where a case goes next. */
export interface CaseStanding {
  readonly state: ViolationCaseState;
  readonly holds?: readonly CaseHold[];
  readonly releasedHolds?: readonly HoldReason[];
  readonly registry?: RegistryCheck | null;
  readonly decidedAt?: Instant;
  readonly rejectReason?: CaseRejectReason;
}

export async function changeViolationCase(
  tx: Database,
  id: Identifier,
  { state, holds, releasedHolds, registry, decidedAt, rejectReason }: CaseStanding,
): Promise<void> {
  await tx
    .updateTable('violation_case')
    .set({
      state,
      decided_at: decidedAt ?? null,
      reject_reason: rejectReason ?? null,
      ...(holds && { holds: JSON.stringify(holds) }),
      ...(releasedHolds && { released_holds: [...releasedHolds] }),
      ...(registry !== undefined && { registry: registry === null ? null : JSON.stringify(registry) }),
    })
    .where('id', '=', id)
    .execute();
}

/** A case, locked until the transaction ends; null: there is none. */
export async function lockViolationCase(tx: Database, id: Identifier): Promise<StoredViolationCase | null> {
  const locked = await tx
    .selectFrom('violation_case')
    .select('id')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return locked === undefined ? null : getViolationCase(tx, id);
}

export async function getViolationCase(db: Database, id: Identifier): Promise<StoredViolationCase | null> {
  const row = await selectCases(db).where('violation_case.id', '=', id).executeTakeFirst();
  return row === undefined ? null : caseOf(row);
}

/** The case of a challan's observation, or null. */
export async function findCaseOfObservation(
  db: Database,
  observationId: Identifier,
): Promise<StoredViolationCase | null> {
  const row = await selectCases(db)
    .where('violation_case.observation_id', '=', observationId)
    .executeTakeFirst();
  return row === undefined ? null : caseOf(row);
}

/**
 * Open or confirmed cases of the same plate, kind and camera near an instant, oldest first: what is suspected then is the
 * same thing once more.
 */
export async function findSameViolation(
  tx: Database,
  wanted: { plate: string; kind: ViolationKind; cameraId: Identifier; from: Instant; to: Instant },
): Promise<StoredViolationCase | null> {
  const row = await selectCases(tx)
    .where('violation_case.plate', '=', wanted.plate)
    .where('violation_case.kind', '=', wanted.kind)
    .where('violation_case.camera_id', '=', wanted.cameraId)
    .where('violation_case.occurred_at', '>=', wanted.from)
    .where('violation_case.occurred_at', '<=', wanted.to)
    .where('violation_case.state', '!=', 'rejected')
    .orderBy('violation_case.occurred_at')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : caseOf(row);
}

export async function insertDuplicate(
  tx: Database,
  caseId: Identifier,
  { id, capturedAt }: ViolationSuspected,
  at: Instant,
): Promise<void> {
  await tx
    .insertInto('violation_duplicate')
    .values({ observation_id: id, case_id: caseId, captured_at: capturedAt, at })
    .execute();
}

/** An answer to a case, with the human who gave it. */
export type StoredDecision = CaseDecision & { readonly person: string | null };

export async function insertDecision(
  tx: Database,
  caseId: Identifier,
  { id, step, decision, reason, note, at, by, byName, person }: StoredDecision,
): Promise<void> {
  await tx
    .insertInto('violation_decision')
    .values({ id, case_id: caseId, step, decision, reason, note, at, by_user: by, by_name: byName, person })
    .execute();
}

/** The answers to a case, in their order. */
export function listDecisions(db: Database, caseId: Identifier): Promise<StoredDecision[]> {
  return db
    .selectFrom('violation_decision')
    .select(['id', 'step', 'decision', 'reason', 'note', 'at', 'person'])
    .select(['by_user as by', 'by_name as byName'])
    .where('case_id', '=', caseId)
    .orderBy('at')
    .orderBy('id')
    .execute();
}

/** Cases with their camera, challan and duplicates, for queries that choose among them. */
export function selectCases(db: Database) {
  return db
    .selectFrom('violation_case')
    .innerJoin('camera', 'camera.id', 'violation_case.camera_id')
    .leftJoin('challan', 'challan.case_id', 'violation_case.id')
    .selectAll('violation_case')
    .select([
      'camera.name as camera_name',
      'challan.id as challan_id',
      'challan.number as challan_number',
      'challan.state as challan_state',
    ])
    .select((select) =>
      select
        .selectFrom('violation_duplicate')
        .whereRef('violation_duplicate.case_id', '=', 'violation_case.id')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .as('duplicates'),
    );
}

type CaseRow = InferResult<ReturnType<typeof selectCases>>[number];

/** A row of `selectCases` as it is told. */
export function caseOf(row: CaseRow): StoredViolationCase {
  return {
    id: row.id,
    siteId: row.site_id,
    cameraId: row.camera_id,
    cameraName: row.camera_name,
    kind: row.kind,
    state: row.state,
    occurredAt: row.occurred_at,
    openedAt: row.opened_at,
    observationId: row.observation_id,
    capturedAt: row.captured_at,
    permitId: row.permit_id,
    softwareVersion: row.software_version,
    simulated: row.simulated,
    secondLook: row.second_look,
    holds: row.holds,
    releasedHolds: row.released_holds,
    decidedAt: row.decided_at,
    rejectReason: row.reject_reason,
    purgedAt: row.purged_at,
    matter: matterOf(row),
    duplicates: row.duplicates ?? 0,
    challan:
      row.challan_id === null || row.challan_number === null || row.challan_state === null
        ? null
        : { id: row.challan_id, number: row.challan_number, state: row.challan_state },
  };
}

function matterOf({ plate, observation, reading, vehicle, registry }: CaseRow): CaseMatter | null {
  if (plate === null || observation === null || reading === null || vehicle === null) return null;
  return { plate, observation: suspectedIn(observation), reading, vehicle, registry };
}

function suspectedIn(stored: Record<string, unknown>): ViolationSuspected {
  const observation = Observation.parse(stored);
  if (observation.kind !== 'violation-suspected')
    throw new Error(`The observation ${observation.id} of a case is no suspected violation.`);
  return observation;
}
