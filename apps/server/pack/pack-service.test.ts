import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PackJob } from '@amaan/contracts/api/evidence-pack';
import { instantOf } from '@amaan/contracts/instant';
import { SUBJECTS } from '@amaan/contracts/worker-messages';
import { createTestDatabase } from '@amaan/store/test-database';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { lineCrossed } from '../testing/observations.ts';
import { signInAs } from '../testing/sign-in-as.ts';
import { startTestServer, type TestServer } from '../testing/start-test-server.ts';
import type { TestClient } from '../testing/test-client.ts';
import { addWatchedCamera } from '../testing/watched-camera.ts';
import { PackFolder } from './pack-folder.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

describe('evidence packs', () => {
  let server: TestServer;
  let officer: TestClient;
  let folder: string;
  const period = (days = 1) => ({
    from: instantOf(Date.now() - days * DAY_MS),
    to: instantOf(Date.now() + DAY_MS),
  });
  const finished = (id: string) =>
    vi.waitFor(
      async () => {
        const job: PackJob = (await officer.get(`/api/packs/${id}`)).json();
        expect(job.state).not.toBe('running');
        return job;
      },
      { timeout: 30_000, interval: 50 },
    );

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'amaan-pack-'));
    server = await startTestServer(await createTestDatabase());
    officer = await signInAs(server, 'governance-officer');
    const { origin } = await addWatchedCamera(server, await signInAs(server, 'administrator'));
    for (let n = 0; n < 6; n++) {
      const observation = lineCrossed(origin);
      await server.workerBus.publish(SUBJECTS.reports, [
        { id: observation.id, payload: { type: 'observation', observation } },
      ]);
    }
    const operator = await signInAs(server, 'operator');
    const { alerts } = (await operator.get('/api/alerts')).json();
    await operator.post(`/api/alerts/${alerts[0].id}/review`, {
      decision: 'confirmed',
      note: 'A private word',
    });
  });
  afterAll(async () => {
    await server?.[Symbol.asyncDispose]();
    await server?.db.destroy();
    await rm(folder, { recursive: true, force: true });
  });

  test('are made in the background, downloaded whole, and remembered in the ledger', async () => {
    const begun = await officer.post('/api/packs', { ...period(), sample: 3 });
    expect(begun.statusCode, begun.body).toBe(202);
    const job = await finished(begun.json().id);
    expect(job.error).toBeNull();
    const downloaded = await officer.get(`/api/packs/${job.id}/file`);
    expect(downloaded.headers['content-type']).toBe('application/zip');
    expect(downloaded.rawPayload.length).toBe(job.file!.bytes);
    await writeFile(join(folder, 'pack.zip'), downloaded.rawPayload);
    const { entries } = (await officer.get('/api/ledger/entries?limit=5')).json();
    expect(entries[0].entry).toMatchObject({ kind: 'pack.created', subject: `pack:${job.id}` });
  });

  test('outlive a restart, and what was half-made does not', async () => {
    const { id } = (await officer.post('/api/packs', { ...period(), sample: 0 })).json();
    const job = await finished(id);
    const packs = join(server.dataDir, 'packs');
    await writeFile(join(packs, 'torn.zip.part'), 'half');
    await writeFile(join(packs, 'torn.json'), '{"id":');
    const restarted = new PackFolder(packs);
    expect(await restarted.restore()).toContainEqual(job);
    expect((await readdir(packs)).filter((name) => name.startsWith('torn'))).toEqual([]);
    const chunks: Buffer[] = await Array.fromAsync(restarted.open(id));
    expect(Buffer.concat(chunks)).toHaveLength(job.file!.bytes);
    await restarted.forget(id);
    expect((await restarted.restore()).map((one) => one.id)).not.toContain(id);
  });

  test('cover one period that begins before it ends', async () => {
    const { from, to } = period();
    const answer = await officer.post('/api/packs', { from: to, to: from });
    expect(answer.json()).toMatchObject({ status: 400, code: 'REQUEST_INVALID' });
    const long = await officer.post('/api/packs', { from: '2020-01-01T00:00:00.000Z', to });
    expect(long.json().detail).toContain('at most 370 days');
  });

  test('are in the ledger from their begin to their end, and taken away only by their maker or an administrator', async () => {
    const { id } = (await officer.post('/api/packs', { ...period(), sample: 0 })).json();
    await finished(id);
    const auditor = await signInAs(server, 'auditor');
    const refused = await auditor.request('DELETE', `/api/packs/${id}`);
    expect(refused.json()).toMatchObject({ status: 403, code: 'NOT_YOUR_PACK' });
    expect((await officer.get(`/api/packs/${id}`)).json().state).toBe('done');
    const administrator = await signInAs(server, 'administrator');
    const removed = await administrator.request('DELETE', `/api/packs/${id}`);
    expect(removed.statusCode, removed.body).toBe(204);
    const rows = await server.db
      .selectFrom('ledger_entry')
      .select('kind')
      .where('subject', '=', `pack:${id}`)
      .orderBy('index')
      .execute();
    expect(rows.map(({ kind }) => kind)).toEqual(['pack.begun', 'pack.created', 'pack.deleted']);
  });

  test('can be cancelled and taken away', async () => {
    const { id } = (await officer.post('/api/packs', period())).json();
    await officer.request('DELETE', `/api/packs/${id}`);
    const job = await finished(id);
    expect(['cancelled', 'done']).toContain(job.state);
    const kinds = await server.db
      .selectFrom('ledger_entry')
      .select('kind')
      .where('subject', '=', `pack:${id}`)
      .execute();
    expect(kinds.map(({ kind }) => kind)).toContain(
      job.state === 'cancelled' ? 'pack.cancelled' : 'pack.created',
    );
    await officer.request('DELETE', `/api/packs/${id}`);
    expect((await officer.get(`/api/packs/${id}`)).json().code).toBe('PACK_NOT_FOUND');
  });
});
