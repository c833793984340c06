import { digestOfJson } from '@amaan/contracts/digest-of';
import type { RecordAuthor } from '@amaan/contracts/governance/record';
import type { OrganisationEntry, SystemEntryVersion } from '@amaan/contracts/governance/system-entry';
import type { Instant } from '@amaan/contracts/instant';
import { authorColumns, authorOf } from './author-columns.ts';
import { digestBytes } from './digest-column.ts';
import type { Database } from './open-database.ts';

export interface NewSystemEntry {
  readonly system: string;
  readonly version: number;
  readonly body: OrganisationEntry;
  readonly at: Instant;
  readonly by: RecordAuthor;
  readonly note: string;
  readonly demo: boolean;
}

/** Adds a version of the organisation's part of a register entry. Call it in a transaction, with its ledger entry. */
export async function insertSystemEntry(db: Database, entry: NewSystemEntry): Promise<void> {
  const { system, body, by, ...rest } = entry;
  await db
    .insertInto('system_entry')
    .values({
      ...rest,
      system_id: system,
      body: JSON.stringify(body),
      digest: digestBytes(digestOfJson(body)),
      ...authorColumns(by),
    })
    .execute();
}

/** All versions of the organisation's part of a system's entry, the newest first. */
export async function listSystemEntries(db: Database, system: string): Promise<SystemEntryVersion[]> {
  const rows = await db
    .selectFrom('system_entry')
    .selectAll()
    .where('system_id', '=', system)
    .orderBy('version', 'desc')
    .execute();
  return rows.map(versionOf);
}

/** The newest version of every system's entry, by system. */
export async function listNewestSystemEntries(db: Database): Promise<Map<string, SystemEntryVersion>> {
  const rows = await db
    .selectFrom('system_entry')
    .distinctOn('system_id')
    .selectAll()
    .orderBy('system_id')
    .orderBy('version', 'desc')
    .execute();
  return new Map(rows.map((row) => [row.system_id, versionOf(row)]));
}

type Row = Parameters<typeof authorOf>[0] &
  Pick<SystemEntryVersion, 'version' | 'at' | 'note' | 'demo' | 'body'>;

function versionOf(row: Row): SystemEntryVersion {
  const { version, body, at, note, demo } = row;
  return { version, body, at, by: authorOf(row), note, demo };
}
