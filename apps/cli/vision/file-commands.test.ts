import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TrackedObject } from '@amaan/contracts/detection';
import type { LineSegment } from '@amaan/contracts/geometry';
import { PermitClaims } from '@amaan/contracts/permit';
import { smartVision } from '@amaan/smart-vision/system';
import { lacksSharedData, sharedData } from '@amaan/vision/detectors/testing/shared-data';
import { manifestOf } from '@amaan/vision/models/manifest';
import { ModelStore } from '@amaan/vision/models/model-store';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { countCrossings } from './count-crossings.ts';
import { detectObjects } from './detect-objects.ts';

const CAR = 'plates-eu/eu1.jpg';
const ROAD = 'media/suburban-road.mp4';

describe.skipIf(lacksSharedData(CAR, ROAD))('the commands on files', () => {
  let data: string;
  beforeAll(async () => {
    data = await mkdtemp(join(tmpdir(), 'amaan-files-'));
    vi.stubEnv('AMAAN_DATA', data);
    await new ModelStore().install(await manifestOf(smartVision.models[0]));
  });
  afterAll(async () => {
    vi.unstubAllEnvs();
    await rm(data, { recursive: true, force: true });
  });

  it('find the objects of the files that can be read, and name those that cannot', async () => {
    const failures: string[] = [];
    const onFailure = ({ code }: { code: string }) => failures.push(code);
    const files = [join(data, 'absent.mp4'), sharedData(CAR), import.meta.filename];
    const frames = await Array.fromAsync(detectObjects(files, { rate: 5, onFailure }));
    expect(failures).toEqual(['SOURCE_NOT_FOUND', 'SOURCE_NOT_VIDEO']);
    expect(frames).toMatchObject([{ file: sharedData(CAR), frame: 0, timeMs: 0 }]);
    const objects = frames[0]?.objects.map((object) => TrackedObject.parse(object)) ?? [];
    expect(objects.map((object) => object.class)).toEqual([expect.stringMatching(/car|truck/)]);
  });

  it('count what crosses a line, and give what they have when they are stopped', async () => {
    const options = {
      line: [
        [0.36, 0.65],
        [0.98, 0.65],
      ] satisfies LineSegment,
      classes: [],
      rate: 5,
      onFailure: (error: Error) => expect.fail(error.message),
    };
    const road = sharedData(ROAD);
    expect(await countCrossings(road, { ...options, signal: new AbortController().signal })).toEqual([
      { class: 'car', direction: 'forward', count: 8 },
      { class: 'car', direction: 'backward', count: 0 },
    ]);
    expect(await countCrossings(road, { ...options, signal: AbortSignal.abort() })).toEqual([]);
  });

  it('write down under which permit they ran', async () => {
    const text = await readFile(join(data, 'evaluation-permits.jsonl'), 'utf8');
    const lines = text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map(({ command, files }) => [command, files])).toEqual([
      ['detect', 3],
      ['count', 1],
      ['count', 1],
    ]);
    for (const line of lines) {
      expect(line).toMatchObject({ system: 'smart-vision', purposes: ['evaluation'] });
      expect(PermitClaims.shape.jti.safeParse(line.permit).success).toBe(true);
      expect(line.models).toEqual([{ id: smartVision.models[0], digest: expect.any(String) }]);
    }
  });
});
