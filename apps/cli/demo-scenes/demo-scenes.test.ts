import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { digestOfBytes } from '@amaan/contracts/digest-of';
import { SceneRuleInput } from '@amaan/contracts/scene-rule';
import { GroundPlane } from '@amaan/road/calibration/ground-plane';
import { LaneGround } from '@amaan/road/measuring/lane-ground';
import { checkView } from '@amaan/traffic-management/measuring/check-view';
import { trafficManagement } from '@amaan/traffic-management/system';
import { findFfmpeg } from '@amaan/vision/sources/find-ffmpeg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { encodeVideo } from './encode-video.ts';
import type { Picture } from './picture.ts';
import { lettering } from './plate-alphabet.ts';
import { filmFrames } from './render-demo-scenes.ts';
import { SCENE_PLANS } from './scene-plans.ts';
import { renderStage, type Stage } from './stage.ts';

const run = promisify(execFile);

let folder: string;
const stages = new Map<string, Stage>();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'amaan-scenes-'));
  for (const plan of SCENE_PLANS) stages.set(plan.slug, await plan.prepare(7));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe.each(SCENE_PLANS)('the scene $slug', (plan) => {
  test('has names in both languages and rules that the platform accepts', () => {
    expect(plan.name).toMatch(/simulated/i);
    expect(plan.nameUr).toMatch(/[\u0600-\u06ff]/);
    for (const rule of plan.rules) expect(SceneRuleInput.safeParse(rule).error).toBeUndefined();
  });

  test('has lanes that can be measured, speeds included', () => {
    const view = checkView(plan.traffic);
    const plane = new GroundPlane(plan.traffic.calibration!);
    const { speedErrorKmh } = trafficManagement.thresholds;
    for (const lane of view.lanes) {
      const ground = new LaneGround(plane, lane, speedErrorKmh);
      expect(ground.speeds, lane.name).not.toBeNull();
      expect(ground.measured!.to - ground.measured!.from).toBeGreaterThan(10);
    }
  });

  test('is the same for the same seed, moves, and ends as it begins', async () => {
    const stage = stages.get(plan.slug)!;
    const again = await plan.prepare(7);
    for (const second of [0, 9.5, 23]) expect(digestAt(again, second)).toBe(digestAt(stage, second));
    expect(digestAt(stage, 9.5)).not.toBe(digestAt(stage, 23));
    expect(digestAt(stage, stage.seconds)).toBe(digestAt(stage, 0));
  });
});

describe('the gate', () => {
  test('shows the plate of the car that waits, large enough to be read', () => {
    const stage = stages.get('gate')!;
    const picture = pictureAt(stage, 10);
    const { x, y } = stage.camera.project(0, 10.4, 0.49);
    const width = 0.52 * stage.camera.pixelsPerMetre(10.4);
    expect(width).toBeGreaterThan(80);
    const row = rowOf(picture, Math.round(y), Math.round(x - width / 2), Math.round(width));
    const strokes = row.filter((value, index) => value < 110 && (row[index - 1] ?? 0) >= 110).length;
    expect(Math.max(...row)).toBeGreaterThan(200);
    // A row through the middle of LEA-4127 meets at least one stroke of each of its eight characters.
    expect(strokes).toBeGreaterThanOrEqual(8);
  });
});

describe('encodeVideo', () => {
  test('writes H.264 that plays to its last frame', async () => {
    const { path: ffmpeg } = await findFfmpeg();
    const stage = { ...stages.get('gate')!, seconds: 1.5 };
    const file = join(folder, 'short.mp4');
    const { width, height } = stage.camera;
    await encodeVideo({ ffmpeg, file, width, height, framesPerSecond: 12, frames: filmFrames(stage, 12) });
    const { stderr } = await run(ffmpeg, ['-nostdin', '-i', file, '-f', 'null', '-']);
    expect(stderr).toMatch(/Video: h264 .*yuv420p.*1280x720.* 12 fps/);
    expect(stderr).toMatch(/frame= +18 /);
    expect((await stat(file)).size).toBeGreaterThan(10_000);
  });

  test('says in one sentence what went wrong and leaves nothing that looks whole', async () => {
    const { path: ffmpeg } = await findFfmpeg();
    const stage = { ...stages.get('gate')!, seconds: 0.5 };
    const frames = filmFrames(stage, 12);
    const file = join(folder, 'no-such-folder', 'x.mp4');
    const options = { file, width: 1280, height: 720, framesPerSecond: 12, frames };
    await expect(encodeVideo({ ...options, ffmpeg })).rejects.toMatchObject({
      code: 'SCENE_ENCODING_FAILED',
    });
    await expect(encodeVideo({ ...options, ffmpeg: join(folder, 'none') })).rejects.toMatchObject({
      code: 'SCENE_ENCODING_FAILED',
    });
    expect(await readdir(folder)).not.toContain('no-such-folder');
  });
});

describe('lettering', () => {
  test('has every letter and digit of a number plate, and refuses what it has not', () => {
    for (const character of 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-') {
      expect(lettering(character, 0, 0, 10, 'black')).toContain(' d="M');
    }
    expect(() => lettering('ä', 0, 0, 10, 'black')).toThrow(RangeError);
  });
});

function pictureAt(stage: Stage, seconds: number): Picture {
  const { width, height } = stage.camera;
  const picture = { width, height, pixels: new Uint8Array(width * height * 3) };
  renderStage(stage, seconds, picture);
  return picture;
}

function digestAt(stage: Stage, seconds: number): string {
  return digestOfBytes(pictureAt(stage, seconds).pixels);
}

/** Green values of `count` pixels from `x, y` to the right. */
function rowOf(picture: Picture, y: number, x: number, count: number): number[] {
  return Array.from(
    { length: count },
    (_, index) => picture.pixels[(y * picture.width + x + index) * 3 + 1]!,
  );
}
