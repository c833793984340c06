import type { Junction } from '@amaan/contracts/traffic/junction';
import type { JunctionView, Proposal } from './controller.ts';
import { JunctionTables } from './junction-tables.ts';

/** Since when somebody waits at red on each lane, so that a controller that prefers strong streams lets nobody wait for ever. */
export class WaitingLanes {
  readonly #junction: Junction;
  readonly #tables: JunctionTables;
  readonly #longestWait: number;
  readonly #redSince: (number | null)[];

  /** @param longestWait seconds of red after which a lane comes first */
  constructor(junction: Junction, longestWait: number) {
    this.#junction = junction;
    this.#tables = new JunctionTables(junction);
    this.#longestWait = longestWait;
    this.#redSince = junction.lanes.map(() => null);
  }

  /** @param stage the stage that is green at `now` seconds */
  watch(view: JunctionView, stage: number, now: number): void {
    for (const lane of this.#redSince.keys()) {
      const waits = (view.lanes[lane]?.vehicles.length ?? 0) > 0 && !this.#serves(stage, lane);
      this.#redSince[lane] = waits ? (this.#redSince[lane] ?? now) : null;
    }
  }

  /** A stage for the lane that has waited longest, once that is too long. */
  overdue(now: number): Proposal | null {
    const waits = this.#redSince.map((since) => (since === null ? 0 : now - since));
    const longest = Math.max(0, ...waits);
    if (longest < this.#longestWait) return null;
    const lane = waits.indexOf(longest);
    const stage = this.#junction.stages.find((_, index) => this.#serves(index, lane));
    if (!stage) return null;
    const values = { lane: this.#junction.lanes[lane]!.name, seconds: Math.round(longest) };
    return { stage: stage.id, reasons: [{ code: 'waited-longest', values }] };
  }

  #serves(stage: number, lane: number): boolean {
    return this.#junction.lanes[lane]!.movements.some(({ group }) =>
      this.#tables.isGreen(stage, this.#tables.groupOf(group) ?? -1),
    );
  }
}
