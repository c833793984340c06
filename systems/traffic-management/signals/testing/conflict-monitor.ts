import type { Junction } from '@amaan/contracts/traffic/junction';
import type { Light } from '@amaan/contracts/traffic/signal-decision';

const TOLERANCE = 1e-6;

/**
 * Watches only what a signal shows, as the conflict monitor of a cabinet does, and complains of everything that a junction
 * does not allow. It shares nothing with the envelope but the junction.
 */
export class ConflictMonitor {
  readonly #junction: Junction;
  #before: readonly Light[] | null = null;
  /** Since when each group shows its light; before the first change of a light nothing is known. */
  readonly #since: (number | null)[];
  /** When each group's green (its yellow, for vehicles) ended; −∞ before anything was seen. */
  readonly #ended: number[];
  readonly #greenEnded: number[];

  constructor(junction: Junction, first: number) {
    this.#junction = junction;
    this.#since = junction.groups.map(() => null);
    this.#ended = junction.groups.map(() => Number.NEGATIVE_INFINITY);
    this.#greenEnded = junction.groups.map(() => first);
  }

  /** @param longestStep seconds that may pass between two looks */
  complaints(lights: readonly Light[], now: number, longestStep: number): string[] {
    const { groups } = this.#junction;
    const found = groups.flatMap(({ id }, group) => {
      const before = this.#before?.[group] ?? null;
      const hasChanged = before !== null && before !== lights[group];
      return [
        ...this.#conflicts(lights, group),
        ...(hasChanged ? this.#change(lights, group, now) : []),
        ...this.#longRed(lights, group, now, longestStep),
      ].map((complaint) => `${now}: ${id} ${complaint}`);
    });
    this.#before = [...lights];
    return found;
  }

  #conflicts(lights: readonly Light[], group: number): string[] {
    if (!isGreen(lights[group]!)) return [];
    return this.#junction.groups.flatMap((foe, other) => {
      const conflicting = this.#junction.conflicts[group]![other];
      if (!conflicting || !isMoving(lights[other]!)) return [];
      const givesWay = (one: number, two: number) =>
        // Yellow after giving way is seen as going on to give way.
        lights[one] !== 'green' &&
        this.#junction.permissive.some(({ yields, to }) => {
          return yields === this.#junction.groups[one]!.id && to === this.#junction.groups[two]!.id;
        });
      return givesWay(group, other) || givesWay(other, group) ? [] : [`is green beside ${foe.id}`];
    });
  }

  #longRed(lights: readonly Light[], group: number, now: number, longestStep: number): string[] {
    if (isGreen(lights[group]!)) return [];
    const red = now - this.#greenEnded[group]!;
    return red > this.#junction.groups[group]!.maxRed + longestStep ? [`is red for ${red} s`] : [];
  }

  #change(lights: readonly Light[], group: number, now: number): string[] {
    const own = this.#junction.groups[group]!;
    const from = this.#before![group]!;
    const to = lights[group]!;
    if (isGreen(from) && isGreen(to)) return [];
    const lasted = now - (this.#since[group] ?? Number.NEGATIVE_INFINITY);
    this.#since[group] = now;
    const complaints: string[] = [];
    if (isGreen(from)) {
      this.#greenEnded[group] = now;
      if (lasted < own.minGreen - TOLERANCE) complaints.push(`was green for ${lasted} s only`);
      if (own.kind === 'vehicle' && own.yellow > 0 && to !== 'yellow')
        complaints.push(`goes from ${from} to ${to}`);
      if (own.kind === 'pedestrian') this.#ended[group] = now;
    }
    if (from === 'yellow') {
      this.#ended[group] = now;
      if (lasted < own.yellow - TOLERANCE) complaints.push(`was yellow for ${lasted} s only`);
      if (to !== 'red') complaints.push(`goes from yellow to ${to}`);
    }
    if (isGreen(to))
      for (const [other, foe] of this.#junction.groups.entries()) {
        if (!this.#junction.conflicts[group]![other] || isGreen(lights[other]!)) continue;
        const cleared = now - this.#ended[other]!;
        if (cleared < foe.clearance - TOLERANCE) complaints.push(`turns green ${cleared} s after ${foe.id}`);
      }
    return complaints;
  }
}

function isGreen(light: Light): boolean {
  return light === 'green' || light === 'yield';
}

function isMoving(light: Light): boolean {
  return isGreen(light) || light === 'yellow';
}
