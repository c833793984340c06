import type { Identifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import { countIn, logBin } from '@amaan/governance-monitoring/bins';
import {
  joinMeasured,
  type Measured,
  type ReviewedPart,
  type Reviews,
  type Situation,
} from '@amaan/governance-monitoring/derive-figures';
import { listInputHours, listMonitoredHours } from '@amaan/store/monitoring';
import { listReferences, type StoredReference } from '@amaan/store/monitoring-references';
import { countReviews, type ReviewCount } from '@amaan/store/monitoring-reviews';
import type { Database } from '@amaan/store/open-database';

export const HOUR_MS = 60 * 60_000;

/** One AI system on one camera group; what the simulator reports is a pair of its own. */
export interface Pair {
  readonly system: string;
  readonly groupId: Identifier;
  readonly simulated: boolean;
}

export function pairKey({ system, groupId, simulated }: Pair): string {
  return `${system} ${groupId} ${simulated}`;
}

/** The hour that a moment is in, as Unix time in milliseconds. */
export function hourOf(now: number): number {
  return Math.floor(now / HOUR_MS) * HOUR_MS;
}

/** What is known of every pair over windows that end now. */
export interface Situations {
  readonly pairs: readonly Pair[];
  readonly references: ReadonlyMap<string, StoredReference<Measured>>;
  /** @param windowHours one of those that were asked for */
  of(pair: Pair, windowHours: number): Situation;
}

/**
 * Reads the situation of every pair. A window of n hours is the hour that runs and the n before it, so that it
 * always holds n whole ones.
 *
 * @param only this camera group, where not all are asked for
 */
export async function readSituations(
  db: Database,
  options: {
    readonly windows: readonly number[];
    /** Those of the windows in which reviews are counted. */
    readonly reviewWindows: readonly number[];
    readonly timeZone: string;
    readonly now: number;
    readonly only?: Identifier;
  },
): Promise<Situations> {
  const { timeZone, now } = options;
  const windows = [...new Set(options.windows)];
  const longest = Math.max(0, ...windows);
  const group = options.only === undefined ? {} : { groupId: options.only };
  const to = instantOf(hourOf(now) + HOUR_MS);
  const from = instantOf(hourOf(now) - longest * HOUR_MS);
  const [outputs, inputs, references] = [
    await listMonitoredHours(db, { from, to, ...group }),
    await listInputHours(db, { from, to, ...group }),
    await listReferences<Measured>(db),
  ];
  const reviews = new Map<number, Map<string, Reviews>>();
  for (const hours of new Set(options.reviewWindows)) {
    const counts = await countReviews(db, { from: instantOf(now - hours * HOUR_MS), to, timeZone, ...group });
    reviews.set(hours, reviewsByPair(counts));
  }
  const byPair = Map.groupBy(outputs, pairKey);
  const inputsByGroup = Map.groupBy(inputs, (hour) => `${hour.groupId} ${hour.simulated}`);
  const referenceByPair = new Map(
    references
      .filter(({ groupId }) => options.only === undefined || groupId === options.only)
      .map((reference) => [pairKey(reference), reference]),
  );
  const pairs = new Map<string, Pair>();
  for (const { system, groupId, simulated } of [...outputs, ...referenceByPair.values()])
    pairs.set(pairKey({ system, groupId, simulated }), { system, groupId, simulated });
  return {
    pairs: [...pairs.values()].sort((a, b) => (pairKey(a) < pairKey(b) ? -1 : 1)),
    references: referenceByPair,
    of(pair, windowHours) {
      const begin = instantOf(hourOf(now) - windowHours * HOUR_MS);
      const own = (byPair.get(pairKey(pair)) ?? []).filter(({ hour }) => hour >= begin);
      const seen = (inputsByGroup.get(`${pair.groupId} ${pair.simulated}`) ?? []).filter(
        ({ hour }) => hour >= begin,
      );
      const elapsed = windowHours + (now - hourOf(now)) / HOUR_MS;
      return {
        present: joinHours(own, seen, elapsed),
        reviews: reviews.get(windowHours)?.get(pairKey(pair)) ?? { parts: [], reviewTime: {} },
        reference: referenceByPair.get(pairKey(pair))?.body ?? null,
      };
    },
  };
}

/** Hours of reports and of pictures, joined into one measurement. */
export function joinHours(
  outputs: Awaited<ReturnType<typeof listMonitoredHours>>,
  inputs: Awaited<ReturnType<typeof listInputHours>>,
  hours: number,
): Measured {
  const nothing = { samples: 0, brightness: {}, sharpness: {}, resolution: {} };
  const silent = { volume: 0, latency: {}, confidence: {}, objects: {} };
  return joinMeasured(
    [
      ...outputs.map((hour) => ({ ...nothing, ...pick(hour) })),
      ...inputs.map(({ samples, brightness, sharpness, resolution }) => ({
        ...silent,
        samples,
        brightness,
        sharpness,
        resolution,
      })),
    ],
    hours,
  );
}

function pick({
  volume,
  latency,
  confidence,
  objects,
}: Awaited<ReturnType<typeof listMonitoredHours>>[number]) {
  return { volume, latency, confidence, objects };
}

/** Counted reviews, joined for each pair. */
export function reviewsByPair(counts: readonly ReviewCount[]): Map<string, Reviews> {
  const reviews = new Map<string, { parts: ReviewedPart[]; reviewTime: Record<string, number> }>();
  for (const count of counts) {
    const key = pairKey(count);
    const own = reviews.get(key) ?? { parts: [], reviewTime: {} };
    reviews.set(key, own);
    const { objectClass, timeOfDay, reviewed, rejected, wrong } = count;
    own.parts.push({ objectClass, timeOfDay, confidenceBin: count.confidenceBin, reviewed, rejected, wrong });
    for (const time of count.reviewTimes) countIn(own.reviewTime, logBin(time));
  }
  return reviews;
}
