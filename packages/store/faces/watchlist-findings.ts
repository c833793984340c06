import type { WatchlistFinding, WatchlistFindingKind } from '@amaan/contracts/faces/watchlist-entry';
import type { Identifier } from '@amaan/contracts/identifier';
import type { Instant } from '@amaan/contracts/instant';
import type { Database } from '../open-database.ts';
import type { FaceAuthor } from './watchlists.ts';

/** What enrolment noticed about a picture. */
export interface NewFinding {
  readonly id: Identifier;
  readonly kind: WatchlistFindingKind;
  readonly pictureId: Identifier;
  readonly otherPictureId: Identifier;
  readonly similarity: number;
  readonly threshold: number;
}

/** Puts down what was noticed, for a person to decide. */
export async function insertFindings(
  tx: Database,
  watchlistId: Identifier,
  findings: readonly NewFinding[],
  at: Instant,
): Promise<void> {
  if (findings.length === 0) return;
  await tx
    .insertInto('watchlist_finding')
    .values(
      findings.map((finding) => ({
        id: finding.id,
        watchlist_id: watchlistId,
        kind: finding.kind,
        picture_id: finding.pictureId,
        other_picture_id: finding.otherPictureId,
        similarity: finding.similarity,
        threshold: finding.threshold,
        found_at: at,
      })),
    )
    .execute();
}

/** The findings of a list, open ones first, then the newest. */
export async function listFindings(
  db: Database,
  of: { readonly watchlistId: Identifier; readonly id?: Identifier; readonly pictureId?: Identifier },
): Promise<WatchlistFinding[]> {
  let query = db
    .selectFrom('watchlist_finding as finding')
    .innerJoin('watchlist_picture as picture', 'picture.id', 'finding.picture_id')
    .innerJoin('watchlist_picture as other', 'other.id', 'finding.other_picture_id')
    .where('finding.watchlist_id', '=', of.watchlistId);
  if (of.id !== undefined) query = query.where('finding.id', '=', of.id);
  if (of.pictureId !== undefined) query = query.where('finding.picture_id', '=', of.pictureId);
  return query
    .select([
      'finding.id',
      'finding.watchlist_id as watchlistId',
      'finding.kind',
      'finding.picture_id as pictureId',
      'picture.entry_id as entryId',
      'finding.other_picture_id as otherPictureId',
      'other.entry_id as otherEntryId',
      'finding.similarity',
      'finding.threshold',
      'finding.found_at as foundAt',
      'finding.decision',
      'finding.decided_at as decidedAt',
      'finding.decided_by_name as decidedBy',
    ])
    .orderBy('finding.decided_at', (order) => order.desc().nullsFirst())
    .orderBy('finding.id', 'desc')
    .limit(500)
    .execute();
}

/** Records what a person says about a finding. */
export async function decideFinding(
  tx: Database,
  id: Identifier,
  decision: 'same-person' | 'different-people',
  at: Instant,
  by: FaceAuthor,
): Promise<void> {
  await tx
    .updateTable('watchlist_finding')
    .set({ decision, decided_at: at, decided_by: by.actor, decided_by_name: by.name })
    .where('id', '=', id)
    .execute();
}
