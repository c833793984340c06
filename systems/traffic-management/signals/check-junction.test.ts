import type { Junction } from '@amaan/contracts/traffic/junction';
import { expect, test } from 'vitest';
import { checkJunction } from './check-junction.ts';
import { testGroup, testJunction } from './testing/test-junction.ts';

const SOUND = testJunction();

function withGroup(id: string, times: Parameters<typeof testGroup>[1]): Partial<Junction> {
  return { groups: SOUND.groups.map((group) => (group.id === id ? { ...group, ...times } : group)) };
}

function withStep(index: number, step: Partial<Junction['fixedPlan']['steps'][number]>): Partial<Junction> {
  const steps = SOUND.fixedPlan.steps.map((one, at) => (at === index ? { ...one, ...step } : one));
  return { fixedPlan: { ...SOUND.fixedPlan, steps } };
}

test('a sound junction has no contradiction', () => {
  expect(checkJunction(SOUND)).toEqual([]);
});

test.each<[string, Partial<Junction>, string, string]>([
  [
    'a stage that lets conflicting groups go',
    { permissive: [{ yields: 'left', to: 'ns' }] },
    'STAGE_CONFLICT',
    'Stage North and south lets left and walk go together, which conflict.',
  ],
  [
    'a pair that gives way in a stage that does not say so',
    { stages: SOUND.stages.map((stage) => ({ ...stage, yielding: [] })) },
    'STAGE_CONFLICT',
    'Stage North and south lets ns and left go together, which conflict.',
  ],
  [
    'a group that no stage serves',
    {
      stages: SOUND.stages.filter(({ id }) => id !== 'c'),
      fixedPlan: { ...SOUND.fixedPlan, steps: SOUND.fixedPlan.steps.slice(0, 2) },
    },
    'GROUP_UNSERVED',
    'No stage ever gives we green.',
  ],
  [
    'a group that the plan leaves out',
    { fixedPlan: { ...SOUND.fixedPlan, steps: SOUND.fixedPlan.steps.slice(0, 2) } },
    'GROUP_UNSERVED',
    'The fixed plan never gives we green.',
  ],
  [
    'a plan that names no stage',
    withStep(1, { stage: 'z' }),
    'NAME_UNKNOWN',
    'The fixed plan names z, which this junction does not have.',
  ],
  [
    'two groups of one name',
    { groups: [...SOUND.groups, testGroup('ns')] },
    'NAME_TWICE',
    'There are two of the group ns.',
  ],
  [
    'a matrix of another size',
    { conflicts: SOUND.conflicts.slice(1) },
    'MATRIX_MALFORMED',
    'The conflict matrix is not 4 by 4, as many as there are signal groups.',
  ],
  [
    'a matrix that says yes and no',
    { conflicts: SOUND.conflicts.map((row, index) => (index === 0 ? row.map(() => false) : row)) },
    'MATRIX_ASYMMETRIC',
    'The conflict matrix says of ns and left that they conflict and that they do not.',
  ],
  [
    'a green that is too short',
    withGroup('we', { minGreen: 21 }),
    'GREEN_TOO_SHORT',
    'The fixed plan gives we 20 s of green, which is less than its shortest green of 21 s.',
  ],
  [
    'a yellow that is too short',
    withGroup('we', { yellow: 4 }),
    'YELLOW_TOO_SHORT',
    'The fixed plan gives we 3 s of yellow, which is less than the 4 s that it needs.',
  ],
  [
    'a clearance that is too short',
    withGroup('we', { clearance: 3 }),
    'CLEARANCE_TOO_SHORT',
    'The fixed plan lets ns go 2 s after we, which needs 3 s of clearance.',
  ],
  [
    'people on foot who have too little time',
    withGroup('walk', { clearance: 25 }),
    'CLEARANCE_TOO_SHORT',
    'The fixed plan lets we go 21 s after walk, which needs 25 s of clearance.',
  ],
  [
    'a red that is too long',
    withStep(0, { green: 250 }),
    'RED_TOO_LONG',
    'The fixed plan leaves we red for 276 s, which is more than its longest red of 200 s.',
  ],
  [
    'longest reds that nobody could keep',
    withGroup('we', { maxRed: 57 }),
    'ROUND_TOO_LONG',
    'we may be red for 57 s at the most, but serving every group in turn may take',
  ],
])('%s is told in one sentence', (_, changes, code, sentence) => {
  const found = checkJunction(testJunction(changes));
  expect(found.map((one) => one.code)).toContain(code);
  expect(found.map((one) => one.sentence).join('\n')).toContain(sentence);
});
