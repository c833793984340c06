import type { Digest } from '@amaan/contracts/digest';
import type {
  WatchlistPicture,
  WatchlistPictureDetails,
  WatchlistPictureState,
} from '@amaan/contracts/faces/watchlist-entry';
import type { Identifier } from '@amaan/contracts/identifier';
import type { Instant } from '@amaan/contracts/instant';
import { type InferResult, sql } from 'kysely';
import { digestBytes, digestHex } from '../digest-column.ts';
import type { Database } from '../open-database.ts';
import type { SecretBox } from '../secret-box.ts';
import { queueObjectRemoval } from './face-objects.ts';
import type { FaceAuthor } from './watchlists.ts';

export interface NewStoredPicture {
  readonly id: Identifier;
  readonly watchlistId: Identifier;
  readonly entryId: Identifier;
  readonly state: WatchlistPictureState;
  readonly details: WatchlistPictureDetails;
  /** Of the sealed picture in the object store. */
  readonly objectDigest: Digest;
  /** As `sealTemplate` makes it. */
  readonly template: Uint8Array;
  readonly quality: number;
  readonly modelDigest: Digest;
  readonly at: Instant;
  readonly by: FaceAuthor;
  readonly revision: number;
}

/** A picture, what four eyes need of it, and where its sealed bytes are. */
export interface StoredPicture extends WatchlistPicture {
  readonly addedPerson: string;
  readonly objectDigest: Digest;
}

/** What everything sealed of a picture belongs to. */
export function pictureContext(watchlistId: Identifier, id: Identifier): string {
  return `watchlist:${watchlistId}/picture:${id}`;
}

/** Adds an enrolled picture. @param box of the list */
export async function insertWatchlistPicture(
  tx: Database,
  box: SecretBox,
  picture: NewStoredPicture,
): Promise<void> {
  const { id, watchlistId, details, by } = picture;
  const { source, lawfulness, takenOn } = details;
  await tx
    .insertInto('watchlist_picture')
    .values({
      id,
      watchlist_id: watchlistId,
      entry_id: picture.entryId,
      state: picture.state,
      object_digest: digestBytes(picture.objectDigest),
      template: picture.template,
      details: box.seal(JSON.stringify({ source, lawfulness }), `${pictureContext(watchlistId, id)}/details`),
      taken_on: takenOn,
      quality: picture.quality,
      model_digest: digestBytes(picture.modelDigest),
      revision: picture.revision,
      added_at: picture.at,
      added_by: by.actor,
      added_by_name: by.name,
      added_person: by.person,
    })
    .execute();
}

/** The pictures of an entry, newest first. */
export async function listWatchlistPictures(
  db: Database,
  box: SecretBox,
  key: { readonly watchlistId: Identifier; readonly entryId: Identifier },
): Promise<StoredPicture[]> {
  const rows = await selectPictures(db)
    .where('watchlist_id', '=', key.watchlistId)
    .where('entry_id', '=', key.entryId)
    .orderBy('id', 'desc')
    .execute();
  return rows.map((row) => pictureOf(row, box));
}

/** One picture; null when the list has no such one. */
export async function getWatchlistPicture(
  db: Database,
  box: SecretBox,
  key: { readonly watchlistId: Identifier; readonly id: Identifier },
): Promise<StoredPicture | null> {
  const row = await selectPictures(db)
    .where('watchlist_id', '=', key.watchlistId)
    .where('id', '=', key.id)
    .executeTakeFirst();
  return row === undefined ? null : pictureOf(row, box);
}

/**
 * Deletes pictures with their templates, and queues their objects.
 * @param of one of them, or all of an entry
 * @returns the digests of their objects
 */
export async function removeWatchlistPictures(
  tx: Database,
  of: { readonly id: Identifier } | { readonly entryId: Identifier },
  at: Instant,
): Promise<Digest[]> {
  const gone = await tx
    .deleteFrom('watchlist_picture')
    .where('id' in of ? 'id' : 'entry_id', '=', 'id' in of ? of.id : of.entryId)
    .returning('object_digest')
    .execute();
  const digests = gone.map(({ object_digest }) => object_digest);
  await queueObjectRemoval(tx, digests, at);
  return digests.map(digestHex);
}

/** Lets pictures be searched that were held and about which nothing waits any more. @returns how many */
export async function releaseHeldPictures(
  tx: Database,
  watchlistId: Identifier,
  revision: number,
): Promise<number> {
  const { rows } = await sql`
    UPDATE watchlist_picture AS picture SET state = 'active', revision = ${revision}::bigint
    WHERE picture.watchlist_id = ${watchlistId}::uuid AND picture.state = 'held' AND NOT EXISTS (
      SELECT FROM watchlist_finding finding
      WHERE finding.picture_id = picture.id AND finding.decision IS NULL)
    RETURNING picture.id`.execute(tx);
  return rows.length;
}

/** The picture as people see it. */
export function plainPicture(picture: StoredPicture): WatchlistPicture {
  const { addedPerson: _, objectDigest: __, ...rest } = picture;
  return rest;
}

function selectPictures(db: Database) {
  return db
    .selectFrom('watchlist_picture')
    .select([
      'id',
      'watchlist_id',
      'entry_id',
      'state',
      'object_digest',
      'details',
      'quality',
      'weight',
      'contradicted',
      'added_at',
      'added_by_name',
      'added_person',
    ])
    .select(sql<string>`to_char(taken_on, 'YYYY-MM-DD')`.as('taken_on'));
}

function pictureOf(
  row: InferResult<ReturnType<typeof selectPictures>>[number],
  box: SecretBox,
): StoredPicture {
  const context = `${pictureContext(row.watchlist_id, row.id)}/details`;
  const { source, lawfulness } = JSON.parse(box.open(row.details, context)) as Omit<
    WatchlistPictureDetails,
    'takenOn'
  >;
  return {
    source,
    lawfulness,
    takenOn: row.taken_on,
    id: row.id,
    watchlistId: row.watchlist_id,
    entryId: row.entry_id,
    state: row.state,
    quality: row.quality,
    weight: row.weight,
    contradicted: row.contradicted,
    addedAt: row.added_at,
    addedBy: row.added_by_name,
    addedPerson: row.added_person,
    objectDigest: digestHex(row.object_digest),
  };
}
