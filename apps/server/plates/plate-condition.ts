import type { Database } from '@amaan/store/open-database';
import { findKnownPlates, type KnownPlateQuery, whichAreKnown } from '@amaan/store/plates/known-plates';
import type { PlateCondition } from '@amaan/store/plates/sightings';
import {
  likePattern,
  type PlatePattern,
  platePattern,
  sievePattern,
  spellingsWithin,
} from '@amaan/vehicle-trace/trace/plate-pattern';

/** More plates than these are not listed: so many are met soon by reading sightings from the newest on. */
const MOST_LISTED = 2_000;
/** Spellings of an end beyond which reading every known plate is cheaper. */
const MOST_ENDS = 64;

/**
 * How the database finds what a query means: by a list of plates where they are few, else by reading from the
 * newest sighting on. With a tolerance it finds somewhat more, which `matchCost` then leaves out.
 */
export async function plateConditionOf(
  db: Database,
  query: string,
  tolerance: number,
): Promise<PlateCondition> {
  const pattern = platePattern(query);
  const regular = { kind: 'regular', pattern: sievePattern(pattern, tolerance) } as const;
  if (pattern.exact) {
    const spellings = spellingsWithin(pattern.text, tolerance);
    if (spellings === null) return regular;
    const plates = spellings.length === 1 ? spellings : await whichAreKnown(db, spellings);
    return { kind: 'listed', plates };
  }
  const fits = tolerance === 0 ? ({ kind: 'like', pattern: likePattern(pattern) } as const) : regular;
  const ends = endsOf(pattern, tolerance);
  const plates = await findKnownPlates(db, { fits, ends, limit: MOST_LISTED + 1 });
  return plates.length <= MOST_LISTED ? { kind: 'listed', plates } : fits;
}

/** The longer of the two known ends, in every spelling that may have been read. */
function endsOf({ prefix, suffix }: PlatePattern, tolerance: number): KnownPlateQuery['ends'] {
  const backwards = suffix.length > prefix.length;
  const texts = spellingsWithin(backwards ? suffix : prefix, tolerance);
  return { backwards, texts: texts === null || texts.length > MOST_ENDS ? [] : texts };
}
