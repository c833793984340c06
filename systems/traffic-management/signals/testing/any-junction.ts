import type { Junction } from '@amaan/contracts/traffic/junction';
import fc from 'fast-check';
import { serviceRound } from '../envelope/service-round.ts';
import { testGroup } from './test-junction.ts';

/** Junctions of two to six groups with any conflicts, stages, times and plans that do not contradict themselves. */
export const anyJunction: fc.Arbitrary<Junction> = fc
  .record({
    groups: fc.array(
      fc.record({
        isPedestrian: fc.boolean(),
        minGreen: fc.integer({ min: 0, max: 12 }),
        yellow: fc.integer({ min: 1, max: 5 }),
        clearance: fc.integer({ min: 0, max: 9 }),
      }),
      { minLength: 2, maxLength: 6 },
    ),
    conflicts: fc.array(fc.boolean(), { minLength: 36, maxLength: 36 }),
    permissive: fc.array(fc.boolean(), { minLength: 36, maxLength: 36 }),
    orders: fc.array(fc.array(fc.nat({ max: 5 }), { minLength: 6, maxLength: 6 }), {
      minLength: 1,
      maxLength: 4,
    }),
    extraGreen: fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 12, maxLength: 12 }),
    offset: fc.integer({ min: -100, max: 100 }),
    clearingExtension: fc.integer({ min: 0, max: 15 }),
    slack: fc.integer({ min: 1, max: 60 }),
  })
  .map((drawn) => {
    const groups = drawn.groups.map(({ isPedestrian, ...times }, index) =>
      testGroup(`g${index}`, {
        ...times,
        ...(isPedestrian ? { kind: 'pedestrian', yellow: 0 } : {}),
      }),
    );
    const at = (of: readonly boolean[], one: number, other: number) => of[one * 6 + other]!;
    const conflicts = groups.map((_, one) =>
      groups.map((__, other) => {
        return one !== other && at(drawn.conflicts, Math.min(one, other), Math.max(one, other));
      }),
    );
    const mayYield = (one: number, other: number) =>
      conflicts[one]![other]! && at(drawn.permissive, one, other);
    // Each group begins a stage of its own and takes in whoever may go along, in a drawn order.
    const orders = groups.map((_, first) => [
      first,
      ...(drawn.orders[first % drawn.orders.length] ?? []).filter((group) => group < groups.length),
    ]);
    const stages = orders.map((order, index) => {
      const green: number[] = [];
      const yielding = new Set<number>();
      for (const group of new Set(order)) {
        const foes = green.filter((other) => conflicts[group]![other]);
        if (!foes.every((other) => mayYield(group, other))) continue;
        green.push(group);
        if (foes.length > 0) yielding.add(group);
      }
      const name = (group: number) => `g${group}`;
      return {
        id: `s${index}`,
        name: `s${index}`,
        green: green.map(name),
        yielding: [...yielding].map(name),
      };
    });
    const change = {
      yellow: Math.max(...groups.map(({ yellow }) => yellow)),
      allRed: Math.max(...groups.map(({ clearance }) => clearance)),
    };
    const longestGreen = Math.max(1, ...groups.map(({ minGreen }) => minGreen));
    const steps = stages.map(({ id }, index) => ({
      stage: id,
      green: longestGreen + drawn.extraGreen[index]!,
      ...change,
    }));
    const draft: Junction = {
      id: 'any',
      name: 'Any',
      position: null,
      lanes: [],
      exits: [],
      groups,
      conflicts,
      permissive: groups.flatMap((one, index) =>
        groups.flatMap((other, place) => (mayYield(index, place) ? [{ yields: one.id, to: other.id }] : [])),
      ),
      stages,
      fixedPlan: { steps, offset: drawn.offset },
      clearingExtension: drawn.clearingExtension,
    };
    const cycle = steps.reduce((sum, { green, yellow, allRed }) => sum + green + yellow + allRed, 0);
    const maxRed = Math.max(cycle, serviceRound(draft, 1).seconds) + drawn.slack;
    return { ...draft, groups: groups.map((group) => ({ ...group, maxRed })) };
  });
