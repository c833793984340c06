import type { Junction } from '@amaan/contracts/traffic/junction';
import type { Contradiction } from './contradiction.ts';
import { serviceRound } from './envelope/service-round.ts';
import { JunctionTables } from './junction-tables.ts';
import { planContradictions } from './plan-contradictions.ts';

/**
 * Everything in which a junction contradicts itself; an empty list for a sound one. Stages that let conflicting groups go,
 * groups that nothing serves, a fixed plan that breaks limits of the junction, longest reds that cannot be kept. A junction
 * with a contradiction never leaves the fixed plan of its cabinet.
 *
 * @param period the longest time between two steps of the envelope, in seconds
 */
export function checkJunction(junction: Junction, period = 1): Contradiction[] {
  const names = [...unknownNames(junction), ...malformedMatrix(junction)];
  // What follows reads the junction by its names and its matrix.
  if (names.length > 0) return names;
  const tables = new JunctionTables(junction);
  const found = [...stageConflicts(junction, tables), ...unserved(junction, tables)];
  if (found.length > 0) return found;
  const plan = planContradictions(junction, tables);
  return [...plan, ...roundContradictions(junction, tables, period)];
}

function unknownNames(junction: Junction): Contradiction[] {
  const groups = new Set(junction.groups.map(({ id }) => id));
  const stages = new Set(junction.stages.map(({ id }) => id));
  const unknown = (what: string, name: string): Contradiction => ({
    code: 'NAME_UNKNOWN',
    sentence: `${what} names ${name}, which this junction does not have.`,
  });
  return [
    ...twice('group', junction.groups),
    ...twice('stage', junction.stages),
    ...twice('lane', junction.lanes),
    ...junction.lanes.flatMap(({ name, movements }) =>
      movements.filter(({ group }) => !groups.has(group)).map(({ group }) => unknown(`Lane ${name}`, group)),
    ),
    ...junction.stages.flatMap(({ name, green, yielding }) => [
      ...green.filter((group) => !groups.has(group)).map((group) => unknown(`Stage ${name}`, group)),
      ...yielding.filter((group) => !green.includes(group)).map((group) => unknown(`Stage ${name}`, group)),
    ]),
    ...junction.permissive
      .flatMap(({ yields, to }) => [yields, to])
      .filter((group) => !groups.has(group))
      .map((group) => unknown('A pair that may be green together', group)),
    ...junction.fixedPlan.steps
      .filter(({ stage }) => !stages.has(stage))
      .map(({ stage }) => unknown('The fixed plan', stage)),
  ];
}

function twice(what: string, things: readonly { readonly id: string }[]): Contradiction[] {
  const seen = new Set<string>();
  return things
    .filter(({ id }) => seen.size === seen.add(id).size)
    .map(({ id }) => ({ code: 'NAME_TWICE', sentence: `There are two of the ${what} ${id}.` }));
}

function malformedMatrix({ groups, conflicts }: Junction): Contradiction[] {
  const size = groups.length;
  if (conflicts.length !== size || conflicts.some((row) => row.length !== size)) {
    const sentence = `The conflict matrix is not ${size} by ${size}, as many as there are signal groups.`;
    return [{ code: 'MATRIX_MALFORMED', sentence }];
  }
  return groups.flatMap((group, index) =>
    groups.slice(0, index).flatMap((other, place): Contradiction[] => {
      if (conflicts[index]![place] === conflicts[place]![index]) return [];
      const sentence = `The conflict matrix says of ${other.name} and ${group.name} that they conflict and that they do not.`;
      return [{ code: 'MATRIX_ASYMMETRIC', sentence }];
    }),
  );
}

function stageConflicts(junction: Junction, tables: JunctionTables): Contradiction[] {
  const pairs = new Set(junction.permissive.map(({ yields, to }) => JSON.stringify([yields, to])));
  const { groups } = junction;
  return junction.stages.flatMap((stage, index) => {
    const service = tables.service[index]!;
    /** Whether the first may go beside the second because it gives way. */
    const givesWay = (one: number, other: number) =>
      service[one] === 'yield' && pairs.has(JSON.stringify([groups[one]!.id, groups[other]!.id]));
    return groups.flatMap((group, one) =>
      tables.foes[one]!.filter((other) => other > one).flatMap((other): Contradiction[] => {
        if (!tables.isGreen(index, one) || !tables.isGreen(index, other)) return [];
        if (givesWay(one, other) || givesWay(other, one)) return [];
        const sentence = `Stage ${stage.name} lets ${group.name} and ${groups[other]!.name} go together, which conflict.`;
        return [{ code: 'STAGE_CONFLICT', sentence }];
      }),
    );
  });
}

function unserved(junction: Junction, tables: JunctionTables): Contradiction[] {
  const planned = junction.fixedPlan.steps.map(({ stage }) => tables.stageOf(stage)!);
  return junction.groups.flatMap(({ name }, group): Contradiction[] => {
    if (!junction.stages.some((_, stage) => tables.isGreen(stage, group)))
      return [{ code: 'GROUP_UNSERVED', sentence: `No stage ever gives ${name} green.` }];
    if (planned.some((stage) => tables.isGreen(stage, group))) return [];
    return [{ code: 'GROUP_UNSERVED', sentence: `The fixed plan never gives ${name} green.` }];
  });
}

function roundContradictions(junction: Junction, tables: JunctionTables, period: number): Contradiction[] {
  const { seconds } = serviceRound(junction, period);
  return tables.groups
    .filter(({ maxRed }) => maxRed <= seconds)
    .map(({ name, maxRed }) => ({
      code: 'ROUND_TOO_LONG',
      sentence: `${name} may be red for ${maxRed} s at the most, but serving every group in turn may take ${Math.ceil(seconds)} s.`,
    }));
}
