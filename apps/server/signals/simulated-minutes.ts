import { instantOf } from '@amaan/contracts/instant';
import { seededRandom } from '@amaan/contracts/seeded-random';
import type { Junction } from '@amaan/contracts/traffic/junction';
import { LaneSums } from '@amaan/contracts/traffic/lane-measures';
import type { WhatIfWork } from '@amaan/contracts/traffic/signal-messages';

const MINUTE_MS = 60_000;

/**
 * What cameras of a simulated junction would have measured: on each lane as many vehicles in each minute as arrive by chance
 * (Poisson) at the rate of its made-up road. The same minute of the same junction always has the same vehicles.
 */
export function simulatedMinutes(
  { id, lanes }: Junction,
  arrivalsPerHour: number,
  { from, to }: { readonly from: string; readonly to: string },
): NonNullable<WhatIfWork>['minutes'] {
  const first = Math.ceil(Date.parse(from) / MINUTE_MS);
  const last = Math.floor(Date.parse(to) / MINUTE_MS);
  const seed = Number.parseInt(id.replaceAll('-', '').slice(-8), 16);
  return lanes.flatMap((lane, place) =>
    Array.from({ length: Math.max(0, last - first) }, (_, index) => {
      const random = seededRandom(seed + (first + index) * lanes.length + place);
      return {
        lane: lane.id,
        from: instantOf((first + index) * MINUTE_MS),
        sums: LaneSums.parse({
          observedMs: MINUTE_MS,
          counts: { car: poisson(arrivalsPerHour / 60, random) },
        }),
      };
    }),
  );
}

/** A number of arrivals with this mean (Knuth 1969, volume 2, section 3.4.1). */
function poisson(mean: number, random: () => number): number {
  const limit = Math.exp(-mean);
  let count = 0;
  for (let product = random(); product > limit; product *= random()) count += 1;
  return count;
}
