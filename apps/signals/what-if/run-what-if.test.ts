import { newIdentifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import { seededRandom } from '@amaan/contracts/seeded-random';
import type { LaneMinute } from '@amaan/contracts/traffic/lane-measures';
import { LaneSums } from '@amaan/contracts/traffic/lane-measures';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readNetwork } from '../sumo/network.ts';
import { sumoNeeded } from '../sumo/testing/requirements.ts';
import { ScenarioFolder } from '../sumo/testing/small-scenario.ts';
import { networkJunctions } from './network-junctions.ts';
import { type MeasuredMinutes, replayDemand } from './replay-demand.ts';
import { runWhatIf, type WhatIfJob } from './run-what-if.ts';

const FROM = Date.parse('2026-11-02T08:00:00.000Z');

describe('replays', () => {
  let folder: ScenarioFolder;
  beforeEach(async () => {
    folder = await ScenarioFolder.with();
  });
  afterEach(async () => {
    await folder[Symbol.asyncDispose]();
  });
  const file = () => folder.file('net.net.xml');
  const minute = (lane: string, index: number, counts: LaneMinute['sums']['counts']) => ({
    lane,
    from: instantOf(FROM + index * 60_000),
    sums: LaneSums.parse({ observedMs: 60_000, counts }),
  });
  const job = async (minutes: MeasuredMinutes): Promise<WhatIfJob> => {
    const [{ definition }] = (await networkJunctions(file())) as [
      Awaited<ReturnType<typeof networkJunctions>>[0],
    ];
    return {
      ...{ whatIfId: newIdentifier(), attempt: 1, network: { digest: 'a'.repeat(64), junction: 'C' } },
      junction: { id: 'C', ...definition! },
      ...{ from: instantOf(FROM), to: instantOf(FROM + 5 * 60_000), minutes },
      ...{ controllers: ['fixed', 'max-pressure'], seeds: 2 },
    };
  };

  it('reads the junctions of a network', async () => {
    const [junction] = await networkJunctions(file());
    expect(junction).toMatchObject({ id: 'C', lanes: 2, problem: null });
    expect(junction!.definition!.lanes.map(({ id }) => id)).toEqual(['west_0', 'south_0']);
  });

  it('drives exactly the vehicles that were counted, in their minutes and lanes', async () => {
    const { junction } = await job([]);
    const network = await readNetwork(file());
    const minutes = [
      minute('west_0', 0, { car: 3, bus: 1 }),
      minute('west_0', 2, { car: 2 }),
      minute('nowhere', 1, { car: 9 }),
    ];
    const demand = replayDemand(junction, network, minutes, FROM, seededRandom(1));
    const departs = [...demand.matchAll(/depart="([\d.]+)"/g)].map(([, at]) => Number(at));
    expect(departs).toHaveLength(6);
    expect(departs.filter((at) => at < 60)).toHaveLength(4);
    expect(departs.filter((at) => at >= 120 && at < 180)).toHaveLength(2);
    expect(departs).toEqual(departs.toSorted((a, b) => a - b));
    expect(demand.match(/type="bus"/g)).toHaveLength(1);
    expect(demand).toContain('from="west" to="east"');
    expect(replayDemand(junction, network, minutes, FROM, seededRandom(1))).toBe(demand);
  });

  it.skipIf(sumoNeeded.missing)(
    `compares controllers over seeds, with the same vehicles${sumoNeeded.note}`,
    async () => {
      const minutes = [0, 1, 2, 3, 4].flatMap((index) => [
        minute('west_0', index, { car: 8, truck: 1 }),
        minute('south_0', index, { car: 2 }),
      ]);
      const progress: number[] = [];
      const [fixed, pressure] = await runWhatIf(await job(minutes), {
        network: file(),
        signal: new AbortController().signal,
        onProgress: (share) => progress.push(share),
      });
      expect(progress).toEqual([0.25, 0.5, 0.75, 1]);
      expect(fixed).toMatchObject({ controller: 'fixed', runs: 2, vehicles: 55, delayDifference: null });
      expect(pressure).toMatchObject({ controller: 'max-pressure', runs: 2, vehicles: 55, unfinished: 0 });
      expect(pressure!.delayDifference!.mean).toBeCloseTo(pressure!.delay.mean - fixed!.delay.mean);
      expect(pressure!.delay.low).toBeLessThanOrEqual(pressure!.delay.mean);
      for (const figure of [fixed!.delay, fixed!.waiting, fixed!.stops, fixed!.queue])
        expect(figure.mean).toBeGreaterThan(0);
    },
  );

  it.skipIf(sumoNeeded.missing)(`stops when it is cancelled${sumoNeeded.note}`, async () => {
    const cancelled = new AbortController();
    const minutes = [minute('west_0', 0, { car: 8 })];
    const run = runWhatIf(await job(minutes), {
      network: file(),
      signal: cancelled.signal,
      onProgress: () => cancelled.abort(new Error('enough')),
    });
    await expect(run).rejects.toThrow('enough');
  });

  it('says that nobody would drive', async () => {
    const run = runWhatIf(await job([minute('nowhere', 0, { car: 8 })]), {
      network: file(),
      signal: new AbortController().signal,
      onProgress: () => undefined,
    });
    await expect(run).rejects.toMatchObject({ code: 'DEMAND_MISSING' });
  });
});
