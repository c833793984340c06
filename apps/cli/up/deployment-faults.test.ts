import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Camera } from '@amaan/contracts/camera';
import { LIVE_CLOSE_CODES } from '@amaan/contracts/redaction/live-close-codes';
import { SUBJECTS } from '@amaan/contracts/worker-messages';
import { openDatabase } from '@amaan/store/open-database';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { demoAccount, demoSession } from '../../../bench/demo-session.ts';
import { ApiClient } from '../api-client.ts';
import { verifyDataFolder } from '../ledger/verify-data-folder.ts';
import { prepareModels } from '../setup/prepare-models.ts';
import { gateScene } from '../testing/gate-scene.ts';
import { Deployment } from './deployment.ts';

/** Waits until a condition holds; fails with `what` when it does not in time. */
async function until(what: string, holds: () => Promise<boolean> | boolean, seconds = 60): Promise<void> {
  const deadline = Date.now() + seconds * 1000;
  while (!(await holds().valueOf())) {
    if (Date.now() > deadline) throw new Error(`It did not happen within ${seconds} s: ${what}`);
    await delay(100);
  }
}

describe('a deployment whose processes are killed in the middle of a clip', () => {
  const acknowledged = new Set<string>();
  const log: string[] = [];
  let folder: string;
  let deployment: Deployment;
  let client: ApiClient;
  let cameraId: string;

  beforeAll(async () => {
    await prepareModels();
    folder = await mkdtemp(join(tmpdir(), 'amaan-faults-'));
    const scene = await gateScene();
    deployment = await Deployment.start({
      dataFolder: folder,
      host: '127.0.0.1',
      port: 0,
      databaseUrl: null,
      demo: true,
      log: (line) => log.push(line),
      onAcknowledged: (subject, ids) => {
        if (subject === SUBJECTS.reports) for (const id of ids) acknowledged.add(id);
      },
    });
    client = new ApiClient(deployment.url, deployment.localToken);
    const camera = Camera.parse(
      await client.post('/api/cameras', { name: 'Gate', url: scene.file, analysisRate: 5 }),
    );
    cameraId = camera.id;
    for (const rule of scene.rules) await client.post(`/api/cameras/${camera.id}/rules`, rule);
  }, 300_000);

  afterAll(async () => {
    await deployment?.[Symbol.asyncDispose]();
    await rm(folder, { recursive: true, force: true });
  });

  /** Waits for reports of this clip that were not there before. */
  const moreReports = async (count: number) => {
    const before = acknowledged.size;
    await until(`${count} more reports`, () => acknowledged.size >= before + count, 120);
  };

  const kill = async (pid: number | undefined, isBack: () => boolean) => {
    expect(pid).toBeTypeOf('number');
    process.kill(pid!, 'SIGKILL');
    await until('the process is started again', isBack);
  };

  test('shows masked views, nothing while the redactor is dead, and masked ones again', async () => {
    const cookie = await demoSession(deployment.url, demoAccount(deployment.demoAccounts, 'operator'));
    const picture = new URL(`/api/cameras/${cameraId}/picture`, deployment.url);
    const isShown = async () => {
      const response = await fetch(picture, { headers: { cookie } });
      const body = await response.arrayBuffer();
      if (response.ok) expect(response.headers.get('content-type')).toBe('image/jpeg');
      else expect(new TextDecoder().decode(body)).toMatch(/MASKING_NOT_|PICTURE_NOT_AVAILABLE/);
      return response.ok;
    };
    const watch = () => {
      const address = new URL(`/api/cameras/${cameraId}/live`, deployment.url.replace('http', 'ws'));
      const viewer = new WebSocket(address, { headers: { cookie, origin: deployment.url } });
      const shown = { texts: [] as unknown[], parts: 0 };
      viewer.on('message', (data: Buffer, isBinary) => {
        if (isBinary) shown.parts += 1;
        else shown.texts.push(JSON.parse(data.toString()));
      });
      return { viewer, shown };
    };
    await until('a masked picture', isShown, 120);
    const { viewer, shown } = watch();
    await until('a masked live view', () => shown.parts >= 5);
    expect(shown.texts.slice(0, 2)).toMatchObject([{ type: 'view', masked: true }, { type: 'start' }]);
    const closed = once(viewer, 'close');
    const { redactor } = deployment;
    const first = redactor.pid;
    process.kill(first!, 'SIGKILL');
    expect((await closed)[0]).toBe(LIVE_CLOSE_CODES.MASKING_NOT_AVAILABLE);
    expect(await isShown()).toBe(false);
    await until('the redactor is started again', () => redactor.pid !== undefined && redactor.pid !== first);
    await until('a masked picture again', isShown);
    const again = watch();
    await until('a masked live view again', () => again.shown.parts >= 2);
    again.viewer.terminate();
  }, 300_000);

  test('loses no acknowledged observation, doubles none, and the ledger verifies', async () => {
    await moreReports(2);

    const { worker, server } = deployment;
    const firstWorker = worker.pid;
    await kill(firstWorker, () => worker.pid !== undefined && worker.pid !== firstWorker);
    await moreReports(2);

    const firstServer = server.pid;
    await kill(firstServer, () => server.pid !== undefined && server.pid !== firstServer);
    await moreReports(2);

    const [ffmpeg] = ffmpegsOf(worker.pid!);
    await kill(ffmpeg, () => true);
    await until('another ffmpeg reads the camera', () => {
      const [now] = ffmpegsOf(worker.pid!);
      return now !== undefined && now !== ffmpeg;
    });
    await moreReports(2);

    const observed = [...acknowledged].filter((id) => !id.includes('/'));
    const db = openDatabase(deployment.databaseUrl);
    try {
      const rows = await db.selectFrom('observation').select('id').where('id', 'in', observed).execute();
      const denials = await db.selectFrom('denial').select('id').where('id', 'in', observed).execute();
      const stored = [...rows, ...denials].map(({ id }) => id).sort();
      expect(stored).toEqual([...observed].sort());
      const alerts = await db
        .selectFrom('alert')
        .select(({ fn }) => [
          fn.countAll<number>().as('all'),
          fn.count<number>('observation_id').distinct().as('different'),
        ])
        .executeTakeFirstOrThrow();
      expect(alerts.all).toBe(alerts.different);
    } finally {
      await db.destroy();
    }
    const verdict = await verifyDataFolder(folder, undefined, []);
    expect(verdict.faults).toEqual([]);
    expect(verdict.size).toBeGreaterThan(0);
  }, 600_000);
});

/** Process ids of the ffmpegs that a process has started. */
function ffmpegsOf(parent: number): number[] {
  const processes = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,comm='], { encoding: 'utf8' })
    .trim()
    .split('\n');
  return processes
    .map((line) => line.trim().split(/\s+/))
    .filter(([, ppid, command]) => Number(ppid) === parent && command?.endsWith('ffmpeg'))
    .map(([pid]) => Number(pid));
}
