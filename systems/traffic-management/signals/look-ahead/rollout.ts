import { type ApproachModel, LIGHT } from './approach-model.ts';
import type { StageLights } from './stage-lights.ts';

/** What to do now, and how signals go on after that. */
export interface Plan {
  /** The stage to change to; null: as the rule of `gapSeconds` goes on from now. */
  readonly to: number | null;
  /** Seconds to keep the present stage before. */
  readonly hold: number;
  /** After it: a stage ends as soon as nobody comes to the line within so many seconds. */
  readonly gapSeconds: number;
}

/** A vehicle that may come later: of which lane and movement, and after how many seconds. */
export interface Arrival {
  readonly lane: number;
  readonly movement: number;
  readonly at: number;
}

/** What is the same for every plan of one decision. */
export interface Situation {
  readonly model: ApproachModel;
  readonly stage: number;
  /** Seconds that it has been green. */
  readonly greenFor: number;
  /** In the order of their times. */
  readonly arrivals: readonly Arrival[];
}

export interface RolloutSettings {
  /** Seconds that are looked ahead. */
  readonly horizon: number;
  readonly shortestGreen: number;
  readonly longestGreen: number;
}

/** What came out of a plan. */
export interface Outcome {
  /** Vehicle seconds lost within the horizon; where it was given up, what had been lost by then. */
  readonly lost: number;
  /** The stage that the plan changes to at once; null: it goes on. */
  readonly changesTo: number | null;
}

/** Metres before the line in which who stands or comes counts for the choice of the next stage. */
const COUNTED = 100;
/** Slower ones stand, in metres a second. */
export const STANDING = 2;
/** What one that moves, and one that has to give way, counts beside one that stands and goes. */
const MOVING_SHARE = 0.3;
const YIELDING_SHARE = 0.4;
/** A stage that would help fewer is not changed to. */
const FEWEST = 0.4;
/** A vehicle that starts is taken to come at least so fast, in metres a second. */
const STARTING = 4;

/** Plays plans through in a model. */
export class Rollout {
  readonly #lights: StageLights;
  readonly #settings: RolloutSettings;
  readonly #model: ApproachModel;
  readonly #lanes: number;
  /** `serves[stage][lane]`: whether a movement of the lane may go. */
  readonly #serves: readonly (readonly boolean[])[];

  /**
   * @param scratch a model of the junction for its own use
   * @param movementsOf the movements of each lane
   */
  constructor(
    lights: StageLights,
    scratch: ApproachModel,
    movementsOf: readonly (readonly number[])[],
    settings: RolloutSettings,
  ) {
    this.#lights = lights;
    this.#settings = settings;
    this.#model = scratch;
    this.#lanes = movementsOf.length;
    this.#serves = lights.stages.map((stage) =>
      movementsOf.map((movements) => movements.some((movement) => stage[movement] !== LIGHT.red)),
    );
  }

  /** Whether a stage lets anybody of a lane go. */
  serves(stage: number, lane: number): boolean {
    return this.#serves[stage]![lane]!;
  }

  /**
   * Plays one plan.
   * @param enough given up as soon as it loses more than this
   */
  play(situation: Situation, plan: Plan, enough: number): Outcome {
    const { horizon, shortestGreen, longestGreen } = this.#settings;
    const { arrivals } = situation;
    const model = this.#model;
    model.copy(situation.model);
    let { stage, greenFor: green } = situation;
    let wanted = plan.to;
    let next = stage;
    let change: readonly Int8Array[] = [];
    let changeAt = 0;
    let arrived = 0;
    let lost = 0;
    let changesTo: number | null = null;
    for (let second = 0; second < horizon; second++) {
      if (changeAt === change.length) {
        let to = stage;
        if (wanted !== null) {
          if (second >= plan.hold) {
            to = wanted;
            wanted = null;
          }
        } else if (green >= shortestGreen && (green >= longestGreen || this.#isGap(stage, plan.gapSeconds)))
          to = this.#mostHelpful(stage);
        if (second === 0 && to !== stage) changesTo = to;
        if (to !== stage) {
          next = to;
          change = this.#lights.changes[stage]![to]!;
          changeAt = 0;
          if (change.length === 0) {
            stage = to;
            green = 0;
          }
        }
      }
      for (; arrived < arrivals.length && arrivals[arrived]!.at <= second; arrived++)
        model.arrive(arrivals[arrived]!.lane, arrivals[arrived]!.movement);
      const isChanging = changeAt < change.length;
      lost += model.step(isChanging ? change[changeAt]! : this.#lights.stages[stage]!);
      if (isChanging) {
        changeAt += 1;
        if (changeAt === change.length) {
          stage = next;
          green = 0;
        }
      } else green += 1;
      if (lost > enough) break;
    }
    return { lost, changesTo };
  }

  /** Whether nobody whom the stage lets go comes to the line within so many seconds. */
  #isGap(stage: number, seconds: number): boolean {
    const lights = this.#lights.stages[stage]!;
    for (let lane = 0; lane < this.#lanes; lane++) {
      if (!this.#serves[stage]![lane] || this.#model.countOn(lane) === 0) continue;
      if (lights[this.#model.movementOf(lane, 0)] === LIGHT.red) continue;
      const speed = this.#model.speedOf(lane, 0);
      const isComing = this.#model.distanceOf(lane, 0) / Math.max(speed, STARTING) < seconds;
      if (speed > 1 && isComing) return false;
    }
    return true;
  }

  /** The stage that lets go most of those who cannot go now; the present one where none helps anybody. */
  #mostHelpful(present: number): number {
    let best = present;
    let most = FEWEST;
    for (let stage = 0; stage < this.#serves.length; stage++) {
      if (stage === present) continue;
      const helped = this.#helped(stage, present);
      if (helped <= most) continue;
      most = helped;
      best = stage;
    }
    return best;
  }

  #helped(stage: number, present: number): number {
    const then = this.#lights.stages[stage]!;
    const now = this.#lights.stages[present]!;
    let helped = 0;
    for (let lane = 0; lane < this.#lanes; lane++) {
      if (!this.#serves[stage]![lane]) continue;
      for (let place = 0; place < this.#model.countOn(lane); place++) {
        if (this.#model.distanceOf(lane, place) >= COUNTED) break;
        const movement = this.#model.movementOf(lane, place);
        if (then[movement] === LIGHT.red) break;
        const weight = this.#model.speedOf(lane, place) < STANDING ? 1 : MOVING_SHARE;
        helped += weight * (shareOf(then[movement]!) - shareOf(now[movement]!));
      }
    }
    return helped;
  }
}

function shareOf(light: number): number {
  if (light === LIGHT.go) return 1;
  return light === LIGHT.yield ? YIELDING_SHARE : 0;
}
