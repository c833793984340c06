import { join } from 'node:path';
import { oncePerRun, testRunFolder } from '@amaan/store/testing/once-per-run';
import { findFfmpeg } from '@amaan/vision/sources/find-ffmpeg';
import type { DemoScene } from '../demo-scenes/demo-scene.ts';
import { renderDemoScenes } from '../demo-scenes/render-demo-scenes.ts';
import { SCENE_PLANS } from '../demo-scenes/scene-plans.ts';

/** For tests: the demo's scene of a gate, with its film, which takes half a minute to render and which all files share. */
export async function gateScene(): Promise<DemoScene> {
  return oncePerRun('gate-scene', async () => {
    const gate = SCENE_PLANS.filter(({ slug }) => slug === 'gate');
    const folder = join(testRunFolder(), 'demo-scenes');
    const [scene] = await renderDemoScenes(folder, () => {}, (await findFfmpeg()).path, gate);
    return scene!;
  });
}
