import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { DemoScene, ScenePlan } from './demo-scene.ts';
import { encodeVideo } from './encode-video.ts';
import type { Picture } from './picture.ts';
import { SCENE_PLANS } from './scene-plans.ts';
import { renderStage, type Stage } from './stage.ts';

export interface SceneProgress {
  readonly scene: string;
  readonly framesDone: number;
  readonly framesTotal: number;
}

/** Raised whenever the scenes look different, so that films of an older look are rendered again. */
const LOOK = 1;
const SEED = 20_260;
const FRAMES_PER_SECOND = 12;

/**
 * Renders the demo's films into `folder`, once: a film that is there already is kept.
 * @param ffmpeg path of an ffmpeg that encodes H.264 (`findFfmpeg`).
 * @param plans which of them.
 * @throws SceneEncodingFailed when ffmpeg is missing or refuses.
 */
export async function renderDemoScenes(
  folder: string,
  onProgress: (progress: SceneProgress) => void,
  ffmpeg: string,
  plans: readonly ScenePlan[] = SCENE_PLANS,
): Promise<DemoScene[]> {
  await mkdir(folder, { recursive: true });
  const scenes: DemoScene[] = [];
  for (const plan of plans) {
    const file = join(folder, `${plan.slug}-${LOOK}.mp4`);
    if (!existsSync(file)) await renderFilm(plan, file, ffmpeg, onProgress);
    const { name, nameUr, position, rules, readsPlates, traffic } = plan;
    scenes.push({ name, nameUr, file, position, rules, readsPlates, traffic });
  }
  return scenes;
}

/** Writes beside the final name first: a film with its final name is always whole. */
async function renderFilm(
  plan: ScenePlan,
  file: string,
  ffmpeg: string,
  onProgress: (progress: SceneProgress) => void,
): Promise<void> {
  const stage = await plan.prepare(SEED);
  const { width, height } = stage.camera;
  const unfinished = `${file}.part`;
  const report = (framesDone: number, framesTotal: number) =>
    onProgress({ scene: plan.name, framesDone, framesTotal });
  try {
    await encodeVideo({
      ffmpeg,
      file: unfinished,
      width,
      height,
      framesPerSecond: FRAMES_PER_SECOND,
      frames: filmFrames(stage, FRAMES_PER_SECOND, report),
    });
    await rename(unfinished, file);
  } finally {
    await rm(unfinished, { force: true });
  }
}

/** One loop of a stage, frame by frame. Each yields the same buffer, painted anew. */
export function* filmFrames(
  stage: Stage,
  framesPerSecond: number,
  onFrame: (done: number, total: number) => void = () => {},
): Generator<Uint8Array> {
  const { width, height } = stage.camera;
  const picture: Picture = { width, height, pixels: new Uint8Array(width * height * 3) };
  const total = Math.round(stage.seconds * framesPerSecond);
  for (let index = 0; index < total; index++) {
    renderStage(stage, index / framesPerSecond, picture);
    onFrame(index + 1, total);
    yield picture.pixels;
  }
}
