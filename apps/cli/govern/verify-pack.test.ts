import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { Alert } from '@amaan/contracts/alert';
import { digestOfBytes } from '@amaan/contracts/digest-of';
import { SUBJECTS } from '@amaan/contracts/worker-messages';
import { PACK_PATHS, signManifest } from '@amaan/governance/pack/pack-manifest';
import { provJsonFaults } from '@amaan/governance/pack/testing/check-prov-json';
import { cycloneDxValidator, oscalValidator } from '@amaan/governance/pack/testing/exchange-schemas';
import { verifyPack } from '@amaan/governance/pack/verify-pack';
import { lineCrossed } from '@amaan/server/testing/observations';
import { signInAs } from '@amaan/server/testing/sign-in-as';
import { startTestServer, type TestServer } from '@amaan/server/testing/start-test-server';
import { addWatchedCamera } from '@amaan/server/testing/watched-camera';
import { readOrCreateSigningKey } from '@amaan/store/key-file';
import { createTestDatabase } from '@amaan/store/test-database';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { ZipFile } from 'yazl';
import { PackZip } from './pack-zip.ts';

type Files = Map<string, Buffer>;

describe('a pack on another machine', () => {
  let server: TestServer;
  let folder: string;
  let original: Files;
  let vkey: string;
  let sample: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'amaan-verify-'));
    server = await startTestServer(await createTestDatabase());
    const officer = await signInAs(server, 'governance-officer');
    const watched = await addWatchedCamera(server, await signInAs(server, 'administrator'));
    const origin = { ...watched.origin };
    await officer.request('PUT', '/api/systems/smart-vision/entry', {
      seen: 0,
      body: {
        owner: 'An office',
        contact: '',
        legalBasis: 'A law',
        deploymentContext: '',
        supplierNotes: '',
        retention: '',
      },
      note: 'For a test',
    });
    origin.capturedAt = new Date(Date.now() + 1).toISOString();
    for (let n = 0; n < 5; n++) {
      const observation = lineCrossed(origin);
      await server.workerBus.publish(SUBJECTS.reports, [
        { id: observation.id, payload: { type: 'observation', observation } },
      ]);
    }
    const operator = await signInAs(server, 'operator');
    const { alerts }: { alerts: Alert[] } = (await operator.get('/api/alerts')).json();
    for (const { id } of alerts) await operator.post(`/api/alerts/${id}/review`, { decision: 'confirmed' });
    const from = new Date(Date.now() - 3_600_000).toISOString();
    const to = new Date(Date.now() + 3_600_000).toISOString();
    const { id } = (await officer.post('/api/packs', { from, to, sample: 2 })).json();
    await vi.waitFor(async () => expect((await officer.get(`/api/packs/${id}`)).json().state).toBe('done'), {
      timeout: 30_000,
      interval: 50,
    });
    await writeFile(file('pack.zip'), (await officer.get(`/api/packs/${id}/file`)).rawPayload);
    vkey = server.services.ledger.vkey;
    original = await unpacked(file('pack.zip'));
    sample = [...original.keys()].find((path) => path.endsWith('/explanation.json'))!;
  });
  afterAll(async () => {
    await server?.[Symbol.asyncDispose]();
    await server?.db.destroy();
    await rm(folder, { recursive: true, force: true });
  });

  const file = (name: string) => join(folder, name);
  const check = async (path: string, key?: string) => {
    await using pack = await PackZip.open(path);
    return await verifyPack(pack, key);
  };
  const checkFiles = async (files: Files) => {
    await zipped(file('changed.zip'), [...files]);
    return check(file('changed.zip'), vkey);
  };
  /** The files with one changed, the manifest signed again: what somebody could do who holds the key. */
  const resigned = async (path: string, change: (text: string) => string): Promise<Files> => {
    const files = new Map(original);
    files.set(path, Buffer.from(change(original.get(path)!.toString())));
    const manifest = JSON.parse(files.get(PACK_PATHS.manifest)!.toString());
    for (const listed of manifest.files) {
      const bytes = files.get(listed.path)!;
      Object.assign(listed, { bytes: bytes.length, digest: digestOfBytes(bytes) });
    }
    const text = Buffer.from(JSON.stringify(manifest));
    const privateKey = await readOrCreateSigningKey(join(server.dataDir, 'keys/ledger.pem'));
    files.set(PACK_PATHS.manifest, text);
    files.set(
      PACK_PATHS.signature,
      Buffer.from(signManifest(text, { name: vkey.split('+')[0]!, privateKey })),
    );
    return files;
  };

  test('holds against the key of the deployment, and says when it was checked against its own', async () => {
    expect(await check(file('pack.zip'), vkey)).toMatchObject({ samples: 2, population: 5, ownKey: false });
    expect(await check(file('pack.zip'))).toMatchObject({ ownKey: true, vkey });
  });

  test('compares validations and register entries with the ledger', async () => {
    const { comparedDigests } = await check(file('pack.zip'), vkey);
    expect(comparedDigests).toBe(3);
  });

  test('holds documents in the forms of OSCAL and CycloneDX, as a real server writes them', async () => {
    const read = (path: string) => JSON.parse(original.get(path)!.toString());
    const [oscal, cycloneDx] = [await oscalValidator(), await cycloneDxValidator()];
    expect(oscal(read(PACK_PATHS.oscal)), JSON.stringify(oscal.errors)).toBe(true);
    expect(cycloneDx(read(PACK_PATHS.bom)), JSON.stringify(cycloneDx.errors)).toBe(true);
    expect(read(PACK_PATHS.oscal)['assessment-results'].results[0].findings.length).toBeGreaterThan(38);
    expect(read(PACK_PATHS.bom).components.length).toBeGreaterThan(0);
  });

  test('holds provenance that is sound PROV-JSON: every end is there, every time is in order', () => {
    const text = original.get(sample.replace('explanation', 'provenance'))!.toString();
    expect(provJsonFaults(JSON.parse(text))).toEqual([]);
    const faultsWith = (change: (prov: Record<string, Record<string, Record<string, string>>>) => void) => {
      const prov = JSON.parse(text);
      change(prov);
      return provJsonFaults(prov).join();
    };
    expect(faultsWith((prov) => delete prov.agent![Object.keys(prov.agent!)[0]!])).toMatch(/no agent/);
    expect(
      faultsWith((prov) => Object.assign(prov.used!['_:used-frame']!, { 'prov:entity': 'amaan:x' })),
    ).toMatch(/no entity/);
    expect(
      faultsWith((prov) => {
        const [inference] = Object.values(prov.activity!);
        inference!['prov:startTime'] = '2099-01-01T00:00:00.000Z';
      }),
    ).toMatch(/ends before it begins/);
    expect(faultsWith((prov) => Object.assign(prov, { wasInventedBy: {} }))).not.toBe('');
  });

  test('shows samples, checkpoints and figures to people', () => {
    const page = (path: string) => original.get(path)!.toString();
    const { id } = JSON.parse(page(sample));
    expect(page(`samples/${id}/index.html`)).toContain('permit.issued');
    expect(page(`samples/${id}/index.html`)).toContain('A law');
    expect(page('ledger/index.html')).toContain('RFC 9162');
    expect(page('sections/monitoring.html')).toContain('Overriding, errors and calibration');
    expect(page('sections/register.html')).toContain('Shows the state when the pack was made');
    expect(page('sections/lifecycle.html')).toContain('Shows the period');
    const { sections } = JSON.parse(page(PACK_PATHS.manifest));
    for (const { note } of sections) expect(note).not.toBe('');
  });

  test('does not hold against another key', async () => {
    const other = await startTestServer(await createTestDatabase());
    await using _ = other;
    await expect(check(file('pack.zip'), other.services.ledger.vkey)).rejects.toMatchObject({
      code: 'PACK_SIGNATURE_INVALID',
    });
    await other.db.destroy();
  });

  test('shows every file that was changed, left out or added', async () => {
    for (const path of original.keys()) {
      const changed = new Map(original);
      const bytes = Buffer.from(original.get(path)!);
      bytes[Math.floor(bytes.length / 2)]! ^= 1;
      changed.set(path, bytes);
      await expect(checkFiles(changed), path).rejects.toMatchObject({
        code: expect.stringMatching(/^PACK_|^NOTE_/),
      });
      const without = new Map(original);
      without.delete(path);
      await expect(checkFiles(without), path).rejects.toMatchObject({
        code: expect.stringMatching(/^PACK_/),
      });
    }
    const more = new Map(original).set('sections/extra.html', Buffer.from('x'));
    await expect(checkFiles(more)).rejects.toThrow('extra.html is not in the manifest');
  });

  test.each<[string, () => string, (text: string) => string, RegExp]>([
    [
      'another seed',
      () => PACK_PATHS.draw,
      (text) => edit(text, (draw) => Object.assign(draw, { seed: 'a'.repeat(64) })),
      /seed/,
    ],
    [
      'another draw',
      () => PACK_PATHS.draw,
      (text) => edit(text, (draw) => (draw.drawn as unknown[]).reverse()),
      /drawing again/,
    ],
    [
      'a smaller population',
      () => PACK_PATHS.population,
      (text) => text.split('\n').slice(1).join('\n'),
      /sample/i,
    ],
    [
      'an alert that was not raised then',
      () => PACK_PATHS.population,
      (text) => `${text}999999 ${text.split(' ')[1]}`,
      /out of place/,
    ],
    [
      'a checkpoint',
      () => PACK_PATHS.ledger,
      (text) =>
        edit(text, (ledger) => Object.assign(ledger, { head: String(ledger.head).replace('\n', '1\n') })),
      /checkpoint/,
    ],
    [
      'a consistency proof',
      () => PACK_PATHS.ledger,
      (text) =>
        edit(text, (ledger) =>
          (ledger.checkpoints as { toHead: string[] }[])[0]!.toHead.push('b'.repeat(64)),
        ),
      /did not grow/,
    ],
    [
      'a shorter period',
      () => PACK_PATHS.ledger,
      (text) =>
        edit(text, (ledger) =>
          Object.assign(ledger, { range: { start: 1, end: (ledger.range as { end: number }).end } }),
        ),
      /entry 0/,
    ],
    [
      'an explanation',
      () => sample,
      (text) => text.replace('"licence": "Apache-2.0"', '"licence": "MIT"'),
      /provenance/,
    ],
    [
      'a decision',
      () => sample,
      (text) => text.replace('"what": "confirmed"', '"what": "rejected"'),
      /decision/,
    ],
    [
      'the outcome of a validation in its section',
      () => 'sections/validation.json',
      (text) => text.replace('"passed": true', '"passed": false'),
      /validation/,
    ],
    [
      'another law in the register section',
      () => 'sections/register.json',
      (text) => text.replace('"legalBasis": "A law"', '"legalBasis": "Another law"'),
      /register entry/,
    ],
    ['the OSCAL document', () => PACK_PATHS.oscal, () => '{}', /OSCAL/],
    [
      'the bill of materials',
      () => PACK_PATHS.bom,
      (text) => text.replace('CycloneDX', 'Other'),
      /CycloneDX/,
    ],
  ])(
    'does not hold with %s, even when whoever holds the key signs it again',
    async (_what, path, change, why) => {
      await expect(checkFiles(await resigned(path(), change))).rejects.toThrow(why);
    },
  );

  describe('refuses a file that was made to harm', () => {
    const refusal = async (entries: [string, Buffer][]) => {
      await zipped(file('hostile.zip'), entries);
      return expect(check(file('hostile.zip'), vkey)).rejects;
    };

    test('with names that climb out of the folder', async () => {
      await zipped(file('climbing.zip'), [['aa/bb/evil.txt', Buffer.from('x')]]);
      const bytes = await readFile(file('climbing.zip'));
      await writeFile(
        file('climbing.zip'),
        Buffer.from(bytes.toString('latin1').replaceAll('aa/bb/', '../../'), 'latin1'),
      );
      await expect(check(file('climbing.zip'), vkey)).rejects.toMatchObject({ code: 'PACK_UNREADABLE' });
    });

    test('with one name twice', async () => {
      const entries: [string, Buffer][] = [...original, [PACK_PATHS.draw, Buffer.from('{}')]];
      await (await refusal(entries)).toThrow('twice');
    });

    test('with more than it says, and not by filling the memory', async () => {
      const bomb = new Map(original).set(PACK_PATHS.draw, Buffer.alloc(80 * 1024 * 1024));
      await (await refusal([...bomb])).toThrow('not the one that was signed');
    });

    test('with too many files', async () => {
      const bytes = await readFile(file('pack.zip'));
      // The number of files in the record that ends a zip (APPNOTE 4.3.16), twice.
      const end = bytes.lastIndexOf('PK\u0005\u0006');
      for (const place of [8, 10]) bytes.writeUInt16LE(20_000, end + place);
      await writeFile(file('crowded.zip'), bytes);
      await expect(check(file('crowded.zip'), vkey)).rejects.toThrow('20000 files');
    });

    test('that is cut, or no zip at all', async () => {
      const bytes = await readFile(file('pack.zip'));
      for (const content of [
        bytes.subarray(0, bytes.length / 2),
        Buffer.from('not a zip'),
        Buffer.alloc(0),
      ]) {
        await writeFile(file('broken.zip'), content);
        await expect(check(file('broken.zip'), vkey)).rejects.toMatchObject({ code: 'PACK_UNREADABLE' });
      }
    });
  });
});

function edit(text: string, change: (value: Record<string, unknown>) => unknown): string {
  const value = JSON.parse(text);
  change(value);
  return JSON.stringify(value);
}

async function unpacked(path: string): Promise<Files> {
  await using pack = await PackZip.open(path);
  const files: Files = new Map();
  for (const name of pack.paths) files.set(name, await buffer(Readable.from(await pack.open(name))));
  return files;
}

async function zipped(path: string, entries: readonly [string, Buffer][]): Promise<void> {
  const zip = new ZipFile();
  for (const [name, bytes] of entries) zip.addBuffer(bytes, name);
  zip.end();
  await writeFile(path, await buffer(zip.outputStream as Readable));
}
