import { checkJunction } from '@amaan/traffic-management/signals/check-junction';
import { expect, test } from 'vitest';
import { readNetwork } from './network.ts';
import { type SignalJunction, signalJunction, stateLetters } from './signal-junction.ts';
import { signalLinksOf } from './signal-links.ts';
import { crossingNetwork, ScenarioFolder } from './testing/small-scenario.ts';

const TIMES = { yellow: 3, minGreen: 5, clearingExtension: 20 };

async function junctionOf(network: string): Promise<SignalJunction> {
  await using folder = await ScenarioFolder.with({ 'net.net.xml': network });
  const read = await readNetwork(folder.file('net.net.xml'));
  return signalJunction(read, signalLinksOf(read)[0]!, TIMES)!;
}

test('makes groups, stages, conflicts, lanes and times of a programme', async () => {
  const { junction } = await junctionOf(crossingNetwork());
  expect(junction).toMatchObject({
    id: 'C',
    lanes: [
      {
        id: 'west_0',
        approach: 'west',
        length: 195,
        movements: [{ group: 'group-1', turn: 'straight', to: 'east_0' }],
      },
      { id: 'south_0', approach: 'south' },
    ],
    exits: [{ id: 'east_0' }, { id: 'north_0' }],
    groups: [
      { id: 'group-1', kind: 'vehicle', minGreen: 5, yellow: 3, clearance: 2 },
      { id: 'group-2', kind: 'vehicle', minGreen: 5, yellow: 3, clearance: 2 },
    ],
    conflicts: [
      [false, true],
      [true, false],
    ],
    permissive: [],
    stages: [
      { id: 'stage-1', green: ['group-1'], yielding: [] },
      { id: 'stage-2', green: ['group-2'], yielding: [] },
    ],
  });
});

test('a small g gives way to whom it crosses', async () => {
  const phases =
    '<phase duration="20" state="Gg"/><phase duration="3" state="yy"/><phase duration="9" state="rG"/><phase duration="3" state="ry"/>';
  const { junction } = await junctionOf(crossingNetwork(phases));
  expect(junction.permissive).toEqual([{ yields: 'group-2', to: 'group-1' }]);
  expect(junction.stages[0]).toMatchObject({ green: ['group-1', 'group-2'], yielding: ['group-2'] });
});

/** The second road turns onto the first one’s exit. */
function mergingNetwork(response: string): string {
  return crossingNetwork(
    '<phase duration="20" state="GG"/><phase duration="3" state="yy"/><phase duration="9" state="rG"/><phase duration="3" state="ry"/>',
  )
    .replace(
      'to="north" fromLane="0" toLane="0" tl="C" linkIndex="1" dir="s"',
      'to="east" fromLane="0" toLane="0" tl="C" linkIndex="1" dir="r"',
    )
    .replace('response="01"', `response="${response}"`);
}

test('of two that merge under full green, the one that has to by the network’s rules gives way', async () => {
  const { junction } = await junctionOf(mergingNetwork('01'));
  expect(junction.permissive).toEqual([{ yields: 'group-2', to: 'group-1' }]);
  expect(junction.stages.map(({ yielding }) => yielding)).toEqual([['group-2'], []]);
  expect(checkJunction(junction)).toEqual([]);
});

test('where no rule says who gives way, full green for both is a contradiction', async () => {
  const { junction } = await junctionOf(mergingNetwork('00'));
  expect(checkJunction(junction).map(({ code }) => code)).toEqual(['STAGE_CONFLICT']);
});

test('limits are never stricter than the programme itself', async () => {
  const phases =
    '<phase duration="4" state="Gr"/><phase duration="2" state="yr"/><phase duration="15" state="rG" minDur="8"/><phase duration="3" state="ry"/>';
  const { junction } = await junctionOf(crossingNetwork(phases));
  expect(junction.groups).toMatchObject([
    { minGreen: 4, yellow: 2, clearance: 0 },
    { minGreen: 8, yellow: 3, clearance: 0 },
  ]);
});

test('people on foot get their own group, and the time to cross that the programme gives them', async () => {
  const network = crossingNetwork(
    '<phase duration="20" state="GrG"/><phase duration="6" state="Grr"/><phase duration="3" state="yrr"/><phase duration="15" state="rGr"/><phase duration="3" state="ryr"/>',
  )
    .replace(
      '<tlLogic',
      '<edge id=":C_c0" function="crossing" crossingEdges="south"><lane id=":C_c0_0" index="0" allow="pedestrian" speed="2.78" length="12.00" shape="0,0 12,0"/></edge>' +
        '<edge id=":C_w0" function="walkingarea"><lane id=":C_w0_0" index="0" allow="pedestrian" speed="2.78" length="2.00" shape="0,0 2,0"/></edge><tlLogic',
    )
    .replace('incLanes="west_0 south_0"', 'incLanes="west_0 south_0 :C_w0_0"')
    .replace('foes="10"', 'foes="010"')
    .replace('foes="01"', 'foes="101"')
    .replace('</junction>', '<request index="2" response="000" foes="010" cont="0"/></junction>')
    .replace(
      '</net>',
      '<connection from=":C_w0" to=":C_c0" fromLane="0" toLane="0" tl="C" linkIndex="2" dir="s" state="M"/></net>',
    );
  const { junction } = await junctionOf(network);
  // Twelve metres at 1.2 m/s are ten seconds; the programme gives nine between their green and the cars'.
  expect(junction.groups[2]).toMatchObject({ kind: 'pedestrian', yellow: 0, clearance: 9 });
  expect(junction.conflicts[2]).toEqual([false, true, false]);
  expect(junction.lanes.map(({ id }) => id)).toEqual(['west_0', 'south_0']);
});

test('writes lights in SUMO’s letters, and leaves links alone that no light changes', async () => {
  const phases =
    '<phase duration="20" state="GrO"/><phase duration="3" state="yrO"/><phase duration="15" state="rGO"/><phase duration="3" state="ryO"/>';
  const signal = await junctionOf(crossingNetwork(phases));
  expect(stateLetters(signal, ['green', 'red'], 'stage-1', null)).toBe('GrO');
  expect(stateLetters(signal, ['yellow', 'red'], 'stage-1', 'stage-2')).toBe('yrO');
  expect(stateLetters(signal, ['red', 'red'], 'stage-1', 'stage-2')).toBe('rrO');
  expect(stateLetters(signal, ['red', 'yield'], 'stage-2', null)).toBe('rgO');
});
