import { expect, test } from 'vitest';
import { programmePlan } from './programme-plan.ts';

/** Phases as "state:duration". */
function planOf(text: string, offset = 0) {
  const phases = text.split(' ').map((phase) => {
    const [state = '', duration] = phase.split(':');
    return { state, duration: Number(duration), minimum: null };
  });
  const plan = programmePlan({ signal: 'C', offset, phases }, (index) => `s${index}`);
  return plan && { stages: plan.stages, offset: plan.plan.offset, steps: plan.plan.steps.map(stepText) };
}

function stepText({
  stage,
  green,
  yellow,
  allRed,
}: {
  stage: string;
  green: number;
  yellow: number;
  allRed: number;
}) {
  return `${stage} ${green}+${yellow}+${allRed}`;
}

test('greens are stages, yellows and bare reds between them changes', () => {
  expect(planOf('Gr:20 yr:3 rr:2 rG:15 ry:3 rr:2')).toEqual({
    stages: ['Gr', 'rG'],
    offset: 0,
    steps: ['s0 20+3+2', 's1 15+3+2'],
  });
});

test('a programme that begins within a change is shifted to its first green', () => {
  expect(planOf('yr:3 rG:15 ry:3 Gr:20', 10)).toMatchObject({
    offset: 13,
    steps: ['s0 15+3+0', 's1 20+3+0'],
  });
});

test('a short phase in which only what is green all the time is green is a change', () => {
  // The last link is always green.
  expect(planOf('GrG:20 yrG:3 rrG:2 rGG:15 ryG:3 rrG:2')?.steps).toEqual(['s0 20+3+2', 's1 15+3+2']);
});

test('a phase that ends people’s green before the vehicles’ is a stage of its own', () => {
  expect(planOf('GrG:20 Grr:5 yrr:3 rGr:15 ryr:3')?.stages).toEqual(['GrG', 'Grr', 'rGr']);
});

test('red with yellow before green belongs to the change, a right turn on red to the stage', () => {
  expect(planOf('Grs:20 yrr:3 rur:1 rGr:15 ryr:3 urr:1')).toMatchObject({
    stages: ['Grs', 'rGr'],
    steps: ['s0 20+3+1', 's1 15+3+1'],
  });
});

test('one stage repeated is one step, and one stage alone leaves nothing to choose', () => {
  expect(planOf('Gr:10 Gr:10 yr:3 rG:9 ry:3')?.steps[0]).toBe('s0 20+3+0');
  expect(planOf('GG:90')).toBeNull();
  expect(planOf('GG:40 rr:20')).toBeNull();
  expect(planOf('OO:40')).toBeNull();
});
