import type { Digest } from '@amaan/contracts/digest';
import type { Identifier } from '@amaan/contracts/identifier';
import { sql } from 'kysely';
import { digestHex } from '../../digest-column.ts';
import type { Database } from '../../open-database.ts';

/** An enrolled picture that may be searched, and the list that it is on. */
export interface MatchTarget {
  /** 1 as enrolled; less for each "not this person". */
  readonly weight: number;
  /** Of the model that made its template. */
  readonly modelDigest: Digest;
  /** Templates of that model on the list that may be searched. */
  readonly listSize: number;
}

/** The condition that a search may use a picture: active, of an active entry, as the last review of the list saw both. */
const SEARCHABLE = sql<boolean>`entry.state = 'active' AND picture.state = 'active'
  AND greatest(picture.revision, entry.revision) <= watchlist.reviewed_revision
  AND watchlist.key_destroyed_at IS NULL`;

/** Lists whose size is remembered. */
const LISTS_KEPT = 1000;

const SEARCHED = sql`watchlist_picture picture
  JOIN watchlist_entry entry ON entry.id = picture.entry_id
  JOIN watchlist ON watchlist.id = picture.watchlist_id`;

/**
 * How many templates lists offer to searches. Counting a million takes a while, and ingest asks for every match, so a
 * count holds until its list is changed or reviewed.
 */
export class ListSizes {
  readonly #known = new Map<string, { readonly standing: string; readonly size: number }>();

  /** @param standing another after every change and every review of the list */
  async read(db: Database, watchlistId: Identifier, model: Uint8Array, standing: string): Promise<number> {
    const key = `${watchlistId} ${digestHex(model)}`;
    const known = this.#known.get(key);
    if (known?.standing === standing) return known.size;
    const size = await countSearchable(db, watchlistId, model);
    this.#known.set(key, { standing, size });
    for (const oldest of this.#known.keys()) {
      if (this.#known.size <= LISTS_KEPT) break;
      this.#known.delete(oldest);
    }
    return size;
  }
}

/** A picture of an entry of a list as a search may use it now; null: it may not. */
export async function readMatchTarget(
  db: Database,
  sizes: ListSizes,
  {
    watchlistId,
    entryId,
    pictureId,
  }: { readonly watchlistId: Identifier; readonly entryId: Identifier; readonly pictureId: Identifier },
): Promise<MatchTarget | null> {
  const { rows } = await sql<{ weight: number; model_digest: Uint8Array; standing: string }>`
    SELECT picture.weight, picture.model_digest,
      watchlist.revision || '/' || watchlist.reviewed_revision AS standing FROM ${SEARCHED}
    WHERE picture.id = ${pictureId}::uuid AND picture.entry_id = ${entryId}::uuid
      AND picture.watchlist_id = ${watchlistId}::uuid AND ${SEARCHABLE}`.execute(db);
  const [row] = rows;
  if (row === undefined) return null;
  return {
    weight: row.weight,
    modelDigest: digestHex(row.model_digest),
    listSize: await sizes.read(db, watchlistId, row.model_digest, row.standing),
  };
}

/** How many templates a list offers to searches, and which of its pictures weigh less than others. */
export async function readListWeights(
  db: Database,
  watchlistId: Identifier,
): Promise<{ listSize: number; worn: { pictureId: Identifier; weight: number }[] }> {
  const { rows } = await sql<{ pictureId: Identifier; weight: number }>`
    SELECT picture.id AS "pictureId", picture.weight FROM ${SEARCHED}
    WHERE picture.watchlist_id = ${watchlistId}::uuid AND picture.weight < 1 AND ${SEARCHABLE}
    ORDER BY picture.id`.execute(db);
  return { listSize: await countSearchable(db, watchlistId, null), worn: rows };
}

/** @param model null: of any model */
async function countSearchable(
  db: Database,
  watchlistId: Identifier,
  model: Uint8Array | null,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*) AS count FROM ${SEARCHED}
    WHERE picture.watchlist_id = ${watchlistId}::uuid AND ${SEARCHABLE}
      AND (${model}::bytea IS NULL OR picture.model_digest = ${model}::bytea)`.execute(db);
  return Number(rows[0]!.count);
}
