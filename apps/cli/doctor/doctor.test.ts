import { once } from 'node:events';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkClock, checkDisk, checkPort, checkWritable } from './check-machine.ts';
import { checkFfmpeg, checkNode, checkPostgres } from './check-programs.ts';
import { aptLine, requiredDebianPackages } from './debian-packages.ts';
import { findChromium } from './find-chromium.ts';
import { runDoctor } from './run-doctor.ts';
import { runQuietly } from './run-quietly.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'amaan-doctor-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

describe('runDoctor', () => {
  test('says of everything how it is, and helps with whatever is not fine', async () => {
    const checks = await runDoctor({ dataFolder: join(folder, 'data'), port: 0 });
    const ids = checks.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(
      expect.arrayContaining([
        'node',
        'npm',
        'ffmpeg',
        'chromium',
        'rtsp-server',
        'scipy',
        'sumo',
        'postgres',
        'inference',
        'disk',
        'memory',
        'port',
        'clock',
      ]),
    );
    for (const { state, help, found } of checks) {
      expect(found).not.toBe('');
      expect(help === null).toBe(state === 'ok');
    }
  });
});

describe('what must be there wherever the tests run', () => {
  test('is found and really works', async () => {
    expect(checkNode().state).toBe('ok');
    expect((await checkFfmpeg()).state).not.toBe('missing');
    expect((await checkPostgres()).state).toBe('ok');
  });
});

describe('single checks', () => {
  test('a port that somebody uses is weak, a free one is fine', async () => {
    const server = createServer().listen(0);
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    expect(await checkPort(port)).toMatchObject({ state: 'weak', help: expect.stringContaining('--port') });
    server.close();
    await once(server, 'close');
    expect((await checkPort(port)).state).toBe('ok');
  });

  test('a data folder that does not exist yet is judged by the folder it will be made in', async () => {
    const deep = join(folder, 'not', 'made', 'yet');
    expect((await checkWritable(deep)).state).toBe('ok');
    expect((await checkDisk(deep)).found).toContain(deep);
  });

  test('a clock before this code was written is wrong', async () => {
    expect((await checkClock(Date.UTC(1970, 0, 1))).state).toBe('missing');
  });

  test('Chromium is found on the search path by any of its names', async () => {
    expect(await findChromium({ PATH: folder })).toBeNull();
    const path = join(folder, 'google-chrome');
    await writeFile(path, '#!/bin/sh\n');
    await chmod(path, 0o755);
    expect(await findChromium({ PATH: `${folder}/missing:${folder}` })).toBe(path);
    expect(await findChromium({ PATH: folder, AMAAN_CHROMIUM: '/opt/chrome' })).toBe('/opt/chrome');
  });
});

describe('runQuietly', () => {
  test('hands over input and output, and the first line of a complaint', async () => {
    const echoed = await runQuietly('cat', [], Buffer.from('امان'));
    expect(echoed.stdout.toString()).toBe('امان');
    const failed = await runQuietly('sh', ['-c', 'echo first >&2; echo second >&2; exit 3']);
    expect(failed).toMatchObject({ ok: false, complaint: 'first' });
    expect((await runQuietly(join(folder, 'no-such-program'), [])).ok).toBe(false);
  });
});

describe('the list of Debian packages', () => {
  test('names each once and makes one line to type', () => {
    const names = requiredDebianPackages.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(aptLine(names)).toMatch(/^sudo apt-get install -y ffmpeg chromium /);
  });
});
