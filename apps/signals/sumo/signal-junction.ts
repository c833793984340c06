import type { Junction, SignalGroup, Stage } from '@amaan/contracts/traffic/junction';
import type { Light } from '@amaan/contracts/traffic/signal-decision';
import type { SignalPlan } from '@amaan/contracts/traffic/signal-plan';
import { cycleOf } from '@amaan/traffic-management/signals/envelope/plan-clock';
import { serviceRound } from '@amaan/traffic-management/signals/envelope/service-round';
import { plannedGreens } from '@amaan/traffic-management/signals/planned-greens';
import { approachLanes, exitLanes } from './approach-lanes.ts';
import type { Network } from './network.ts';
import { type ProgrammePlan, programmePlan } from './programme-plan.ts';
import type { SignalLink, SignalLinks } from './signal-links.ts';

/** Times that a network does not say, in seconds. */
export interface SignalTimes {
  /** Yellow of vehicles, where the programme does not give less. */
  readonly yellow: number;
  readonly minGreen: number;
  /** By how much an all-red may grow while vehicles are inside. */
  readonly clearingExtension: number;
}

/** A signal of SUMO as a junction, and how its lights are written for SUMO. */
export interface SignalJunction {
  readonly signal: SignalLinks;
  readonly junction: Junction;
  /** For each place in the signal's state its group; -1 for a place without a way. */
  readonly groupOf: readonly number[];
  /** The programme's letters of each stage. */
  readonly letters: ReadonlyMap<string, string>;
}

/** Metres a second of somebody on foot (RiLSA 2015, section 2.7.5). */
const WALKING = 1.2;
/** A longer all-red of a programme is more than clearance, in seconds. */
const LONGEST_CLEARANCE = 5;
/** Longest reds leave this much beyond the time that one round takes, in seconds. */
const BEYOND_ROUND = 120;

/**
 * Makes a junction of a signal. Links that are treated alike in all stages and do not cross each other are one group. Conflicts
 * are the network's foes; of two foes that a stage lets go together one with a small g gives way, and of two that merge the
 * one that has to by the network's own rules. All-red is what the programme gives at the least.
 *
 * @returns null where the programme leaves nothing to choose
 */
export function signalJunction(
  network: Network,
  signal: SignalLinks,
  times: SignalTimes,
): SignalJunction | null {
  const programme = programmePlan(signal.programme, (index) => `stage-${index + 1}`);
  if (!programme) return null;
  const groups = groupLinks(signal, programme.stages);
  const groupId = (index: number) => `group-${index + 1}`;
  const groupOf = Array.from({ length: programme.stages[0]!.length }, (_, link) =>
    groups.findIndex((links) => links.some(({ index }) => index === link)),
  );
  const isGreen = (state: string, group: number) => /[gG]/.test(state[groups[group]![0]!.index]!);
  const conflicts = groups.map((one, at) =>
    groups.map((other, place) => place !== at && areFoes(signal, one, other)),
  );
  const foesOf = (group: number) => groups.flatMap((_, at) => (conflicts[group]![at] ? [at] : []));
  /** A small g gives way to all, a large one only where it merges with somebody who has the right of way. */
  const givesWay = (state: string, one: number, other: number) =>
    isGreen(state, one) &&
    isGreen(state, other) &&
    (groups[one]!.some(({ index }) => state[index] === 'g') ||
      mergesInto(signal, groups[one]!, groups[other]!));
  const stages = programme.stages.map((state, index): Stage => {
    const green = [...groups.keys()].filter((group) => isGreen(state, group));
    const yielding = green.filter(
      (group) =>
        groups[group]!.some(({ index: link }) => state[link] === 'g') ||
        foesOf(group).some((foe) => givesWay(state, group, foe)),
    );
    const ids = { green: green.map(groupId), yielding: yielding.map(groupId) };
    return { id: `stage-${index + 1}`, name: `${index + 1}`, ...ids };
  });
  const permissive = [...groups.keys()].flatMap((one) =>
    foesOf(one)
      .filter((other) => programme.stages.some((state) => givesWay(state, one, other)))
      .map((other) => ({ yields: groupId(one), to: groupId(other) })),
  );
  const draft: Junction = {
    id: signal.id,
    name: signal.id,
    position: null,
    lanes: approachLanes(network, signal, (link) => groupId(groupOf[link]!)),
    exits: exitLanes(network, signal),
    groups: groups.map((links, index) =>
      groupTimes(network, links, programme, groupId(index), foesOf(index).map(groupId), stages, times),
    ),
    conflicts,
    permissive,
    stages,
    fixedPlan: programme.plan,
    clearingExtension: times.clearingExtension,
  };
  const letters = new Map(stages.map(({ id }, index) => [id, programme.stages[index]!]));
  return { signal, junction: withLongestReds(draft), groupOf, letters };
}

/** How lights are written in SUMO's letters. */
export function stateLetters(
  { groupOf, letters }: SignalJunction,
  lights: readonly Light[],
  stage: string,
  next: string | null,
): string {
  const from = letters.get(stage)!;
  const to = letters.get(next ?? stage)!;
  return groupOf
    .map((group, link) => {
      // A link that is neither red nor green in both stages (off, or a stop before turning) keeps what it shows.
      if (from[link] === to[link] && !/[gGrR]/.test(from[link]!)) return from[link]!;
      if (group < 0) return next === null ? from[link]! : 'r';
      switch (lights[group]) {
        case 'green':
          return 'G';
        case 'yield':
          return 'g';
        case 'yellow':
          return 'y';
        default:
          return next === null && /[sS]/.test(from[link]!) ? 's' : 'r';
      }
    })
    .join('');
}

function groupLinks({ links, foes }: SignalLinks, stages: readonly string[]): SignalLink[][] {
  const groups: { readonly column: string; readonly links: SignalLink[] }[] = [];
  for (const link of links) {
    const column = `${link.isPedestrian} ${stages.map((state) => state[link.index]).join('')}`;
    const own = groups.find(
      (group) =>
        group.column === column && group.links.every(({ index }) => !foes.has(`${index},${link.index}`)),
    );
    if (own) own.links.push(link);
    else groups.push({ column, links: [link] });
  }
  return groups.map((group) => group.links);
}

/** Whether one group merges with another that has the right of way, though the programme gives both full green. */
function mergesInto(
  { merging }: SignalLinks,
  one: readonly SignalLink[],
  other: readonly SignalLink[],
): boolean {
  return one.some(({ index }) => other.some((link) => merging.has(`${index},${link.index}`)));
}

function areFoes({ foes }: SignalLinks, one: readonly SignalLink[], other: readonly SignalLink[]): boolean {
  return one.some(({ index }) => other.some((link) => foes.has(`${index},${link.index}`)));
}

function groupTimes(
  network: Network,
  links: readonly SignalLink[],
  { plan, minimums }: ProgrammePlan,
  id: string,
  foes: readonly string[],
  stages: readonly Stage[],
  times: SignalTimes,
): SignalGroup {
  const isPedestrian = links.every((link) => link.isPedestrian);
  const isServed = (stage: string) => stages.find((one) => one.id === stage)!.green.includes(id);
  const { steps } = plan;
  const nextOf = (step: number) => steps[(step + 1) % steps.length]!;
  const last = steps.filter(({ stage }, step) => isServed(stage) && !isServed(nextOf(step).stage));
  const smallest = (values: readonly number[], otherwise: number) =>
    values.length === 0 ? otherwise : Math.min(...values);
  const wished = smallest(
    stages.flatMap(({ id: stage }, at) => (isServed(stage) && minimums[at] !== null ? [minimums[at]!] : [])),
    times.minGreen,
  );
  const yellows = last.map(({ yellow }) => yellow).filter((yellow) => yellow > 0);
  return {
    id,
    name: `${isPedestrian ? 'crossing' : 'links'} ${links.map((link) => link.index).join(' ')}`,
    kind: isPedestrian ? 'pedestrian' : 'vehicle',
    minGreen: Math.min(wished, ...steps.filter(({ stage }) => isServed(stage)).map(({ green }) => green)),
    yellow: isPedestrian ? 0 : Math.min(times.yellow, smallest(yellows, times.yellow)),
    clearance: isPedestrian
      ? Math.min(crossingTime(network, links), ...timesToFoes(plan, stages, id, foes))
      : Math.min(
          smallest(
            last.map(({ allRed }) => allRed),
            0,
          ),
          LONGEST_CLEARANCE,
        ),
    // Set once all of them are known.
    maxRed: 900,
  };
}

/** Seconds from each end of a group's planned green to the next green of each group that it conflicts with. */
function timesToFoes(
  plan: SignalPlan,
  stages: readonly Stage[],
  id: string,
  foes: readonly string[],
): number[] {
  const cycle = cycleOf(plan);
  const greensOf = (group: string) =>
    plannedGreens(plan, (stage) => stages.find((one) => one.id === stage)!.green.includes(group));
  const starts = foes.flatMap((foe) => greensOf(foe).map(({ start }) => start));
  return greensOf(id).flatMap(({ end }) => starts.map((start) => (((start - end) % cycle) + cycle) % cycle));
}

function crossingTime(network: Network, links: readonly SignalLink[]): number {
  const lengths = links.flatMap(({ connections }) =>
    connections.map(({ via, to }) => network.lanes.get(via ?? to)?.length ?? 0),
  );
  return Math.max(0, ...lengths) / WALKING;
}

/** Gives every group a longest red that the plan keeps and that leaves a controller room beside serving all in turn. */
function withLongestReds(junction: Junction): Junction {
  const { seconds } = serviceRound(junction, 1);
  const maxRed = Math.ceil(seconds + Math.max(BEYOND_ROUND, cycleOf(junction.fixedPlan)));
  return { ...junction, groups: junction.groups.map((group) => ({ ...group, maxRed })) };
}
