import { join } from 'node:path';
import type { Alert } from '@amaan/contracts/alert';
import type { LedgerProof } from '@amaan/contracts/api/ledger-view';
import type { SystemView } from '@amaan/contracts/api/system-view';
import type { Explanation } from '@amaan/contracts/explanation';
import { newIdentifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import { Revocation, SUBJECTS } from '@amaan/contracts/worker-messages';
import { checkExplanation } from '@amaan/governance/explain/check-explanation';
import { openCheckpoint } from '@amaan/ledger/checkpoint';
import { verifyInclusion } from '@amaan/ledger/inclusion-proof';
import { parseVerifierKey } from '@amaan/ledger/signed-note';
import { verifyLedgerExport } from '@amaan/ledger/verify-ledger-export';
import { CheckpointFile } from '@amaan/store/checkpoint-file';
import { digestBytes } from '@amaan/store/digest-column';
import { openTestDatabase, type TestDatabase } from '@amaan/store/test-database';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { lineCrossed } from './testing/observations.ts';
import { signInAs } from './testing/sign-in-as.ts';
import { startTestServer, TEST_MODEL, type TestServer } from './testing/start-test-server.ts';
import type { TestClient } from './testing/test-client.ts';
import { addWatchedCamera, askAssignment, type WatchedCamera } from './testing/watched-camera.ts';

describe('from an observation to what can be proven of it', () => {
  let postgres: TestDatabase;
  let server: TestServer;
  let admin: TestClient;
  let operator: TestClient;
  let watched: WatchedCamera;
  let alert: Alert;

  beforeAll(async () => {
    postgres = await openTestDatabase();
    server = await startTestServer(postgres.db);
    admin = await signInAs(server, 'administrator');
    operator = await signInAs(server, 'operator');
  });
  afterAll(async () => {
    await server?.[Symbol.asyncDispose]();
    await postgres?.[Symbol.asyncDispose]();
  });

  const report = (permitted: object = {}) => {
    const observation = lineCrossed({ ...watched.origin, capturedAt: instantOf(Date.now()), ...permitted });
    return server.workerBus
      .publish(SUBJECTS.reports, [{ id: observation.id, payload: { type: 'observation', observation } }])
      .then(() => observation);
  };

  test('a camera is covered by a permit as soon as it is added, and shown without its password', async () => {
    watched = await addWatchedCamera(server, admin);
    expect(watched.camera).toMatchObject({ displayUrl: 'rtsp://10.0.0.5/s1', status: null });
    const { cameras, revokedPermits } = await askAssignment(server);
    expect(cameras).toMatchObject([
      { id: watched.camera.id, url: 'rtsp://u:secret@10.0.0.5/s1', rules: [{ id: watched.rule.id }] },
    ]);
    expect(revokedPermits).toEqual([]);
    const systems: { id: string }[] = (await operator.get('/api/systems')).json();
    expect(systems.filter(({ id }) => id === 'smart-vision')).toMatchObject([
      {
        id: 'smart-vision',
        stage: 'pilot',
        suspension: null,
        permitRefusal: null,
        permit: { id: watched.origin.permitId, cameras: 1, revokedAt: null },
        approvals: [{ demo: true }, { demo: true }],
      },
    ]);
    expect(server.log.join('\n')).not.toContain('secret');
  });

  test('an observation becomes an alert', async () => {
    const observation = await report();
    const page = (await operator.get('/api/alerts?state=new')).json();
    expect(page).toMatchObject({ nextCursor: null, counts: { new: 1, confirmed: 0, rejected: 0 } });
    alert = page.alerts[0];
    expect(alert).toMatchObject({
      state: 'new',
      cameraName: 'Gate',
      ruleName: 'Gate line',
      priority: 'high',
      observation,
    });
    expect((await operator.get('/api/status')).json()).toMatchObject({
      version: '1.2.3',
      cameras: { total: 1, simulated: 0 },
      alerts: { new: 1 },
      ingestLagMs: expect.any(Number),
    });
  });

  test('one person decides on it, the next one is told', async () => {
    const url = `/api/alerts/${alert.id}/review`;
    expect((await operator.post(url, { decision: 'rejected' })).json()).toMatchObject({
      code: 'REQUEST_INVALID',
    });
    const rejected = { decision: 'rejected', reason: 'permitted-activity', note: 'Delivery.' };
    const first = await operator.post(url, rejected);
    expect(first.json()).toMatchObject({
      state: 'rejected',
      review: { ...rejected, byName: 'The operator' },
    });
    const supervisor = await signInAs(server, 'supervisor');
    const second = await supervisor.post(url, { decision: 'confirmed' });
    expect(second.json()).toMatchObject({ status: 409, code: 'ALERT_ALREADY_REVIEWED' });
    expect((await operator.get(`/api/alerts/${newIdentifier()}`)).json()).toMatchObject({
      code: 'ALERT_NOT_FOUND',
    });
  });

  test('its chain leads from the frame to the decision', async () => {
    const chain: Explanation = (await operator.get(`/api/explain/alert/${alert.id}`)).json();
    expect(Object.fromEntries(chain.steps.map((step) => [step.step, step]))).toMatchObject({
      frame: { digest: alert.observation.frameDigest },
      model: { id: TEST_MODEL.id, digest: watched.origin.modelDigest },
      configuration: { system: 'smart-vision', digest: watched.origin.configurationDigest },
      rule: { rule: { id: watched.rule.id, version: 1 } },
      permit: { id: watched.origin.permitId },
      approvals: { approvals: [{ demo: true }, { demo: true }] },
      decisions: { decisions: [{ what: 'rejected' }] },
    });
    expect(chain.ledger.entries.map(({ entry }) => entry.kind)).toEqual(
      expect.arrayContaining(['alert.raised', 'alert.reviewed', 'permit.issued', 'rule.added']),
    );
  });

  test('each of its ledger entries is proven under a signed checkpoint', async () => {
    const chain: Explanation = (await operator.get(`/api/explain/alert/${alert.id}`)).json();
    const { vkey } = (await operator.get('/api/ledger')).json();
    expect(checkExplanation(chain, vkey).id).toBe(alert.id);
    for (const { index, leafHash } of chain.ledger.entries) {
      const proof: LedgerProof = (await operator.get(`/api/ledger/entries/${index}/proof`)).json();
      const checkpoint = openCheckpoint(proof.checkpoint, parseVerifierKey(vkey));
      expect(proof).toMatchObject({ index, leafHash, size: checkpoint.size });
      const path = proof.path.map(digestBytes);
      expect(verifyInclusion(digestBytes(leafHash), index, checkpoint.size, path, checkpoint.root)).toBe(
        true,
      );
    }
    expect((await operator.get('/api/ledger/entries/999999/proof')).json()).toMatchObject({
      code: 'LEDGER_ENTRY_NOT_FOUND',
    });
  });

  test('the exported ledger verifies offline, also against the checkpoints kept outside', async () => {
    expect((await operator.get('/api/ledger/export')).statusCode).toBe(403);
    const exported = await admin.get('/api/ledger/export');
    expect(exported.headers['content-type']).toContain('application/jsonl');
    const outside = await new CheckpointFile(join(server.dataDir, 'ledger/checkpoints.txt')).read();
    const head = (await admin.get('/api/ledger')).json();
    const verdict = await verifyLedgerExport(
      (async function* () {
        yield exported.rawPayload;
      })(),
      { vkey: head.vkey, checkpoints: outside },
    );
    expect(verdict).toMatchObject({ faults: [], size: head.size, signedSize: head.size });
    expect(outside).toContain(head.checkpoint);
  });

  test('the ledger is read in pages from its newest entry', async () => {
    const { size } = (await operator.get('/api/ledger')).json();
    const indexes: number[] = [];
    let before = '';
    do {
      const page = (await operator.get(`/api/ledger/entries?limit=4${before}`)).json();
      indexes.push(...page.entries.map(({ index }: { index: number }) => index));
      before = page.nextBefore === null ? '' : `&before=${page.nextBefore}`;
    } while (before !== '');
    expect(indexes).toEqual(Array.from({ length: size }, (_, i) => size - 1 - i));
  });

  test('suspending reaches a worker, and what it captures afterwards is refused', async () => {
    const heard: Revocation[] = [];
    server.workerBus.listen(SUBJECTS.revocation, (payload) => heard.push(Revocation.parse(payload)));
    const url = '/api/systems/smart-vision';
    expect((await operator.post(`${url}/suspend`, { reason: 'Drift.' })).statusCode).toBe(403);
    const suspended = await admin.post(`${url}/suspend`, { reason: 'Drift.' });
    expect(suspended.json()).toMatchObject({
      suspension: { reason: 'Drift.', by: { name: 'The administrator' } },
      permit: { revokedAt: expect.any(String) },
      permitRefusal: expect.stringContaining('suspended'),
    });
    const { permitId } = watched.origin;
    await vi.waitFor(() => expect(heard).toContainEqual(expect.objectContaining({ permitId })));
    expect(await askAssignment(server)).toMatchObject({
      permits: [],
      revokedPermits: expect.arrayContaining([watched.origin.permitId]),
    });
    expect((await admin.get('/api/status')).json()).toMatchObject({ suspendedSystems: ['smart-vision'] });
    const late = await report({ capturedAt: instantOf(Date.now() + 5_000) });
    const denied = await server.db.selectFrom('denial').select('code').execute();
    expect(denied).toContainEqual({ code: 'PERMIT_REVOKED' });
    expect(
      await server.db.selectFrom('observation').select('id').where('id', '=', late.id).execute(),
    ).toEqual([]);
    expect((await admin.post(`${url}/suspend`, { reason: 'Again.' })).json()).toMatchObject({
      code: 'SYSTEM_ALREADY_SUSPENDED',
    });
  });

  test('resuming issues another permit', async () => {
    const url = '/api/systems/smart-vision/resume';
    const asked = await (await signInAs(server, 'supervisor')).post(url, { reason: 'Retrained.' });
    expect(asked.json()).toMatchObject({ suspension: { resumptions: [{ confirmed: null }] } });
    const officer = await signInAs(server, 'governance-officer');
    const resumed = await officer.post(url, { reason: 'Measured anew.' });
    expect(resumed.json()).toMatchObject({ suspension: null, permitRefusal: null });
    expect(resumed.json().permit.id).not.toBe(watched.origin.permitId);
    expect((await officer.post('/api/systems/nothing/resume', { reason: 'Why?' })).json()).toMatchObject({
      code: 'SYSTEM_NOT_FOUND',
    });
  });

  test('consoles are told of alerts as they come', async () => {
    watched = await addWatchedCamera(server, admin);
    const url = await server.app.listen({ host: '127.0.0.1', port: 0 });
    const stop = new AbortController();
    const response = await fetch(`${url}/api/updates`, {
      headers: { cookie: operator.cookie },
      signal: stop.signal,
    });
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    const seen = readEvents(response);
    const observation = await report();
    const raised = await seen((update) => update.type === 'alert-raised');
    expect(raised).toMatchObject({ alert: { observation: { id: observation.id } } });
    await operator.post(`/api/alerts/${raised.alert.id}/review`, { decision: 'confirmed' });
    expect(await seen((update) => update.type === 'alert-changed')).toMatchObject({
      alert: { state: 'confirmed' },
    });
    stop.abort();
  });

  test('a permit is replaced at half of its life, and with the cameras that it covers', async () => {
    const permitId = async () => {
      const systems: SystemView[] = (await admin.get('/api/systems')).json();
      return systems.find(({ id }) => id === 'smart-vision')?.permit?.id;
    };
    const first = await permitId();
    await server.services.permitUpkeep.followCameras();
    expect(await permitId()).toBe(first);
    server.clock.aheadMs = 13 * 60 * 60_000;
    await server.services.permitUpkeep.followCameras();
    const second = await permitId();
    expect(second).not.toBe(first);
    expect((await admin.request('DELETE', `/api/cameras/${watched.camera.id}`)).statusCode).toBe(204);
    expect(await permitId()).not.toBe(second);
    const { cameras } = await askAssignment(server);
    expect(cameras.map(({ id }) => id)).not.toContain(watched.camera.id);
    expect((await operator.get(`/api/alerts/${alert.id}`)).statusCode, 'its alerts stay').toBe(200);
  });
});

type Update = { type: string; alert: Alert };

/** Reads server-sent events until one fits. */
function readEvents(response: Response): (fits: (update: Update) => boolean) => Promise<Update> {
  const chunks = response.body!.pipeThrough(new TextDecoderStream())[Symbol.asyncIterator]();
  let text = '';
  return async (fits) => {
    for (;;) {
      const end = text.indexOf('\n\n');
      if (end < 0) {
        const next = await chunks.next();
        if (next.done) throw new Error('The stream ended.');
        text += next.value;
        continue;
      }
      const event = text.slice(0, end);
      text = text.slice(end + 2);
      if (!event.startsWith('data: ')) continue;
      const update: Update = JSON.parse(event.slice(6));
      if (fits(update)) return update;
    }
  };
}
