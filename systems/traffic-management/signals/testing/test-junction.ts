import type { Junction, SignalGroup } from '@amaan/contracts/traffic/junction';

/** A group with ordinary times. */
export function testGroup(id: string, times: Partial<SignalGroup> = {}): SignalGroup {
  return {
    id,
    name: id,
    kind: 'vehicle',
    minGreen: 5,
    yellow: 3,
    clearance: 2,
    maxRed: 200,
    ...times,
  };
}

/**
 * A crossing of two roads with a crossing for people: `ns` and `we` conflict, `left` (from the north) gives way to `ns` in the
 * first stage and goes alone in the second, `walk` goes with `ns` and conflicts with `we` and `left`.
 */
export function testJunction(changes: Partial<Junction> = {}): Junction {
  const lane = (id: string, group: string, turn: 'straight' | 'left') => ({
    id,
    name: id,
    approach: id,
    length: 200,
    speedLimitKmh: 50,
    movements: [{ group, turn, to: `${id}-out` }],
  });
  return {
    id: 'crossing',
    name: 'Crossing',
    position: null,
    lanes: [
      lane('north', 'ns', 'straight'),
      lane('north-left', 'left', 'left'),
      lane('west', 'we', 'straight'),
    ],
    exits: ['north-out', 'north-left-out', 'west-out'].map((id) => ({ id, length: 200 })),
    groups: [
      testGroup('ns'),
      testGroup('left'),
      testGroup('we'),
      testGroup('walk', { kind: 'pedestrian', yellow: 0, minGreen: 7, clearance: 8 }),
    ],
    conflicts: [
      [false, true, true, false],
      [true, false, true, true],
      [true, true, false, true],
      [false, true, true, false],
    ],
    permissive: [
      { yields: 'left', to: 'ns' },
      { yields: 'left', to: 'walk' },
    ],
    stages: [
      { id: 'a', name: 'North and south', green: ['ns', 'left', 'walk'], yielding: ['left'] },
      { id: 'b', name: 'Left', green: ['left'], yielding: [] },
      { id: 'c', name: 'West and east', green: ['we'], yielding: [] },
    ],
    fixedPlan: {
      offset: 0,
      steps: [
        { stage: 'a', green: 30, yellow: 3, allRed: 5 },
        { stage: 'b', green: 8, yellow: 3, allRed: 2 },
        { stage: 'c', green: 20, yellow: 3, allRed: 2 },
      ],
    },
    clearingExtension: 6,
    ...changes,
  };
}
