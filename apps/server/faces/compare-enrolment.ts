import type { WatchlistFindingKind } from '@amaan/contracts/faces/watchlist-entry';
import type { Identifier } from '@amaan/contracts/identifier';
import { type FaceTemplate, similarityOf } from '@amaan/face-recognition/embedding/embed-face';
import { faceRecognition } from '@amaan/face-recognition/system';
import { searchThreshold } from '@amaan/face-recognition/threshold/search-threshold';
import type { OpenTemplate } from '@amaan/store/faces/watchlist-templates';

/** What the templates of a list say about a new picture. */
export interface EnrolmentFinding {
  readonly kind: WatchlistFindingKind;
  readonly otherPictureId: Identifier;
  readonly similarity: number;
  readonly threshold: number;
}

/** Two pictures of one person are less alike than this in one of a hundred pairs of strangers only. */
const STRANGERS_RATE = 0.01;
/** Other entries that are named at once, the most alike first. */
export const MOST_NAMED = 5;

/** From which similarity on two entries of a list of so many pictures are one person: as a search of it would ask. */
export function duplicateThreshold(size: number): number {
  return searchThreshold(size, faceRecognition.thresholds.falseMatchesPerSearch).threshold;
}

/**
 * Compares a new template with those of a list that may be the same person, and with its own entry's. The same person
 * under another entry is as alike as a search of this list would ask; in its own entry it should at least be more alike
 * than strangers are.
 * @param listed overwritten one after the other once looked at
 * @param size templates of the whole list
 */
export async function compareEnrolment(
  template: FaceTemplate,
  entryId: Identifier,
  listed: AsyncIterable<OpenTemplate>,
  size: number,
): Promise<EnrolmentFinding[]> {
  const best = new Map<Identifier, { readonly pictureId: Identifier; readonly similarity: number }>();
  for await (const { pictureId, entryId: other, values } of listed) {
    const similarity = similarityOf(template, values);
    values.fill(0);
    if (similarity > (best.get(other)?.similarity ?? Number.NEGATIVE_INFINITY))
      best.set(other, { pictureId, similarity });
  }
  if (best.size === 0) return [];
  const same = duplicateThreshold(Math.max(size, best.size));
  const duplicates = [...best]
    .filter(([other, { similarity }]) => other !== entryId && similarity >= same)
    .sort(([, a], [, b]) => b.similarity - a.similarity)
    .slice(0, MOST_NAMED)
    .map(([, { pictureId, similarity }]) => ({
      kind: 'one-person-two-entries' as const,
      ...{ otherPictureId: pictureId, similarity, threshold: same },
    }));
  const own = best.get(entryId);
  const strangers = searchThreshold(1, STRANGERS_RATE).threshold;
  if (own === undefined || own.similarity >= strangers) return duplicates;
  const { pictureId: otherPictureId, similarity } = own;
  return [...duplicates, { kind: 'two-people-one-entry', otherPictureId, similarity, threshold: strangers }];
}
