import type { SiteScope } from '@amaan/contracts/api/me';
import type { Identifier } from '@amaan/contracts/identifier';
import type { Instant } from '@amaan/contracts/instant';
import type { Junction } from '@amaan/contracts/traffic/junction';
import {
  type JunctionDetails,
  type JunctionOutput,
  JunctionOutputInput,
  type JunctionVersion,
} from '@amaan/contracts/traffic/junction-record';
import type { ControllerName, SignalMode } from '@amaan/contracts/traffic/signal-decision';
import { type InferResult, sql } from 'kysely';
import type { Database } from '../open-database.ts';
import type { SecretBox } from '../secret-box.ts';
import { withinSites } from '../within-sites.ts';

/** A junction as it is kept; what it shows now is known to the process that runs it. */
export interface StoredJunction extends Omit<JunctionDetails, 'live'> {
  /** Its name in its network; null: it was written down by hand. */
  readonly networkJunction: string | null;
}

export interface NewJunction {
  readonly id: Identifier;
  readonly siteId: Identifier;
  readonly definition: Junction;
  readonly contradictions: readonly string[];
  readonly controller: ControllerName;
  readonly networkId: Identifier | null;
  readonly networkJunction: string | null;
  readonly note: string;
  readonly at: Instant;
  readonly byName: string;
}

/** Adds a junction that is observed and has no output yet. */
export async function insertJunction(tx: Database, junction: NewJunction, secrets: SecretBox): Promise<void> {
  const { id, definition, at, byName, note } = junction;
  await tx
    .insertInto('junction')
    .values({
      id,
      site_id: junction.siteId,
      name: definition.name,
      version: 1,
      definition: JSON.stringify(definition),
      contradictions: JSON.stringify(junction.contradictions),
      mode: 'observe',
      mode_since: at,
      controller: junction.controller,
      output_sealed: secrets.seal(JSON.stringify({ kind: 'none' }), contextOf(id)),
      output: JSON.stringify({ kind: 'none' }),
      network_id: junction.networkId,
      network_junction: junction.networkJunction,
      created_at: at,
      changed_by_name: byName,
      note,
      retired_at: null,
    })
    .execute();
  await insertVersion(tx, id, { version: 1, definition, at, byName, note });
}

/** Writes a new version of a junction. */
export async function changeJunction(
  tx: Database,
  id: Identifier,
  change: {
    readonly version: number;
    readonly definition: Junction;
    readonly contradictions: readonly string[];
    readonly note: string;
    readonly at: Instant;
    readonly byName: string;
  },
): Promise<void> {
  const { version, definition, note, byName } = change;
  await tx
    .updateTable('junction')
    .set({
      version,
      name: definition.name,
      definition: JSON.stringify(definition),
      contradictions: JSON.stringify(change.contradictions),
      changed_by_name: byName,
      note,
    })
    .where('id', '=', id)
    .execute();
  await insertVersion(tx, id, change);
}

/** Sets the mode of junctions. */
export async function setMode(
  tx: Database,
  ids: readonly Identifier[],
  mode: SignalMode,
  at: Instant,
): Promise<void> {
  if (ids.length === 0) return;
  await tx.updateTable('junction').set({ mode, mode_since: at }).where('id', 'in', ids).execute();
}

export async function setController(tx: Database, id: Identifier, controller: ControllerName): Promise<void> {
  await tx.updateTable('junction').set({ controller }).where('id', '=', id).execute();
}

/** Sets where a junction's states go; addresses and keys are sealed. */
export async function setOutput(
  tx: Database,
  id: Identifier,
  output: JunctionOutputInput,
  secrets: SecretBox,
): Promise<void> {
  await tx
    .updateTable('junction')
    .set({
      output: JSON.stringify(readable(output)),
      output_sealed: secrets.seal(JSON.stringify(output), contextOf(id)),
    })
    .where('id', '=', id)
    .execute();
}

/** Takes a junction out of use; its versions, events and decisions stay. */
export async function retireJunction(tx: Database, id: Identifier, at: Instant): Promise<void> {
  await tx
    .updateTable('junction')
    .set({ retired_at: at, mode: 'observe', mode_since: at })
    .where('id', '=', id)
    .execute();
}

/** Holds back everybody else who changes a junction, until the transaction ends. */
export async function lockJunctions(tx: Database, ids: readonly Identifier[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.selectFrom('junction').select('id').where('id', 'in', ids).orderBy('id').forUpdate().execute();
}

/** Those in use within somebody's sites, by name. */
export async function listJunctions(db: Database, sites: SiteScope, now: Instant): Promise<StoredJunction[]> {
  const rows = await selectJunctions(db, now)
    .where(withinSites('junction.site_id', sites))
    .where('junction.retired_at', 'is', null)
    .orderBy('junction.name')
    .orderBy('junction.id')
    .execute();
  return rows.map(junctionOf);
}

/** One in use, or null: also when it is of a site that is not theirs. */
export async function getJunction(
  db: Database,
  id: Identifier,
  sites: SiteScope,
  now: Instant,
): Promise<StoredJunction | null> {
  const row = await selectJunctions(db, now)
    .where('junction.id', '=', id)
    .where(withinSites('junction.site_id', sites))
    .where('junction.retired_at', 'is', null)
    .executeTakeFirst();
  return row === undefined ? null : junctionOf(row);
}

/**
 * Where the states of junctions go, with addresses and keys: for the bus only, never for logs or people.
 * @throws SecretError `SECRET_UNREADABLE` when the key file is not the one they were stored with
 */
export async function readOutputs(
  db: Database,
  secrets: SecretBox,
): Promise<Map<Identifier, JunctionOutputInput>> {
  const rows = await db
    .selectFrom('junction')
    .select(['id', 'output_sealed'])
    .where('retired_at', 'is', null)
    .execute();
  return new Map(
    rows.map(({ id, output_sealed }) => [
      id,
      JunctionOutputInput.parse(JSON.parse(secrets.open(output_sealed, contextOf(id)))),
    ]),
  );
}

/** All versions of a junction, the newest first. */
export async function listJunctionVersions(db: Database, id: Identifier): Promise<JunctionVersion[]> {
  const rows = await db
    .selectFrom('junction_version')
    .select(['version', 'at', 'by_name', 'note', 'definition'])
    .where('junction_id', '=', id)
    .orderBy('version', 'desc')
    .execute();
  return rows.map(({ by_name, ...version }) => ({ ...version, by: by_name }));
}

async function insertVersion(
  tx: Database,
  id: Identifier,
  version: {
    readonly version: number;
    readonly definition: Junction;
    readonly at: Instant;
    readonly byName: string;
    readonly note: string;
  },
): Promise<void> {
  await tx
    .insertInto('junction_version')
    .values({
      junction_id: id,
      version: version.version,
      definition: JSON.stringify(version.definition),
      at: version.at,
      by_name: version.byName,
      note: version.note,
    })
    .execute();
}

function selectJunctions(db: Database, now: Instant) {
  return db
    .selectFrom('junction')
    .selectAll('junction')
    .select(
      sql<Instant | null>`(SELECT max(approval.until_at) FROM signal_approval approval
        JOIN signal_approval_junction named ON named.approval_id = approval.id
        WHERE named.junction_id = junction.id AND approval.state = 'in-force'
          AND approval.controller = junction.controller AND approval.until_at > ${now}::timestamptz)`.as(
        'approved_until',
      ),
    );
}

function junctionOf(row: InferResult<ReturnType<typeof selectJunctions>>[number]): StoredJunction {
  return {
    id: row.id,
    siteId: row.site_id,
    name: row.name,
    position: row.definition.position,
    version: row.version,
    contradictions: row.contradictions,
    mode: row.mode,
    modeSince: row.mode_since,
    controller: row.controller,
    output: row.output.kind,
    simulated: row.output.kind === 'simulated',
    approvedUntil: row.approved_until,
    definition: row.definition,
    outputSettings: row.output,
    networkId: row.network_id,
    networkJunction: row.network_junction,
    createdAt: row.created_at,
    changedBy: row.changed_by_name,
    note: row.note,
  };
}

/** What people may read of an output: all but the credentials. */
function readable(output: JunctionOutputInput): JunctionOutput {
  if (output.kind !== 'ntcip') return output;
  const { credentials, ...plain } = output;
  return { ...plain, version: credentials.version };
}

function contextOf(id: Identifier): string {
  return `junction:${id}`;
}
