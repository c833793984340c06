import type { Junction, SignalGroup } from '@amaan/contracts/traffic/junction';
import type { Contradiction } from './contradiction.ts';
import { cycleOf } from './envelope/plan-clock.ts';
import type { JunctionTables } from './junction-tables.ts';
import { type PlannedGreen, plannedGreens } from './planned-greens.ts';

const TOLERANCE = 1e-6;

/** Where the fixed plan breaks limits of the junction: shortest green, yellow, clearance, longest red. */
export function planContradictions(junction: Junction, tables: JunctionTables): Contradiction[] {
  const { fixedPlan } = junction;
  const cycle = cycleOf(fixedPlan);
  const greens = tables.groups.map((_, group) =>
    plannedGreens(fixedPlan, (stage) => tables.isGreen(tables.stageOf(stage)!, group)),
  );
  return tables.groups.flatMap((group, index): Contradiction[] => {
    const own = greens[index]!;
    // Green without end: nothing about it can be too short.
    if (own.length === 0) return [];
    return [
      ...own.flatMap((green) => shortGreen(group, green)),
      ...own.flatMap((green) => shortYellow(junction, group, green)),
      ...own.flatMap((green, at) => {
        const before = own.at(at - 1)!;
        return longRed(group, (((green.start - before.end) % cycle) + cycle) % cycle || cycle);
      }),
      ...tables.foes[index]!.flatMap((foe) =>
        shortClearance(junction, group, own, tables.groups[foe]!, greens[foe]!, cycle),
      ),
    ];
  });
}

function shortGreen({ name, minGreen }: SignalGroup, { start, end }: PlannedGreen): Contradiction[] {
  if (end - start >= minGreen - TOLERANCE) return [];
  const sentence = `The fixed plan gives ${name} ${seconds(end - start)} of green, which is less than its shortest green of ${seconds(minGreen)}.`;
  return [{ code: 'GREEN_TOO_SHORT', sentence }];
}

function shortYellow(
  { fixedPlan }: Junction,
  { name, kind, yellow }: SignalGroup,
  { lastStep }: PlannedGreen,
): Contradiction[] {
  const given = fixedPlan.steps[lastStep]!.yellow;
  if (kind === 'pedestrian' || given >= yellow - TOLERANCE) return [];
  const sentence = `The fixed plan gives ${name} ${seconds(given)} of yellow, which is less than the ${seconds(yellow)} that it needs.`;
  return [{ code: 'YELLOW_TOO_SHORT', sentence }];
}

function longRed({ name, maxRed }: SignalGroup, red: number): Contradiction[] {
  if (red <= maxRed + TOLERANCE) return [];
  const sentence = `The fixed plan leaves ${name} red for ${seconds(red)}, which is more than its longest red of ${seconds(maxRed)}.`;
  return [{ code: 'RED_TOO_LONG', sentence }];
}

/** Whether the group's conflicting partner turns green too early after the group's green. */
function shortClearance(
  { fixedPlan }: Junction,
  group: SignalGroup,
  own: readonly PlannedGreen[],
  foe: SignalGroup,
  foes: readonly PlannedGreen[],
  cycle: number,
): Contradiction[] {
  return own.flatMap(({ end, lastStep }) => {
    const yellow = group.kind === 'pedestrian' ? 0 : fixedPlan.steps[lastStep]!.yellow;
    return foes.flatMap(({ start, end: foeEnd }): Contradiction[] => {
      const gap = (((start - end) % cycle) + cycle) % cycle;
      // Where they are green together one gives way, and nothing has to be cleared.
      const isTogether = gap + (foeEnd - start) > cycle + TOLERANCE;
      if (isTogether || gap >= yellow + group.clearance - TOLERANCE) return [];
      const sentence = `The fixed plan lets ${foe.name} go ${seconds(gap - yellow)} after ${group.name}, which needs ${seconds(group.clearance)} of clearance.`;
      return [{ code: 'CLEARANCE_TOO_SHORT', sentence }];
    });
  });
}

function seconds(value: number): string {
  return `${Math.round(value * 10) / 10} s`;
}
