import type { Junction, SignalGroup, Stage } from '@amaan/contracts/traffic/junction';
import type { Light } from '@amaan/contracts/traffic/signal-decision';
import type { ShownLights } from '../../../api/signals.ts';

/** What one group shows from one second to another. */
export interface LightBar {
  readonly from: number;
  readonly to: number;
  readonly light: Light;
}

/** A group over the seconds of a cycle or of the past. */
export interface GroupBars {
  readonly group: Pick<SignalGroup, 'id' | 'name' | 'kind'>;
  readonly bars: readonly LightBar[];
}

export interface PlanBars {
  /** Seconds of one cycle. */
  readonly cycle: number;
  readonly rows: readonly GroupBars[];
  /** Where each step's green begins. */
  readonly steps: readonly { readonly at: number; readonly green: number; readonly stage: Stage }[];
}

/**
 * The fixed plan as a diagram: each group's lights over one cycle, from the first step on. A group that the next step
 * serves too stays green through the change; one that ends shows yellow (pedestrians: clearing) and then red.
 * Steps of a stage that the junction does not have are left out, as `checkJunction` has words for them.
 */
export function planBars({ groups, stages, fixedPlan }: Junction): PlanBars {
  const steps = fixedPlan.steps.flatMap((step) => {
    const stage = stages.find(({ id }) => id === step.stage);
    return stage ? [{ ...step, stage }] : [];
  });
  let at = 0;
  const placed = steps.map((step) => {
    const begin = at;
    at += step.green + step.yellow + step.allRed;
    return { ...step, at: begin, end: at };
  });
  const rows = groups.map((group) => ({
    group,
    bars: merged(
      placed.flatMap((step, index) => {
        const next = placed[(index + 1) % placed.length]!.stage;
        return lightsOfStep(group, step, next.green.includes(group.id));
      }),
    ),
  }));
  return { cycle: at, rows, steps: placed.map(({ at: from, green, stage }) => ({ at: from, green, stage })) };
}

function lightsOfStep(
  group: SignalGroup,
  step: { at: number; end: number; green: number; yellow: number; stage: Stage },
  goesOn: boolean,
): LightBar[] {
  const { at, end, stage } = step;
  if (!stage.green.includes(group.id)) return [{ from: at, to: end, light: 'red' }];
  const light: Light = stage.yielding.includes(group.id) ? 'yield' : 'green';
  if (goesOn) return [{ from: at, to: end, light }];
  const over = at + step.green;
  const ending: LightBar =
    group.kind === 'pedestrian'
      ? { from: over, to: Math.min(end, over + group.clearance), light: 'clearing' }
      : { from: over, to: over + step.yellow, light: 'yellow' };
  return [{ from: at, to: over, light }, ending, { from: ending.to, to: end, light: 'red' }];
}

/** Joins neighbours of one light, and drops what takes no time. */
function merged(bars: readonly LightBar[]): LightBar[] {
  const result: LightBar[] = [];
  for (const bar of bars) {
    if (bar.to <= bar.from) continue;
    const last = result.at(-1);
    if (last?.light === bar.light && last.to === bar.from)
      result[result.length - 1] = { ...last, to: bar.to };
    else result.push(bar);
  }
  return result;
}

/** Where a plan is in its cycle. @param seconds of the clock @param offset of the plan */
export function secondOfCycle(seconds: number, offset: number, cycle: number): number {
  return (((seconds - offset) % cycle) + cycle) % cycle;
}

/** Moments further apart than this leave a gap: nobody knows what was shown between. */
export const LONGEST_SILENCE_MS = 5_000;

/**
 * What was really shown, from moments in the order of time, as seconds before `now`: −60 to 0. A light holds until the
 * next moment, or for `LONGEST_SILENCE_MS` where that is later.
 */
export function shownBars(
  groups: Junction['groups'],
  moments: readonly ShownLights[],
  now: number,
  seconds: number,
): GroupBars[] {
  const first = now - seconds * 1000;
  return groups.map((group, index) => ({
    group,
    bars: merged(
      moments.flatMap(({ at, lights }, place) => {
        const light = lights[index];
        const next = moments[place + 1]?.at ?? now;
        const end = Math.min(next, at + LONGEST_SILENCE_MS, now);
        const from = Math.max(at, first);
        return light === undefined || end <= from
          ? []
          : [{ from: (from - now) / 1000, to: (end - now) / 1000, light }];
      }),
    ),
  }));
}
