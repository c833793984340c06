import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { ApiClient } from '@amaan/cli/api-client';
import { projectRoot } from '@amaan/cli/project';
import { findRunningDeployment, type RunningDeployment } from '@amaan/cli/up/run-file';
import { Camera } from '@amaan/contracts/camera';
import { LiveMessage } from '@amaan/contracts/worker-messages';
import { WebSocket } from 'ws';
import { z } from 'zod';
import { demoAccount, demoSession } from './demo-session.ts';
import type { Benchmark } from './figure.ts';

const LIMIT_MS = 900_000;

/**
 * What a newcomer waits: from `git clone` through `./amaan up` to the first picture with an object in it, in
 * a folder that holds nothing yet. npm's own cache is emptied for it, too.
 */
export const benchCloneToFirstBoxes: Benchmark = async function* ({ file }) {
  const folder = await mkdtemp(join(tmpdir(), 'amaan-clone-'));
  // For root, PostgreSQL runs as another account, which must be able to enter the clone.
  await chmod(folder, 0o755);
  const clone = join(folder, 'amaan');
  const data = join(folder, 'data');
  const startedAt = performance.now();
  const seconds = () => Math.round((performance.now() - startedAt) / 1000);
  const common = { benchmark: 'clone', unit: 's' } as const;
  let up: ChildProcess | null = null;
  try {
    execFileSync('git', ['clone', '--quiet', projectRoot, clone], { stdio: 'inherit' });
    up = spawn(
      './amaan',
      ['up', '--port', '0', '--data', data, '--demo', ...(file ? ['--media', resolve(file)] : [])],
      {
        cwd: clone,
        env: { ...process.env, npm_config_cache: join(folder, 'npm-cache') },
        stdio: ['ignore', 'inherit', 'inherit'],
      },
    );
    const { url, token, accounts } = await runningDeployment(data);
    yield { ...common, name: 'git clone to the console', value: seconds() };
    const cookie = await demoSession(url, demoAccount(accounts, 'supervisor'));
    await firstObjects(url, token, cookie);
    yield { ...common, name: 'git clone to the first picture with boxes', value: seconds() };
  } finally {
    if (up && up.exitCode === null) {
      up.kill('SIGTERM');
      await once(up, 'exit');
    }
    await rm(folder, { recursive: true, force: true });
  }
};

async function runningDeployment(
  data: string,
): Promise<{ url: string; token: string; accounts: RunningDeployment['demoAccounts'] }> {
  for (const deadline = Date.now() + LIMIT_MS; Date.now() < deadline; await delay(200)) {
    const running = await findRunningDeployment(data);
    if (running?.url) return { url: running.url, token: running.localToken, accounts: running.demoAccounts };
  }
  throw new Error('The deployment did not come up.');
}

/** Watches all cameras until one of them shows an object. */
async function firstObjects(url: string, token: string, cookie: string): Promise<void> {
  const client = new ApiClient(url, token);
  const seen = Promise.withResolvers<void>();
  const watched = new Map<string, WebSocket>();
  const deadline = setTimeout(() => seen.reject(new Error('No object was seen.')), LIMIT_MS);
  const look = setInterval(async () => {
    for (const { id } of z.array(Camera).parse(await client.get('/api/cameras').catch(() => []))) {
      if (watched.has(id)) continue;
      const socket = new WebSocket(`${url.replace('http', 'ws')}/api/cameras/${id}/live`, {
        headers: { cookie, origin: new URL(url).origin },
      });
      watched.set(id, socket);
      socket.on('error', () => watched.delete(id));
      socket.on('close', () => watched.delete(id));
      socket.on('message', (message, isBinary) => {
        if (isBinary) return;
        const parsed = LiveMessage.safeParse(JSON.parse(String(message)));
        if (parsed.data?.type === 'objects' && parsed.data.objects.length > 0) seen.resolve();
      });
    }
  }, 500);
  try {
    await seen.promise;
  } finally {
    clearInterval(look);
    clearTimeout(deadline);
    for (const socket of watched.values()) socket.terminate();
  }
}
