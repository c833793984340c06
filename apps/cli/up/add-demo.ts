import { join } from 'node:path';
import { findFfmpeg } from '@amaan/vision/sources/find-ffmpeg';
import type { ApiClient } from '../api-client.ts';
import { renderDemoScenes } from '../demo-scenes/render-demo-scenes.ts';
import { projectRoot } from '../project.ts';
import { DemoCameras } from './demo-cameras.ts';
import type { Deployment } from './deployment.ts';

/** The demo: rendered scenes as cameras, and a simulated district beside them, labelled as what they are. */
export async function addDemo(
  deployment: Deployment,
  client: ApiClient,
  dataFolder: string,
  log: (line: string) => void,
): Promise<void> {
  deployment.addChild('simulator', join(projectRoot, 'apps/cli/simulate/simulate-main.ts'));
  const { path } = await findFfmpeg();
  let told = '';
  const scenes = await renderDemoScenes(
    join(dataFolder, 'demo'),
    ({ scene, framesDone, framesTotal }) => {
      const line = `rendering ${scene}: ${Math.floor((framesDone / framesTotal) * 10) * 10} %`;
      if (line !== told) log(line);
      told = line;
    },
    path,
  );
  const cameras = await DemoCameras.of(client);
  for (const { name, file, position, rules, readsPlates, traffic } of scenes) {
    if (await cameras.add({ name, url: file, position, readsPlates }, rules, traffic))
      log(`camera added: ${name}`);
  }
}
