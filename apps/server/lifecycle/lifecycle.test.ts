import type { Role } from '@amaan/contracts/api/me';
import { digestOfBytes } from '@amaan/contracts/digest-of';
import type { LifecycleView } from '@amaan/contracts/governance/lifecycle';
import { newIdentifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import { configurationDigest } from '@amaan/governance/permits/configuration-digest';
import { smartVision } from '@amaan/smart-vision/system';
import { createTestDatabase } from '@amaan/store/test-database';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { signInAs } from '../testing/sign-in-as.ts';
import { startTestServer, TEST_MODEL, type TestServer } from '../testing/start-test-server.ts';
import type { TestClient } from '../testing/test-client.ts';
import { askAssignment } from '../testing/watched-camera.ts';

const SYSTEM = smartVision.id;
const DAY_MS = 24 * 60 * 60_000;
const REASON = { reason: 'It was measured and assessed.' };

let server: TestServer;
let models: (typeof TEST_MODEL)[];
beforeEach(async () => {
  models = [TEST_MODEL];
  server = await startTestServer(await createTestDatabase(), {
    demo: false,
    readModels: async () => models,
  });
});
afterEach(async () => {
  await server[Symbol.asyncDispose]();
  await server.db.destroy();
});

/** Signs in an account of the person of that name. */
const personAs = (role: Role, person: string): Promise<TestClient> => signInAs(server, role, { person });

const view = async (client: TestClient): Promise<LifecycleView> =>
  (await client.get(`/api/systems/${SYSTEM}/lifecycle`)).json();
const ask = (client: TestClient, to: string) =>
  client.post(`/api/systems/${SYSTEM}/lifecycle/requests`, { ...REASON, to });
const decide = (client: TestClient, requestId: string, decision = 'approved') =>
  client.post(`/api/systems/${SYSTEM}/lifecycle/requests/${requestId}/decisions`, {
    decision,
    statement: 'I looked at all of it.',
  });
const measured = (change: object = {}) => ({
  models: [{ id: TEST_MODEL.id, digest: TEST_MODEL.digest }],
  configurationDigest: configurationDigest(smartVision),
  dataset: { name: 'clips', digest: digestOfBytes(Buffer.from('clips')), licence: 'CC0' },
  command: 'a test',
  statement: 'Measured for a test.',
  figures: [
    { name: 'recall', value: 0.9, low: 0.8, high: 0.95, n: 100, group: null, aim: { atLeast: 0.7 } },
    { name: 'recall', value: 0.9, low: 0.7, high: 0.95, n: 30, group: 'clip night', aim: { atLeast: 0.5 } },
  ],
  ...change,
});
const describeSystem = (client: TestClient, change: object = {}, seen = 0) =>
  client.request('PUT', `/api/systems/${SYSTEM}/entry`, {
    seen,
    note: 'First entry.',
    body: { owner: 'Director of operations', contact: 'ai@example.pk', legalBasis: 'An act', ...change },
  });

/** An approved assessment and an accepted risk, as other rooms of the platform write them. */
async function assess(days = 90, version: string = smartVision.version): Promise<void> {
  const at = Date.now() + server.clock.aheadMs;
  await server.db
    .insertInto('impact_assessment')
    .values({
      id: newIdentifier(),
      system_id: SYSTEM,
      at: instantOf(at),
      statement: 'For a test.',
      demo: true,
      status: 'approved',
      expires_at: instantOf(at + days * DAY_MS),
      record_id: null,
      record_version: null,
      system_version: version,
    })
    .execute();
}

async function acceptRisk(days = 60, owner: string | null = 'Somebody'): Promise<void> {
  await server.services.records.open({
    kind: 'risk',
    system: SYSTEM,
    title: 'A wrong alert',
    status: 'accepted',
    owner,
    reviewAt: instantOf(Date.now() + server.clock.aheadMs + days * DAY_MS),
    expiresAt: null,
    body: {},
    by: { actor: 'user:x', name: 'X', person: 'x', role: 'governance-officer' },
    note: '',
  });
}

/** Takes Smart Vision to `validated`, with all the evidence that a pilot needs. */
async function validated(): Promise<Record<'requester' | 'first' | 'second', TestClient>> {
  const requester = await personAs('governance-officer', 'Ayesha');
  const first = await personAs('supervisor', 'Bilal');
  const second = await personAs('governance-officer', 'Chaudhry');
  await describeSystem(requester);
  await assess();
  await acceptRisk();
  await ask(requester, 'designed');
  await decide(first, (await view(requester)).request!.id);
  await requester.post(`/api/systems/${SYSTEM}/validations`, measured());
  await ask(requester, 'validated');
  const done = await decide(first, (await view(requester)).request!.id);
  expect(done.json()).toMatchObject({ stage: 'validated' });
  return { requester, first, second };
}

const ledgerKinds = async () =>
  (await server.db.selectFrom('ledger_entry').select('kind').orderBy('index').execute()).map(
    ({ kind }) => kind,
  );

describe('a fresh deployment', () => {
  test('has twelve systems, all proposed, and permits none of them', async () => {
    const officer = await signInAs(server, 'governance-officer');
    const systems = (await officer.get('/api/systems')).json();
    expect(systems).toHaveLength(12);
    expect(systems.every((system: { stage: string }) => system.stage === 'proposed')).toBe(true);
    expect((await askAssignment(server)).permits).toEqual([]);
    expect((await view(officer)).possible[0]).toMatchObject({
      to: 'designed',
      gates: expect.arrayContaining([
        {
          id: 'register-entry',
          missing: ['The organisation has not filled in the register entry of Smart Vision AI.'],
        },
      ]),
    });
  });

  test('refuses a stage and names all that is missing', async () => {
    const officer = await signInAs(server, 'governance-officer');
    expect((await ask(officer, 'pilot')).json()).toMatchObject({ code: 'TRANSITION_UNKNOWN' });
    const refused = await ask(officer, 'designed');
    expect(refused.statusCode).toBe(409);
    expect(refused.json()).toMatchObject({ code: 'TRANSITION_REFUSED' });
    expect(refused.json().detail).toContain('register entry');
    expect((await view(officer)).request).toBeNull();
  });
});

describe('the way to a pilot', () => {
  test('ends with a permit when two people besides the requester approve, all of it in the ledger', async () => {
    const { requester, first, second } = await validated();
    expect((await askAssignment(server)).permits).toEqual([]);
    expect((await ask(requester, 'pilot')).statusCode).toBe(201);
    const { id } = (await view(requester)).request!;
    expect((await decide(first, id)).json()).toMatchObject({ stage: 'validated' });
    expect((await decide(second, id)).json()).toMatchObject({ stage: 'pilot', request: null });
    expect((await askAssignment(server)).permits).toMatchObject([{ system: SYSTEM }]);
    const kinds = await ledgerKinds();
    for (const kind of [
      'system.described',
      'validation.recorded',
      'lifecycle.requested',
      'lifecycle.approved',
      'lifecycle.stage-entered',
      'permit.issued',
    ])
      expect(kinds).toContain(kind);
    expect((await view(requester)).history.map(({ to }) => to)).toEqual(['pilot', 'validated', 'designed']);
  });

  test('is refused while the assessment, the risks or the training lack something', async () => {
    const { requester } = await validated();
    await server.services.users.create(
      { username: 'untrained', name: 'Untrained', role: 'operator' },
      'system:test',
    );
    await server.services.records.open({
      kind: 'risk',
      system: SYSTEM,
      title: 'Another',
      status: 'open',
      owner: null,
      reviewAt: null,
      expiresAt: null,
      body: {},
      by: { actor: 'user:x', name: 'X', person: 'x', role: 'governance-officer' },
      note: '',
    });
    const { detail, code } = (await ask(requester, 'pilot')).json();
    expect(code).toBe('TRANSITION_REFUSED');
    expect(detail).toContain('“Another” is not accepted (open)');
    expect(detail).toContain('training of 1 of');
  });

  test('is refused when the newest assessment is about another version, or nobody owns a risk', async () => {
    const { requester } = await validated();
    server.clock.aheadMs += 1000;
    await assess(90, '0.0.1');
    await acceptRisk(60, null);
    const { detail } = (await ask(requester, 'pilot')).json();
    expect(detail).toContain('The impact assessment is about version 0.0.1');
    expect(detail).toContain('Nobody owns RSK-0002');
    expect((await view(requester)).request).toBeNull();
  });

  test('ends when somebody rejects it', async () => {
    const { requester, first, second } = await validated();
    await ask(requester, 'pilot');
    const { id } = (await view(requester)).request!;
    expect((await decide(first, id)).statusCode).toBe(200);
    expect((await decide(second, id, 'rejected')).json()).toMatchObject({
      stage: 'validated',
      request: null,
    });
    // What the first one said does not count for the next request.
    await ask(requester, 'pilot');
    const again = (await view(requester)).request!;
    expect((await decide(first, again.id)).json()).toMatchObject({ stage: 'validated' });
  });
});

describe('attacks', () => {
  test('the requester does not approve, also not with another account', async () => {
    const { requester } = await validated();
    await ask(requester, 'pilot');
    const { id } = (await view(requester)).request!;
    expect((await decide(requester, id)).json()).toMatchObject({ code: 'FOUR_EYES', status: 403 });
    const secondAccount = await personAs('supervisor', ' AYESHA ');
    expect((await decide(secondAccount, id)).json()).toMatchObject({ code: 'FOUR_EYES' });
  });

  test('one person with two accounts approves once', async () => {
    const { requester, first } = await validated();
    const secondAccount = await personAs('governance-officer', 'bilal');
    await ask(requester, 'pilot');
    const { id } = (await view(requester)).request!;
    await decide(first, id);
    const again = await decide(secondAccount, id);
    expect(again.json()).toMatchObject({ code: 'FOUR_EYES', status: 403 });
    expect((await view(requester)).stage).toBe('validated');
    expect((await askAssignment(server)).permits).toEqual([]);
  });

  test('an approval after 14 days says nothing, and the request can be made anew', async () => {
    const { requester, first } = await validated();
    await ask(requester, 'pilot');
    const { id } = (await view(requester)).request!;
    await server.db
      .updateTable('lifecycle_request')
      .set({ expires_at: instantOf(Date.now() - 1000) })
      .where('id', '=', id)
      .execute();
    expect((await decide(first, id)).json()).toMatchObject({ code: 'REQUEST_EXPIRED', status: 409 });
    expect((await ask(requester, 'pilot')).statusCode).toBe(201);
    expect((await view(requester)).pastRequests[0]).toMatchObject({ id, state: 'expired' });
  });

  test('an approval after the assessment expired is refused', async () => {
    const { requester, first, second } = await validated();
    await ask(requester, 'pilot');
    const { id } = (await view(requester)).request!;
    await decide(first, id);
    await server.db
      .updateTable('impact_assessment')
      .set({ expires_at: instantOf(Date.now() - 1000) })
      .execute();
    const refused = (await decide(second, id)).json();
    expect(refused).toMatchObject({ code: 'TRANSITION_REFUSED', status: 409 });
    expect(refused.detail).toContain('The impact assessment expired at');
    expect((await view(requester)).stage).toBe('validated');
  });

  test('nothing is decided while the clock stands before what was recorded', async () => {
    const { requester, first } = await validated();
    await ask(requester, 'pilot');
    const { id } = (await view(requester)).request!;
    server.clock.aheadMs = -2 * 60 * 60_000;
    const refused = (await decide(first, id)).json();
    expect(refused).toMatchObject({ code: 'TRANSITION_REFUSED' });
    expect(refused.detail).toMatch(/clock is \d+ s behind/);
  });

  test('a validation of another model or configuration is refused', async () => {
    const officer = await signInAs(server, 'governance-officer');
    const other = [{ id: TEST_MODEL.id, digest: digestOfBytes(Buffer.from('other')) }];
    const record = (change: object) => officer.post(`/api/systems/${SYSTEM}/validations`, measured(change));
    expect((await record({ models: other })).json()).toMatchObject({
      code: 'VALIDATION_OTHER_DIGEST',
      status: 409,
      detail: expect.stringContaining('is what runs here'),
    });
    const configuration = digestOfBytes(Buffer.from('other'));
    expect((await record({ configurationDigest: configuration })).json()).toMatchObject({
      code: 'VALIDATION_OTHER_DIGEST',
    });
    expect((await officer.get(`/api/systems/${SYSTEM}/validations`)).json()).toEqual([]);
  });

  test('whether a validation passed is computed, not claimed', async () => {
    const officer = await signInAs(server, 'governance-officer');
    const [figure] = measured().figures;
    const failed = await officer.post(
      `/api/systems/${SYSTEM}/validations`,
      measured({ passed: true, figures: [{ ...figure, low: 0.5, met: true }] }),
    );
    expect(failed.json()).toMatchObject({ passed: false, report: { figures: [{ met: false }] } });
    const aimless = measured({ figures: [{ ...figure, aim: null }] });
    expect((await officer.post(`/api/systems/${SYSTEM}/validations`, aimless)).json()).toMatchObject({
      code: 'VALIDATION_WITHOUT_AIM',
    });
  });
});

describe('a change of what runs', () => {
  test('sends a pilot back to validated, revokes its permit and opens an incident', async () => {
    const { requester, first, second } = await validated();
    await ask(requester, 'pilot');
    const { id } = (await view(requester)).request!;
    await decide(first, id);
    await decide(second, id);
    const before = (await askAssignment(server)).permits;
    expect(before).toHaveLength(1);

    models = [{ ...TEST_MODEL, digest: digestOfBytes(Buffer.from('another file')) }];
    server.clock.aheadMs += 61_000;
    await server.services.permitUpkeep.followSystems();
    const after = await view(requester);
    expect(after.stage).toBe('validated');
    expect(after.history[0]).toMatchObject({ from: 'pilot', to: 'validated', requestId: null });
    const assignment = await askAssignment(server);
    expect(assignment.permits).toEqual([]);
    expect(assignment.revokedPermits).toHaveLength(1);
    const incidents = await server.services.records.list({ kinds: ['incident'], system: SYSTEM });
    expect(incidents).toMatchObject([{ body: { source: 'drift' } }]);
    expect(await ledgerKinds()).toContain('lifecycle.sent-back');
    // The validation that there is was of another digest.
    expect((await ask(requester, 'pilot')).json().detail).toContain('another digest');
  });

  test('does not send anything back because a model is missing for a while', async () => {
    await using running = await startTestServer(await createTestDatabase(), {
      readModels: async () => models,
    });
    models = [];
    running.clock.aheadMs += 61_000;
    await running.services.permitUpkeep.followSystems();
    const officer = await signInAs(running, 'governance-officer');
    expect((await view(officer)).stage).toBe('pilot');
    const incidents = await running.services.records.list({ kinds: ['incident'] });
    expect(incidents.map(({ title }) => title)).toEqual(['A model of Smart Vision AI is missing']);
    await running.db.destroy();
  });
});

test('the organisation’s part of the register is versioned, and nobody overwrites what they did not see', async () => {
  const officer = await signInAs(server, 'governance-officer');
  expect((await describeSystem(officer)).json()).toMatchObject({ entries: [{ version: 1 }] });
  const stale = await describeSystem(officer, { owner: 'Other' });
  expect(stale.json()).toMatchObject({ code: 'ENTRY_CHANGED', status: 409 });
  const second = await describeSystem(officer, { owner: 'Other' }, 1);
  expect(second.json().entries.map(({ version }: { version: number }) => version)).toEqual([2, 1]);
});
