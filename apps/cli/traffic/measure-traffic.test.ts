import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LaneMeasures } from '@amaan/contracts/traffic/lane-measures';
import { trafficManagement } from '@amaan/traffic-management/system';
import { lacksSharedData, sharedData } from '@amaan/vision/detectors/testing/shared-data';
import { manifestOf } from '@amaan/vision/models/manifest';
import { ModelStore } from '@amaan/vision/models/model-store';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createProgram } from '../program.ts';
import { measureTraffic, type TrafficLine } from './measure-traffic.ts';
import { readView } from './read-view.ts';

const SYSTEMS = join(import.meta.dirname, '../../../systems');
const VIEW = join(SYSTEMS, 'traffic-management/testing/suburban-road-view.json');
const ROAD = 'media/suburban-road.mp4';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'amaan-traffic-'));
  vi.stubEnv('AMAAN_DATA', folder);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true, force: true });
});

async function viewFile(text: string): Promise<string> {
  const path = join(folder, 'view.json');
  await writeFile(path, text);
  return path;
}

async function lanesOf(): Promise<{ name: string; lanes: Record<string, unknown>[] }> {
  return JSON.parse(await readFile(VIEW, 'utf8'));
}

describe('a view file', () => {
  it('is a view', async () => {
    expect((await readView(VIEW)).lanes.map(({ id }) => id)).toEqual(['in', 'out']);
  });

  it.each([
    ['missing', async () => '/nowhere/view.json', 'VIEW_NOT_READ', /cannot be read/],
    ['no JSON', () => viewFile('lanes: 3'), 'VIEW_NOT_JSON', /is no JSON/],
    ['without lanes', () => viewFile('{"name":"x","lanes":[]}'), 'VIEW_WRONG', /lanes/],
  ])('that is %s is refused in a sentence', async (_, make, code, message) => {
    await expect(readView(await make())).rejects.toMatchObject({
      code,
      message: expect.stringMatching(message),
    });
  });

  it('names the place of what is wrong', async () => {
    const view = await lanesOf();
    view.lanes[1]!.countingLine = [
      [0.1, 0.1],
      [0.1, 7],
    ];
    await expect(readView(await viewFile(JSON.stringify(view)))).rejects.toThrow(
      /lanes\.1\.countingLine\.1\.1/,
    );
    view.lanes[1]!.countingLine = [
      [0.1, 0.1],
      [0.1, 0.1],
    ];
    await expect(readView(await viewFile(JSON.stringify(view)))).rejects.toThrow(/two different points/);
    view.lanes[1] = view.lanes[0]!;
    await expect(readView(await viewFile(JSON.stringify(view)))).rejects.toThrow(/the same id/);
  });

  it('with marks that make no calibration says which', async () => {
    const corners = [
      [0.4, 0.6],
      [0.6, 0.8],
      [0.6, 0.6],
      [0.4, 0.8],
    ];
    const picture = { width: 640, height: 352 };
    const calibration = { method: 'rectangle', picture, corners, acrossM: 3, alongM: 6 };
    const text = JSON.stringify({ ...(await lanesOf()), calibration });
    await expect(readView(await viewFile(text))).rejects.toMatchObject({ code: 'CALIBRATION_CROSSING' });
  });
});

describe('amaan traffic measure', () => {
  it('needs a view, and an instant that is one', async () => {
    vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const run = (...words: string[]) =>
      createProgram().parseAsync(['traffic', 'measure', ...words], { from: 'user' });
    await expect(run('x.mp4')).rejects.toMatchObject({ code: 'commander.missingMandatoryOptionValue' });
    await expect(run('x.mp4', '--view', VIEW, '--began', 'yesterday')).rejects.toMatchObject({
      code: 'commander.invalidArgument',
    });
    vi.restoreAllMocks();
  });
});

describe.skipIf(lacksSharedData(ROAD))('measuring a file', () => {
  beforeAll(async () => {
    await new ModelStore().install(await manifestOf(trafficManagement.models[0]));
  });

  async function measured(
    url: string,
    rate: number,
    onFailure: (error: Error) => void,
  ): Promise<TrafficLine[]> {
    const options = {
      view: await readView(VIEW),
      rate,
      beganAt: Date.UTC(2026, 2, 1, 8, 0, 30),
      signal: new AbortController().signal,
      onFailure,
    };
    return Array.fromAsync(measureTraffic(url, options));
  }

  it.each([5, 10])(
    'counts what was counted by hand, at %d frames/s',
    async (rate) => {
      const text = await readFile(join(SYSTEMS, 'smart-vision/testing/hand-counts.json'), 'utf8');
      const { rules } = JSON.parse(text).clips.find(({ file }: { file: string }) => ROAD.endsWith(file));
      const byHand = rules.map(({ events }: { events: unknown[] }) => events.length);
      expect(byHand).toEqual([8, 2]);
      const lines = await measured(sharedData(ROAD), rate, (error) => expect.fail(error.message));
      const totals = lines.filter((line) => line.kind === 'total');
      for (const { kind, ...total } of totals) expect(LaneMeasures.parse(total)).toEqual(total);
      expect(totals.map(({ laneId, figures }) => [laneId, figures.counts])).toEqual([
        ['in', { car: byHand[0] }],
        ['out', { car: byHand[1] }],
      ]);
      // The file goes over the turn of a minute: both minutes together are the whole.
      const minutes = lines.filter((line) => line.kind === 'minute' && line.laneId === 'in');
      expect(minutes.map((line) => line.kind === 'minute' && line.from)).toEqual([
        '2026-03-01T08:00:00.000Z',
        '2026-03-01T08:01:00.000Z',
      ]);
      const vehicles = minutes.map((line) => (line.kind === 'minute' ? line.figures.vehicles : 0));
      expect(vehicles.reduce((sum, count) => sum + count, 0)).toBe(8);
      // By hand the eight came within 28.85 s.
      expect(totals[0]!.figures.headwaySeconds!.value).toBeCloseTo(28.85 / 7, 1);
      expect(totals[0]!.figures.speedKmh).toBeNull();
    },
    120_000,
  );

  it('says in a sentence that a file is missing or no video, and writes down under which permit it ran', async () => {
    const failures: string[] = [];
    const fail = (error: Error & { code?: string }) => void failures.push(error.code ?? '');
    expect(await measured(join(folder, 'absent.mp4'), 5, fail)).toEqual([]);
    expect(await measured(import.meta.filename, 5, fail)).toEqual([]);
    expect(failures).toEqual(['SOURCE_NOT_FOUND', 'SOURCE_NOT_VIDEO']);
    const log = await readFile(join(folder, 'evaluation-permits.jsonl'), 'utf8');
    expect(JSON.parse(log.trim().split('\n').at(-1)!)).toMatchObject({
      command: 'traffic measure',
      system: 'traffic-management',
      purposes: ['evaluation'],
    });
  });
});
