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

/**
 * The templates of a list that one model made, opened one after the other.
 * @param which `all` of the list, to compare a new picture with; or what a search may use: active pictures of active
 *   entries, as the last review saw them
 */
export async function* openTemplates(
  db: Database,
  box: SecretBox,
  list: {
    readonly watchlistId: Identifier;
    readonly modelDigest: Digest;
    readonly which: 'all' | 'searchable';
  },
): AsyncGenerator<OpenTemplate, void, undefined> {
  const { watchlistId, modelDigest, which } = list;
  const fit =
    which === 'all'
      ? sql`entry.state IN ('waiting', 'active')`
      : sql`entry.state = 'active' AND picture.state = 'active'
          AND greatest(picture.revision, entry.revision) <= watchlist.reviewed_revision`;
  for (let after = BEFORE_ALL; ; ) {
    const { rows }: { rows: TemplateRow[] } = await sql<TemplateRow>`
      SELECT picture.id, picture.entry_id, picture.weight, picture.template
      FROM watchlist_picture picture
      JOIN watchlist_entry entry ON entry.id = picture.entry_id
      JOIN watchlist ON watchlist.id = picture.watchlist_id
      WHERE picture.watchlist_id = ${watchlistId}::uuid AND picture.model_digest = ${digestBytes(modelDigest)}
        AND ${fit} AND picture.id > ${after}::uuid
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
