import type { LineSegment } from '@amaan/contracts/geometry';
import type { LaneId } from '@amaan/contracts/traffic/traffic-view';
import type { EnforcementRule } from '@amaan/contracts/violations/enforcement';
import type { EvidenceGap } from '@amaan/contracts/violations/suspected-violation';
import type { MeasuredLane } from '@amaan/road/measuring/measured-lane';
import { FootPassage, frontPassage, type Passage, type PassageWatch } from '../detection/passage.ts';
import { isFor, type RuleContext } from '../detection/rule-watch.ts';
import type { WatchedVehicle } from '../detection/watched-vehicle.ts';
import { trafficViolations } from '../system.ts';

type LineRule = Extract<EnforcementRule, { entry: LineSegment; laneIds: readonly LaneId[] }>;

/** A vehicle that came from one of the rule's lanes over its entry. */
export interface Entered {
  readonly laneId: LaneId;
  readonly passage: Passage;
}

/** One vehicle on its way over the entry of a rule and out over one of its exits. */
export class EntryExitWatch {
  readonly #rule: LineRule;
  readonly #entry: PassageWatch | null;
  readonly #exits: readonly PassageWatch[];
  entered: Entered | null = null;
  exited: Passage | null = null;
  /** Why its passage over the entry cannot be told. */
  gap: EvidenceGap | null = null;

  constructor(rule: LineRule, context: RuleContext) {
    const { margin } = trafficViolations.thresholds;
    const lane = laneOf(rule, context);
    this.#rule = rule;
    this.#entry = lane && frontPassage(rule.entry, lane, context.plane, margin);
    this.#exits = rule.exits.map((line) => new FootPassage(line, null, context.plane, margin));
  }

  /** Takes the vehicle's last sight. */
  step(vehicle: WatchedVehicle): void {
    const came = this.#entry === null ? null : this.#entry.step(vehicle);
    const out = this.#exits.map((exit) => exit.step(vehicle)).find((one) => one !== null) ?? null;
    const { laneId } = vehicle;
    if (came !== null && this.entered === null && laneId !== null) {
      const isOurs = this.#rule.laneIds.includes(laneId) && isFor(this.#rule, vehicle);
      if (isOurs && came === 'front-unknown') this.gap = 'front-unknown';
      else if (isOurs && came !== 'front-unknown') this.entered = { laneId, passage: came };
    }
    const isAfter = out !== null && out !== 'front-unknown' && this.entered !== null;
    if (isAfter && this.exited === null && out.seconds > this.entered!.passage.earliest) this.exited = out;
  }
}

/** The lane whose driving direction counts: lanes of one rule lead over its lines in the same direction. */
export function laneOf(
  rule: { readonly laneIds: readonly LaneId[] },
  { lanes }: RuleContext,
): MeasuredLane | null {
  return rule.laneIds.map((id) => lanes.get(id)).find((lane) => lane !== undefined) ?? null;
}

/** What speaks against a passage and the way from it until a moment, in seconds of the stream. */
export function passageDoubt(
  vehicle: WatchedVehicle,
  { before, after }: Passage,
  until: number,
): EvidenceGap | null {
  const { leastSecondsBefore, longestGapSeconds } = trafficViolations.settings;
  if (before - vehicle.first.seconds < leastSecondsBefore) return 'seen-too-late';
  return vehicle.doubt(before, Math.max(after, until), longestGapSeconds);
}
