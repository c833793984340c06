import type { PlanStep, SignalPlan } from '@amaan/contracts/traffic/signal-plan';
import type { Phase, Programme } from './network.ts';

/** All-red and yellow that a programme spells out as phases of their own are shorter than this, in seconds. */
const LONGEST_BARE_CHANGE = 5;

/** A programme's stages (states of its lights that are no change between others) and the plan that they follow in. */
export interface ProgrammePlan {
  /** States, one letter a link; each is a stage of its own. */
  readonly stages: readonly string[];
  readonly plan: SignalPlan;
  /** The shortest duration that the programme allows each stage; null where it says nothing. */
  readonly minimums: readonly (number | null)[];
}

/**
 * Reads a programme as a fixed plan. A phase with yellow is a change, and so is a short one that shows no green but what is
 * green before and after it. Yellows that overlap with new greens are taken for changes too, so such new greens come that
 * much later than in the programme.
 *
 * @param stageId the name of the nth stage
 * @returns null for a programme with fewer than two stages: there is nothing to choose
 */
export function programmePlan(
  { phases, offset }: Programme,
  stageId: (index: number) => string,
): ProgrammePlan | null {
  const kinds = phases.map((_, index) => isStage(phases, index));
  const first = kinds.indexOf(true);
  const stages = [...new Set(phases.filter((_, index) => kinds[index]).map(({ state }) => state))];
  if (first < 0 || stages.length < 2) return null;
  const before = phases.slice(0, first).reduce((sum, { duration }) => sum + duration, 0);
  const steps: { -readonly [Key in keyof PlanStep]: PlanStep[Key] }[] = [];
  for (let count = 0; count < phases.length; count++) {
    const index = (first + count) % phases.length;
    const { state, duration } = phases[index]!;
    const last = steps.at(-1);
    if (kinds[index]) {
      const stage = stageId(stages.indexOf(state));
      if (last && last.stage === stage && last.yellow === 0 && last.allRed === 0) last.green += duration;
      else steps.push({ stage, green: duration, yellow: 0, allRed: 0 });
    } else if (/[yY]/.test(state)) last!.yellow += duration;
    else last!.allRed += duration;
  }
  const minimums = stages.map((state) => {
    const given = phases.filter((phase) => phase.state === state && phase.minimum !== null);
    return given.length === 0 ? null : Math.min(...given.map(({ minimum }) => minimum!));
  });
  return { stages, plan: { steps, offset: offset + before }, minimums };
}

function isStage(phases: readonly Phase[], index: number): boolean {
  const { state, duration } = phases[index]!;
  if (!/[gG]/.test(state) || /[yYuU]/.test(state)) return false;
  if (duration >= LONGEST_BARE_CHANGE || phases.length === 1) return true;
  // A short phase is a change where all of its green is green on both sides of it as well, and something else is not.
  const neighbour = (step: 1 | -1) => phases.at((index + step) % phases.length)!.state;
  const isGreenIn = (other: string, link: number) => /[gGyY]/.test(other[link] ?? 'r');
  const greens = [...state].flatMap((letter, link) => (/[gG]/.test(letter) ? [link] : []));
  return !greens.every((link) => isGreenIn(neighbour(1), link) && isGreenIn(neighbour(-1), link));
}
