import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { digestOfBytes } from '@amaan/contracts/digest-of';
import type { ModelManifest } from '@amaan/contracts/model-manifest';
import { create } from 'tar';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { testManifest } from '../sessions/testing/test-model.ts';
import { openTestSession } from '../sessions/testing/test-permits.ts';
import type { InstallProgress } from './install-progress.ts';
import { ModelStore } from './model-store.ts';

let folder: string;
let cache: string;
let server: Server | null;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'amaan-store-'));
  cache = join(folder, 'models');
  server = null;
});

afterEach(async () => {
  server?.closeAllConnections();
  server?.close();
  await rm(folder, { recursive: true, force: true });
});

const BYTES = Uint8Array.from({ length: 200_000 }, (_, index) => index % 251);

/** A model of one file behind a URL on loopback. */
async function serve(
  listener: RequestListener,
  changes: Partial<ModelManifest> = {},
): Promise<ModelManifest> {
  server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const digest = digestOfBytes(BYTES);
  return testManifest({
    source: `http://127.0.0.1:${portOf(server)}/model.onnx`,
    files: [{ path: 'model.onnx', digest, bytes: BYTES.length }],
    downloadBytes: BYTES.length,
    digest,
    ...changes,
  });
}

async function everythingIn(path: string): Promise<string[]> {
  return (await readdir(path, { recursive: true })).sort();
}

describe('a model from a URL', () => {
  test('is downloaded with progress, once, and found afterwards', async () => {
    let requests = 0;
    const manifest = await serve((_, response) => {
      requests++;
      response.end(BYTES);
    });
    const progress: InstallProgress[] = [];
    const store = new ModelStore(cache);
    await expect(store.installed(manifest)).rejects.toMatchObject({
      code: 'MODEL_NOT_INSTALLED',
      message: expect.stringContaining('amaan models pull test-model'),
    });
    const installed = await store.install(manifest, { onProgress: (step) => progress.push(step) });
    expect(await readFile(installed.path)).toEqual(Buffer.from(BYTES));
    expect(progress.findLast(({ step }) => step === 'download')?.receivedBytes).toBe(BYTES.length);
    expect(progress.at(-1)?.step).toBe('done');
    await store.install(manifest);
    expect(requests).toBe(1);
    expect(await store.installed(manifest)).toEqual(installed);
    expect(await everythingIn(cache)).toEqual(['test-model', 'test-model/model.onnx']);
  });

  test.each<[string, RequestListener, string]>([
    ['that is not there', (_, response) => void response.writeHead(404).end('no'), 'MODEL_SOURCE_REFUSED'],
    ['that is another file', (_, response) => void response.end(BYTES.toReversed()), 'MODEL_DIGEST_MISMATCH'],
    ['that is too short', (_, response) => void response.end(BYTES.subarray(1)), 'MODEL_SOURCE_INCOMPLETE'],
    [
      'that breaks off',
      (_, response) => {
        response.writeHead(200, { 'content-length': BYTES.length });
        response.write(BYTES.subarray(0, 1000), () => response.destroy());
      },
      'MODEL_SOURCE_UNREACHABLE',
    ],
  ])('%s leaves nothing behind', async (_, listener, code) => {
    const manifest = await serve(listener);
    const store = new ModelStore(cache);
    await expect(store.install(manifest)).rejects.toMatchObject({ name: 'ModelError', code });
    expect(await everythingIn(cache)).toEqual([]);
  });

  test('without a network is one clear sentence', async () => {
    const manifest = await serve(() => {});
    server?.close();
    await expect(new ModelStore(cache).install(manifest)).rejects.toMatchObject({
      code: 'MODEL_SOURCE_UNREACHABLE',
      message: expect.stringMatching(/nothing was installed\. Check the network/),
    });
  });

  test('is given up when the caller says so', async () => {
    const controller = new AbortController();
    const manifest = await serve((_, response) => {
      response.write(BYTES.subarray(0, 1000), () => controller.abort());
    });
    const install = new ModelStore(cache).install(manifest, { signal: controller.signal });
    await expect(install).rejects.toMatchObject({ name: 'AbortError' });
    expect(await everythingIn(cache)).toEqual([]);
  });

  test('leaves the installed one alone when its replacement does not come', async () => {
    let isUp = true;
    const manifest = await serve((_, response) => {
      if (isUp) response.end(BYTES);
      else response.writeHead(503).end();
    });
    const store = new ModelStore(cache);
    await store.install(manifest);
    isUp = false;
    const next = { ...manifest, digest: 'a'.repeat(64) };
    await expect(store.install(next)).rejects.toMatchObject({ code: 'MODEL_SOURCE_REFUSED' });
    await expect(store.installed(manifest)).resolves.toMatchObject({ digest: manifest.digest });
  });

  test('says when the disk is full', async () => {
    const manifest = await serve((_, response) => response.end(BYTES));
    const store = new ModelStore(cache, async () => {
      throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
    });
    await expect(store.install(manifest)).rejects.toMatchObject({ code: 'MODEL_DISK_FULL' });
    expect(await everythingIn(cache)).toEqual([]);
  });

  test('clears away what a killed installation left', async () => {
    const manifest = await serve((_, response) => response.end(BYTES));
    // No process has this number: Linux ends at 4,194,304.
    await mkdir(join(cache, '.partial-99999999-abcdef'), { recursive: true });
    await mkdir(join(cache, `.partial-${process.pid}-abcdef`), { recursive: true });
    await new ModelStore(cache).install(manifest);
    expect(await readdir(cache)).toEqual([`.partial-${process.pid}-abcdef`, 'test-model']);
  });
});

describe('an installed model', () => {
  test('of which one bit has changed is refused, found by verify, and replaced', async () => {
    const manifest = await serve((_, response) => response.end(BYTES));
    const missing = { ...manifest, id: 'another-model' };
    const store = new ModelStore(cache);
    const { path } = await store.install(manifest);
    const bytes = await readFile(path);
    bytes[1234]! ^= 1;
    await writeFile(path, bytes);
    await expect(store.installed(manifest)).rejects.toMatchObject({ code: 'MODEL_DIGEST_MISMATCH' });
    const checks = await store.verify([manifest, missing]);
    expect(checks.map(({ state }) => state)).toEqual(['wrong-digest', 'missing']);
    expect(checks[0]?.digest).toBe(digestOfBytes(bytes));
    await store.install(manifest);
    expect((await store.check(manifest)).state).toBe('ok');
  });
});

describe('a model whose digest nobody has published', () => {
  const unpublished = { digest: null, files: [{ path: 'model.onnx', digest: null, bytes: BYTES.length }] };

  test('is pinned at the first pull on an explicit yes, and held to it', async () => {
    let bytes = BYTES;
    const manifest = await serve((_, response) => response.end(bytes), unpublished);
    const store = new ModelStore(cache);
    await expect(store.install(manifest)).rejects.toMatchObject({
      code: 'MODEL_DIGEST_UNPUBLISHED',
      message: expect.stringContaining('--pin'),
    });
    const installed = await store.install(manifest, { pinUnpublished: true });
    expect(installed.digest).toBe(digestOfBytes(BYTES));
    expect((await store.check(manifest)).pinnedAt).toMatch(/^\d{4}-\d\d-\d\dT/);

    await rm(installed.path);
    bytes = BYTES.toReversed();
    await expect(store.install(manifest, { pinUnpublished: true })).rejects.toMatchObject({
      code: 'MODEL_DIGEST_MISMATCH',
    });
    bytes = BYTES;
    await expect(store.install(manifest)).resolves.toMatchObject({ digest: digestOfBytes(BYTES) });
  });

  test('is not trusted when its pin cannot be read', async () => {
    const manifest = await serve((_, response) => response.end(BYTES), unpublished);
    const store = new ModelStore(cache);
    await store.install(manifest, { pinUnpublished: true });
    await writeFile(join(cache, manifest.id, 'pin.json'), '{}');
    await expect(store.installed(manifest)).rejects.toMatchObject({ code: 'MODEL_DIGEST_MISMATCH' });
  });
});

describe('a model from a package', () => {
  // `Relu` of a 1 × 2 × 2 × 3 picture, and a file that nobody asked for.
  const modelJson = JSON.stringify({
    format: 'graph-model',
    signature: {
      inputs: {
        image: { name: 'image', tensorShape: { dim: [1, 2, 2, 3].map((size) => ({ size: `${size}` })) } },
      },
    },
    modelTopology: {
      node: [
        { name: 'image', op: 'Placeholder' },
        { name: 'bias', op: 'Const' },
        { name: 'out', op: 'Add', input: ['image', 'bias'] },
      ],
    },
    weightsManifest: [{ paths: ['model.bin'], weights: [{ name: 'bias', shape: [3], dtype: 'float32' }] }],
  });
  const weights = Buffer.from(Float32Array.of(1, 2, 3).buffer);

  async function packed(): Promise<string> {
    const models = join(folder, 'package', 'models');
    await mkdir(models, { recursive: true });
    await writeFile(join(models, 'model.json'), modelJson);
    await writeFile(join(models, 'model.bin'), weights);
    await writeFile(join(folder, 'package', 'index.js'), 'x'.repeat(300_000));
    const tarball = join(folder, 'package.tgz');
    await create({ file: tarball, cwd: folder, gzip: true }, ['package']);
    return tarball;
  }

  function manifestOf(changes: Partial<ModelManifest> = {}): ModelManifest {
    const file = (path: string, bytes: Uint8Array) => ({
      path,
      digest: digestOfBytes(bytes),
      bytes: bytes.length,
    });
    const base = testManifest();
    return testManifest({
      source: 'npm:amaan-test-models@1.0.0',
      files: [file('models/model.json', Buffer.from(modelJson)), file('models/model.bin', weights)],
      conversion: 'tfjs-graph',
      // Measured once: the conversion must go on giving these bytes.
      digest: '98f41ceaa2bc2f06f0ded521bdf5592001ecc4e62a89b46cfc35c55d11cc06bd',
      input: { ...base.input, width: 2, height: 2 },
      output: { names: ['out'], decoder: 'none' },
      ...changes,
    });
  }

  async function storeWith(tarball: string): Promise<ModelStore> {
    return new ModelStore(cache, (_, receive) => receive(createReadStream(tarball)));
  }

  test('is taken out of the tarball alone, converted, and runs', async () => {
    const store = await storeWith(await packed());
    const installed = await store.install(manifestOf());
    expect(await everythingIn(cache)).toEqual(['test-model', 'test-model/model.onnx']);
    await using session = await openTestSession(installed);
    const [out] = await session.run(null, new Float32Array(12));
    expect(out?.dims).toEqual([1, 2, 2, 3]);
    expect(Array.from(out!.data.subarray(0, 4))).toEqual([1, 2, 3, 1]);
  });

  test.each<[string, Partial<ModelManifest>, string]>([
    [
      'lacks a file',
      { files: [...manifestOf().files, { path: 'models/more.bin', digest: null, bytes: 1 }] },
      'MODEL_SOURCE_INCOMPLETE',
    ],
    [
      'holds another file of that name',
      { files: manifestOf().files.map((file) => ({ ...file, digest: 'a'.repeat(64) })) },
      'MODEL_DIGEST_MISMATCH',
    ],
    ['converts to something else than was approved', { digest: 'a'.repeat(64) }, 'MODEL_DIGEST_MISMATCH'],
    ['has no such output', { output: { names: ['nothing'], decoder: 'none' } }, 'MODEL_CONVERSION_FAILED'],
  ])('that %s leaves nothing behind', async (_, changes, code) => {
    const store = await storeWith(await packed());
    await expect(store.install(manifestOf(changes))).rejects.toMatchObject({ code });
    expect(await everythingIn(cache)).toEqual([]);
  });

  test('that is cut short or no tarball leaves nothing behind', async () => {
    const tarball = await packed();
    const whole = await readFile(tarball);
    for (const bytes of [whole.subarray(0, whole.length / 2), Buffer.from('no tarball at all')]) {
      await writeFile(tarball, bytes);
      await expect((await storeWith(tarball)).install(manifestOf())).rejects.toMatchObject({
        code: 'MODEL_SOURCE_INCOMPLETE',
      });
      expect(await everythingIn(cache)).toEqual([]);
    }
  });

  describe('from a registry', () => {
    let before: string | undefined;
    beforeEach(() => {
      before = process.env.npm_config_registry;
    });
    afterEach(() => {
      if (before === undefined) delete process.env.npm_config_registry;
      else process.env.npm_config_registry = before;
    });

    /** A registry with one package, and npm set up for it. */
    async function register(published: Uint8Array, delivered: Uint8Array): Promise<ModelManifest> {
      const integrity = `sha512-${createHash('sha512').update(published).digest('base64')}`;
      const manifest = await serve((request, response) => {
        const name = 'amaan-test-models';
        const dist = { tarball: `http://${request.headers.host}/file.tgz`, integrity };
        const versions = { '1.0.0': { name, version: '1.0.0', dist } };
        if (request.url === `/${name}`) response.end(JSON.stringify({ name, 'dist-tags': {}, versions }));
        else if (request.url === '/file.tgz') response.end(delivered);
        else response.writeHead(404).end('{}');
      }, manifestOf());
      process.env.npm_config_registry = new URL('/', `http://127.0.0.1:${portOf(server)}`).href;
      return manifest;
    }

    test('is fetched from the one that npm is set up for', async () => {
      const tarball = await readFile(await packed());
      const manifest = await register(tarball, tarball);
      const installed = await new ModelStore(cache).install(manifest);
      expect(installed.digest).toBe(manifest.digest);
    });

    test('is refused when there is no such version, or the tarball is not the published one', async () => {
      const manifest = await register(Buffer.from('what was published'), await readFile(await packed()));
      for (const source of [manifest.source, 'npm:amaan-test-models@2.0.0', 'npm:amaan-nowhere@1.0.0']) {
        await expect(new ModelStore(cache).install({ ...manifest, source })).rejects.toMatchObject({
          code: 'MODEL_SOURCE_REFUSED',
        });
        expect(await everythingIn(cache)).toEqual([]);
      }
    });
  });
});

function portOf(listening: Server | null): number {
  return (listening!.address() as AddressInfo).port;
}
