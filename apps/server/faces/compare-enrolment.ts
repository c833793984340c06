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
const MOST_NAMED = 5;

/**
 * Compares a new template with everybody on the list. The same person under another entry is as alike as a search of
 * this list would ask; in its own entry it should at least be more alike than strangers are.
 * @param listed overwritten one after the other once looked at
 */
export async function compareEnrolment(
  template: FaceTemplate,
  entryId: Identifier,
  listed: AsyncIterable<OpenTemplate>,
): Promise<EnrolmentFinding[]> {
  const best = new Map<Identifier, { readonly pictureId: Identifier; readonly similarity: number }>();
  let size = 0;
  for await (const { pictureId, entryId: other, values } of listed) {
    const similarity = similarityOf(template, values);
    values.fill(0);
    size += 1;
    if (similarity > (best.get(other)?.similarity ?? Number.NEGATIVE_INFINITY))
      best.set(other, { pictureId, similarity });
  }
  if (size === 0) return [];
  const same = searchThreshold(size, faceRecognition.thresholds.falseMatchesPerSearch).threshold;
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
