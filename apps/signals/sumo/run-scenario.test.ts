import { execFileSync } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { ActuatedController } from '@amaan/traffic-management/signals/controllers/actuated';
import { describe, expect, test } from 'vitest';
import { type RunNotice, type RunOptions, type RunResult, runScenario } from './run-scenario.ts';
import { sumoNeeded } from './testing/requirements.ts';
import { configuration, crossingNetwork, DEMAND, PHASES, ScenarioFolder } from './testing/small-scenario.ts';
import { readTripFigures } from './trip-figures.ts';

const actuated: RunOptions['controller'] = (junction) => new ActuatedController(junction);

/** Runs files of the small scenario; what people are told in between is kept. */
async function run(
  files: Readonly<Record<string, string | Buffer>> = {},
  options: Partial<RunOptions> = {},
): Promise<{ result: RunResult; notices: RunNotice[] }> {
  await using folder = await ScenarioFolder.with(files);
  const notices: RunNotice[] = [];
  const result = await runScenario({
    path: folder.path,
    controller: actuated,
    seed: 1,
    view: 'truth',
    random: () => 0.5,
    onNotice: (notice) => notices.push(notice),
    ...options,
  });
  return { result, notices };
}

describe.skipIf(sumoNeeded.missing)(`a run${sumoNeeded.note}`, () => {
  test('gives delay over all vehicles, and a controller that sees does better than the plan', async () => {
    const fixed = (await run({}, { controller: null })).result;
    const { result, notices } = await run();
    expect(fixed).toMatchObject({ vehicles: 118, led: 1, signals: 1, teleports: 0, collisions: 0 });
    expect(fixed.decisionMs).toEqual([]);
    expect(result.vehicles).toBe(118);
    expect(result.delay).toBeGreaterThan(0);
    expect(result.delay).toBeLessThan(fixed.delay);
    expect(result.decisionMs.length).toBeGreaterThan(200);
    expect(notices).toEqual([]);
  });

  test('the fixed plan through the envelope is what SUMO does by itself', async () => {
    // A programme that begins within a change, with an offset.
    const network = crossingNetwork(
      `${PHASES.slice(PHASES.indexOf('/>') + 2)}${PHASES.slice(0, PHASES.indexOf('/>') + 2)}`,
    );
    const files = { 'net.net.xml': network.replace('offset="0"', 'offset="7"') };
    await using folder = await ScenarioFolder.with(files);
    const [trips, statistics] = [folder.file('trips.xml'), folder.file('statistics.xml')];
    const flags = [
      '--xml-validation',
      'never',
      '--xml-validation.net',
      'never',
      '--xml-validation.routes',
      'never',
    ];
    const outputs = [
      '--tripinfo-output',
      trips,
      '--tripinfo-output.write-unfinished',
      '--statistic-output',
      statistics,
    ];
    execFileSync('sumo', ['-c', folder.file('small.sumocfg'), '--seed', '1', ...flags, ...outputs], {
      stdio: 'ignore',
    });
    const own = await readTripFigures(trips, statistics);
    const { result } = await run(files, { controller: null });
    expect(result.delay).toBeCloseTo(own.delay, 6);
    expect(result.waitingTime).toBeCloseTo(own.waitingTime, 6);
  });

  test('the same seed gives the same figures, also through cameras', async () => {
    const camera = () => {
      let state = 1;
      const random = () => {
        state = (state * 48_271) % 2_147_483_647;
        return state / 2_147_483_647;
      };
      return run({}, { view: 'camera', random });
    };
    const [one, other] = [await camera(), await camera()];
    expect({ ...one.result, decisionMs: [] }).toEqual({ ...other.result, decisionMs: [] });
  });

  test('cameras that die bring the fixed plan at their junction, and the run goes on', async () => {
    const { result, notices } = await run({}, { failing: { junction: 'C', from: 200 } });
    expect(notices).toEqual([{ kind: 'lead', junction: 'C', now: 203, fallback: 'stale-data' }]);
    expect(result.vehicles).toBe(118);
  });

  test('cameras of a signal that there is not cannot die', async () => {
    await expect(run({}, { failing: { junction: 'X', from: 200 } })).rejects.toMatchObject({
      code: 'SIGNAL_UNKNOWN',
      message: 'The network has no signal X; it has C.',
    });
  });

  test('a controller that throws brings the fixed plan', async () => {
    const failing = () => ({
      decide: () => {
        throw new Error('broken');
      },
    });
    const { notices } = await run({}, { controller: failing });
    expect(notices[0]).toMatchObject({ kind: 'lead', now: 100, fallback: 'controller-failed' });
  });

  test('a junction whose plan contradicts its conflicts stays with the programme of the network', async () => {
    const { result, notices } = await run({ 'net.net.xml': crossingNetwork(PHASES.replace('"Gr"', '"GG"')) });
    expect(result).toMatchObject({ led: 0, signals: 1 });
    expect(notices).toEqual([
      {
        kind: 'left-to-programme',
        junction: 'C',
        reason: 'Stage 1 lets links 0 and links 1 go together, which conflict.',
      },
    ]);
  });

  test('a signal with one stage is left alone, and packed files without an end are read', async () => {
    const { result, notices } = await run({
      'net.net.xml.gz': gzipSync(crossingNetwork('<phase duration="90" state="Gg"/>')),
      'cars.rou.xml.gz': gzipSync(DEMAND),
      'small.sumocfg': configuration(
        '<net-file value="net.net.xml.gz"/><route-files value="cars.rou.xml.gz"/>',
        '<begin value="0"/>',
      ),
    });
    expect(notices).toEqual([{ kind: 'left-to-programme', junction: 'C', reason: null }]);
    expect(result).toMatchObject({ led: 0, unfinished: 0, vehicles: 118 });
  });

  test('a folder without a configuration is run until everybody has arrived', async () => {
    await using folder = await ScenarioFolder.with({ 'lights.add.xml': '<additional/>' });
    await rm(folder.file('small.sumocfg'));
    const result = await runScenario({
      path: folder.path,
      controller: actuated,
      seed: 1,
      view: 'truth',
      random: () => 0.5,
    });
    expect(result).toMatchObject({ vehicles: 118, unfinished: 0, led: 1 });
  });

  test('vehicles that never set out count with their whole waiting', async () => {
    // The second road gets green for a moment only, and more vehicles than fit on it.
    const phases =
      '<phase duration="390" state="Gr"/><phase duration="3" state="yr"/><phase duration="5" state="rG"/><phase duration="3" state="ry"/>';
    const { result } = await run(
      {
        'net.net.xml': crossingNetwork(phases),
        'cars.rou.xml': DEMAND.replace('period="7"', 'period="2"'),
      },
      { controller: null },
    );
    expect(result.neverDeparted).toBeGreaterThan(20);
    expect(result.unfinished).toBeGreaterThan(result.neverDeparted);
    expect(result.delay).toBeGreaterThan(60);
  });

  test.each([
    [
      'half a network',
      { 'net.net.xml': crossingNetwork().slice(0, 900) },
      'XML_BROKEN',
      'net.net.xml cannot be read',
    ],
    [
      'a network without a signal',
      {
        'net.net.xml': crossingNetwork()
          .replace(/<tlLogic.*<\/tlLogic>/s, '')
          .replaceAll(/ tl="C" linkIndex="\d"/g, ''),
      },
      'NETWORK_WITHOUT_SIGNAL',
      'no traffic signal',
    ],
    ['demand without a vehicle', { 'cars.rou.xml': '<routes/>' }, 'DEMAND_MISSING', 'Nobody drove'],
    [
      'demand on a road that is not there',
      { 'cars.rou.xml': DEMAND.replace('west east', 'west nowhere') },
      'SUMO_FAILED',
      'nowhere',
    ],
    ['broken demand', { 'cars.rou.xml': '<routes><flow' }, 'SUMO_FAILED', 'cars.rou.xml'],
  ])('%s is one clear sentence', async (_, files, code, part) => {
    await expect(run(files)).rejects.toMatchObject({ code, message: expect.stringContaining(part) });
  });
});
