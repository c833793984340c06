import type { Digest } from '@amaan/contracts/digest';
import type { Identifier } from '@amaan/contracts/identifier';
import { sql } from 'kysely';
import { digestBytes } from '../digest-column.ts';
import type { Database } from '../open-database.ts';
import type { SecretBox } from '../secret-box.ts';
import { pictureContext } from './watchlist-pictures.ts';

/** A template out of its seal. Whoever has it overwrites it when it is no longer needed. */
export interface OpenTemplate {
  readonly pictureId: Identifier;
  readonly entryId: Identifier;
  /** 0–1: less after "not this person". */
  readonly weight: number;
  /** Of length one. */
  readonly values: Float32Array;
}

const BATCH = 500;
/** No identifier comes before it. */
const BEFORE_ALL: Identifier = '00000000-0000-0000-0000-000000000000';

/** Seals a template for its picture's row. */
export function sealTemplate(
  box: SecretBox,
  watchlistId: Identifier,
  pictureId: Identifier,
  values: Float32Array,
): Uint8Array {
  const bytes = Buffer.from(values.buffer, values.byteOffset, values.byteLength);
  return box.sealBytes(bytes, `${pictureContext(watchlistId, pictureId)}/template`);
}

/** Templates of a list that one model made. */
export interface TemplateSelection {
  readonly watchlistId: Identifier;
  readonly modelDigest: Digest;
  /**
   * `all` of the list, to compare a new picture with; or what a search may use: active pictures of active entries, as
   * the last review saw them
   */
  readonly which: 'all' | 'searchable';
}

/** Which of them, where not all are wanted. */
export interface TemplateChoice {
  /** These pictures, and all of one entry. */
  readonly pictureIds?: readonly Identifier[];
  readonly entryId?: Identifier;
  /** Those that a later change than this one of the list added, or let be searched where that is what is selected. */
  readonly changedAfter?: number;
}

/** The templates of a list, opened one after the other. @param choice left out: all of them */
export async function* openTemplates(
  db: Database,
  box: SecretBox,
  selection: TemplateSelection,
  choice: TemplateChoice = {},
): AsyncGenerator<OpenTemplate, void, undefined> {
  const { watchlistId } = selection;
  for (let after = BEFORE_ALL; ; ) {
    const { rows }: { rows: TemplateRow[] } = await sql<TemplateRow>`
      SELECT picture.id, picture.entry_id, picture.weight, picture.template ${selected(selection)}
        AND ${chosen(selection, choice)} AND picture.id > ${after}::uuid
      ORDER BY picture.id LIMIT ${BATCH}`.execute(db);
    for (const row of rows) {
      const bytes = box.openBytes(row.template, `${pictureContext(watchlistId, row.id)}/template`);
      const values = valuesOf(bytes);
      bytes.fill(0);
      yield { pictureId: row.id, entryId: row.entry_id, weight: row.weight, values };
    }
    if (rows.length < BATCH) return;
    after = rows.at(-1)!.id;
  }
}

/** How many templates there are. */
export async function countTemplates(db: Database, selection: TemplateSelection): Promise<number> {
  const { rows } = await sql<{ count: string }>`SELECT count(*) ${selected(selection)}`.execute(db);
  return Number(rows[0]!.count);
}

/** Which of these pictures there are. */
export async function whichTemplates(
  db: Database,
  selection: TemplateSelection,
  pictureIds: readonly Identifier[],
): Promise<Set<Identifier>> {
  const { rows } = await sql<{ id: Identifier }>`
    SELECT picture.id ${selected(selection)} AND ${chosen(selection, { pictureIds })}`.execute(db);
  return new Set(rows.map(({ id }) => id));
}

/** How often a list was changed, and up to which change it was reviewed; null once it is destroyed. */
export async function readListRevision(
  db: Database,
  watchlistId: Identifier,
): Promise<{ readonly revision: number; readonly reviewed: number } | null> {
  const row = await db
    .selectFrom('watchlist')
    .select(['revision', 'reviewed_revision'])
    .where('id', '=', watchlistId)
    .where('key_destroyed_at', 'is', null)
    .executeTakeFirst();
  return row === undefined ? null : { revision: row.revision, reviewed: row.reviewed_revision ?? -1 };
}

function selected({ watchlistId, modelDigest, which }: TemplateSelection) {
  const fit =
    which === 'all'
      ? sql`entry.state IN ('waiting', 'active')`
      : sql`entry.state = 'active' AND picture.state = 'active'
          AND greatest(picture.revision, entry.revision) <= watchlist.reviewed_revision`;
  return sql`
    FROM watchlist_picture picture
    JOIN watchlist_entry entry ON entry.id = picture.entry_id
    JOIN watchlist ON watchlist.id = picture.watchlist_id
    WHERE picture.watchlist_id = ${watchlistId}::uuid AND picture.model_digest = ${digestBytes(modelDigest)}
      AND ${fit}`;
}

function chosen({ which }: TemplateSelection, { pictureIds, entryId, changedAfter }: TemplateChoice) {
  const parts = [
    ...(pictureIds === undefined ? [] : [sql`picture.id = any(${[...pictureIds]}::uuid[])`]),
    ...(entryId === undefined ? [] : [sql`picture.entry_id = ${entryId}::uuid`]),
    ...(changedAfter === undefined
      ? []
      : which === 'all'
        ? [sql`picture.revision > ${changedAfter}::bigint`]
        : [sql`greatest(picture.revision, entry.revision) > ${changedAfter}::bigint`]),
  ];
  return parts.length === 0 ? sql`true` : sql`(${sql.join(parts, sql` OR `)})`;
}

interface TemplateRow {
  readonly id: Identifier;
  readonly entry_id: Identifier;
  readonly weight: number;
  readonly template: Uint8Array;
}

/** In memory of their own, aligned as floats must be. They are stored as the machine has them. */
function valuesOf(bytes: Buffer): Float32Array {
  const values = new Float32Array(bytes.length / 4);
  Buffer.from(values.buffer).set(bytes);
  return values;
}
