import type { ApproachLane, Junction } from '@amaan/contracts/traffic/junction';

/** One road that leads to the junction, with its lanes from the kerb… to the middle as the junction lists them. */
export interface Arm {
  readonly approach: string;
  /** Where it lies as seen from the junction, in degrees clockwise from north (the top of the diagram). */
  readonly angle: number;
  readonly lanes: readonly ApproachLane[];
}

/** Arms nearer to each other than this many degrees lie on each other. */
const LEAST_APART = 25;

/**
 * The approaches of a junction around its middle. Where the bearing of an approach's traffic is known, it comes from
 * the opposite side; the others are spread over what is free, in the junction's order. The diagram is no map.
 * @param bearings compass bearing that traffic of an approach drives in, in degrees
 */
export function armsOf({ lanes }: Pick<Junction, 'lanes'>, bearings: ReadonlyMap<string, number>): Arm[] {
  const approaches = [...new Set(lanes.map(({ approach }) => approach))];
  const known: { approach: string; angle: number }[] = [];
  for (const approach of approaches) {
    const bearing = bearings.get(approach);
    if (bearing === undefined) continue;
    const angle = (bearing + 180) % 360;
    // Two arms in one place would hide each other: the second goes where there is room.
    if (known.every((arm) => turnBetween(arm.angle, angle) >= LEAST_APART)) known.push({ approach, angle });
  }
  const places = freeAngles(
    known.map(({ angle }) => angle),
    approaches.length - known.length,
  );
  let next = 0;
  return approaches.map((approach) => ({
    approach,
    angle: known.find((arm) => arm.approach === approach)?.angle ?? places[next++]!,
    lanes: lanes.filter((lane) => lane.approach === approach),
  }));
}

/** The smaller turn from one direction to another, in degrees. */
function turnBetween(a: number, b: number): number {
  const turn = Math.abs(a - b) % 360;
  return Math.min(turn, 360 - turn);
}

/** So many directions that are as far from the taken ones and each other as halving the widest gap gives. */
function freeAngles(taken: readonly number[], count: number): number[] {
  if (taken.length === 0) return Array.from({ length: count }, (_, index) => (index * 360) / count);
  const all = [...taken];
  const found: number[] = [];
  while (found.length < count) {
    const sorted = all.toSorted((a, b) => a - b);
    let widest = { from: sorted[0]!, gap: 0 };
    for (const [index, from] of sorted.entries()) {
      const gap = (sorted[index + 1] ?? sorted[0]! + 360) - from;
      if (gap > widest.gap) widest = { from, gap };
    }
    const angle = (widest.from + widest.gap / 2) % 360;
    found.push(angle);
    all.push(angle);
  }
  return found.toSorted((a, b) => a - b);
}
