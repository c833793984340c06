import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiClient } from '@amaan/cli/api-client';
import { renderDemoScenes } from '@amaan/cli/demo-scenes/render-demo-scenes';
import { prepareConsole } from '@amaan/cli/setup/prepare-console';
import { prepareModels } from '@amaan/cli/setup/prepare-models';
import { Deployment } from '@amaan/cli/up/deployment';
import { FIRST_RULE } from '@amaan/cli/up/first-rule';
import { Camera } from '@amaan/contracts/camera';
import { findFfmpeg } from '@amaan/vision/sources/find-ffmpeg';

/** A whole deployment in a folder of its own, which goes when it is disposed of. */
export interface BenchDeployment extends AsyncDisposable {
  readonly deployment: Deployment;
  readonly client: ApiClient;
}

/**
 * Starts a deployment whose cameras play a clip.
 * @param file the clip; the demo's gate is rendered when it is undefined.
 */
export async function startBenchDeployment(
  cameras: number,
  file: string | undefined,
  log: (line: string) => void,
): Promise<BenchDeployment> {
  await prepareModels();
  await prepareConsole();
  await using stack = new AsyncDisposableStack();
  const folder = await mkdtemp(join(tmpdir(), 'amaan-bench-'));
  stack.defer(() => rm(folder, { recursive: true, force: true }));
  const clip = file ?? (await renderedClip(folder));
  const deployment = stack.use(
    await Deployment.start({
      dataFolder: folder,
      host: '127.0.0.1',
      port: 0,
      databaseUrl: null,
      // Its seeded approvals let the models run, and its people may see alerts.
      demo: true,
      log,
    }),
  );
  const client = new ApiClient(deployment.url, deployment.localToken);
  for (let index = 1; index <= cameras; index++) {
    const camera = Camera.parse(
      await client.post('/api/cameras', { name: `Camera ${index}`, url: clip, analysisRate: 5 }),
    );
    await client.post(`/api/cameras/${camera.id}/rules`, FIRST_RULE);
  }
  const owned = stack.move();
  return { deployment, client, [Symbol.asyncDispose]: () => owned.disposeAsync() };
}

async function renderedClip(folder: string): Promise<string> {
  const { path } = await findFfmpeg();
  const [scene] = await renderDemoScenes(join(folder, 'demo'), () => {}, path);
  if (!scene) throw new Error('There is no demo scene.');
  return scene.file;
}
