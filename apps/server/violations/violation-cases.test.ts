import type { Camera } from '@amaan/contracts/camera';
import type {
  IntakeFigures,
  ReviewerQualityList,
  ViolationCasePage,
} from '@amaan/contracts/violations/api-violation-cases';
import type { ChallanView } from '@amaan/contracts/violations/challan';
import type { ViolationCaseView } from '@amaan/contracts/violations/violation-case';
import { insertSightings } from '@amaan/store/plates/sightings';
import { ensureSite } from '@amaan/store/sites';
import { createTestDatabase } from '@amaan/store/test-database';
import { samplePlateRead } from '@amaan/store/testing/sample-plate-read';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { DemoVehicleRegistry } from '../demo/violations/demo-registry.ts';
import { type SuspicionOrder, suspectViolation } from '../demo/violations/suspect-violation.ts';
import { RegistryEntry, RegistryError, type VehicleRegistry } from '../registry/registry-entry.ts';
import { createPerson } from '../testing/person.ts';
import { signInAs } from '../testing/sign-in-as.ts';
import { startTestServer, type TestServer } from '../testing/start-test-server.ts';
import type { TestClient } from '../testing/test-client.ts';
import { LONGEST_WAIT_MS } from './intake/violation-intake.ts';
import { REJECTED_EVIDENCE_DAYS } from './retention/evidence-until.ts';

const DAY_MS = 24 * 60 * 60_000;
const note = 'Looked at all of the evidence.';

/** As the demonstration's, and what a test adds. */
const extra = new Map<string, Partial<RegistryEntry> | 'silent'>();
const registry: VehicleRegistry = {
  peek: () => undefined,
  async lookup(plate) {
    const added = extra.get(plate);
    if (added === 'silent') throw new RegistryError('REGISTRY_UNREADABLE', 'Down.');
    return added === undefined ? new DemoVehicleRegistry().peek(plate) : RegistryEntry.parse(added);
  },
};

let server: TestServer;
let camera: Camera;
let farAway: Camera;
let reviewer: TestClient;
let second: TestClient;
let supervisor: TestClient;
let track = 100;

beforeAll(async () => {
  server = await startTestServer(await createTestDatabase(), {
    demo: false,
    registry,
    violations: { secondLookShare: 0 },
  });
  const administrator = await signInAs(server, 'administrator');
  const add = async (name: string, position: [number, number]) =>
    (await administrator.post('/api/cameras', { name, url: 'rtsp://10.0.0.5/s1', position })).json();
  camera = await add('Kalma Chowk', [74.33, 31.5]);
  farAway = await add('Clifton', [67.03, 24.81]);
  reviewer = await signInAs(server, 'traffic-reviewer');
  second = await signInAs(server, 'traffic-reviewer');
  supervisor = await signInAs(server, 'supervisor');
});
afterAll(async () => {
  await server?.[Symbol.asyncDispose]();
  await server?.db.destroy();
});

const now = () => Date.now() + server.clock.aheadMs;
const suspect = (order: Partial<SuspicionOrder>) => {
  track += 1;
  const desk = { db: server.db, objects: server.objects, now };
  return suspectViolation(desk, { cameraId: camera.id, siteId: camera.siteId, track, ...order });
};
const intake = () => server.services.violations.intake.run();
/** What the intake makes of it; null: no case. */
async function caseOf(order: Partial<SuspicionOrder>): Promise<ViolationCaseView | null> {
  const { id } = await suspect(order);
  await intake();
  const row = await server.db
    .selectFrom('violation_case')
    .select('id')
    .where('observation_id', '=', id)
    .executeTakeFirst();
  return row === undefined ? null : view(row.id);
}
const view = async (id: string, by = reviewer): Promise<ViolationCaseView> =>
  (await by.get(`/api/violations/cases/${id}`)).json();
const review = (id: string, body: object, by = reviewer) =>
  by.post(`/api/violations/cases/${id}/review`, body);
const decideHold = (id: string, body: object, by = supervisor) =>
  by.post(`/api/violations/cases/${id}/hold-decision`, body);
/** Until everything that people look at is masked. */
const shown = (id: string) =>
  vi.waitFor(async () => {
    expect((await view(id)).evidence.every(({ ready }) => ready)).toBe(true);
  });
const entriesOf = async (subject: string): Promise<{ kind: string; data: Record<string, unknown> }[]> =>
  (
    await server.db
      .selectFrom('ledger_entry')
      .select('entry')
      .where('subject', '=', subject)
      .orderBy('index')
      .execute()
  ).map(({ entry }) => JSON.parse(entry));
async function drops(): Promise<Record<string, number>> {
  const period = `from=${new Date(now() - DAY_MS).toISOString()}&to=${new Date(now() + DAY_MS).toISOString()}`;
  const figures: IntakeFigures = (await reviewer.get(`/api/violations/intake?${period}`)).json();
  const sums: Record<string, number> = {};
  for (const { dropped } of figures.kinds)
    for (const [reason, count] of Object.entries(dropped)) sums[reason] = (sums[reason] ?? 0) + count;
  return sums;
}

describe('a car that ran a red light', () => {
  let found: ViolationCaseView;
  beforeAll(async () => {
    found = (await caseOf({ plate: 'LEA1347' }))!;
    await shown(found.id);
  });

  test('waits for a reviewer with all of its evidence, and reading it is recorded once', async () => {
    expect(found).toMatchObject({ state: 'for-review', plate: 'LEA1347', mayReview: true, mayNot: null });
    expect(found.evidence.map(({ key, view: how }) => `${key} ${how}`)).toEqual([
      'entry masked',
      'exit masked',
      'plate bare',
      'clip masked',
    ]);
    expect(found.registry).toMatchObject({ found: true, make: 'not-known' });
    await view(found.id);
    const kinds = (await entriesOf(`violation-case:${found.id}`)).map(({ kind }) => kind);
    expect(kinds).toEqual(['violation-case.opened', 'violation-case.read']);
    const page: ViolationCasePage = (await reviewer.get('/api/violations/cases')).json();
    expect(page.cases.map(({ id }) => id)).toContain(found.id);
    expect(page.counts['for-review']).toBeGreaterThan(0);
  });

  test('is seen masked, and its plate bare', async () => {
    const entry = found.evidence.find(({ key }) => key === 'entry')!;
    const masked = await reviewer.get(`/api/violations/cases/${found.id}/evidence/entry`);
    expect(masked.statusCode).toBe(200);
    expect(masked.headers.etag).not.toContain(entry.digest);
    const plate = await reviewer.get(`/api/violations/cases/${found.id}/evidence/plate`);
    expect(plate.headers.etag).toContain(found.evidence.find(({ key }) => key === 'plate')!.digest);
  });

  test('becomes a challan when it is confirmed, once', async () => {
    const both = await Promise.all([
      review(found.id, { decision: 'confirm', note }),
      review(found.id, { decision: 'confirm', note }, second),
    ]);
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
    const confirmed = await view(found.id);
    expect(confirmed).toMatchObject({ state: 'confirmed', mayReview: false, mayNot: 'decided' });
    const challan: ChallanView = (
      await reviewer.get(`/api/violations/challans/${confirmed.challan!.id}`)
    ).json();
    expect(challan).toMatchObject({ state: 'issued', amount: 5000, plate: 'LEA1347', simulated: true });
    expect(challan.number).toMatch(/^PB-\d{2}-[0-9A-Z]{8}-.$/);
    expect(challan.law.standing.status).toBe('unverified');
    expect(challan.events.map(({ event }) => event)).toEqual(['issued']);
    const [issued] = await entriesOf(`challan:${challan.id}`);
    expect(issued).toMatchObject({ kind: 'challan.issued', data: { caseId: found.id } });
    expect(JSON.stringify(issued)).not.toContain(challan.number);
    expect(JSON.stringify(await entriesOf(`violation-case:${found.id}`))).not.toContain('LEA1347');
  });

  test('is merged with what is the same once more', async () => {
    expect(await caseOf({ plate: 'LEA1347', at: now() - 30_000 })).toBeNull();
    expect((await view(found.id)).duplicates).toBe(1);
  });

  test('a plate is looked for with a purpose alone', async () => {
    const answer = await supervisor.get('/api/violations/challan-search?plate=LEA1347');
    expect(answer.json()).toMatchObject({ code: 'PURPOSE_REQUIRED' });
    expect((await reviewer.get('/api/violations/challan-search?plate=LEA1347')).statusCode).toBe(403);
    const byNumber = await reviewer.get('/api/violations/challans?number=PB-26-00000000-0');
    expect(byNumber.json()).toEqual({ challans: [], nextCursor: null });
  });
});

describe('no case is made', () => {
  test.each<[string, string, Partial<SuspicionOrder>]>([
    [
      'of a seat belt on a motorcycle',
      'impossible-for-class',
      { kind: 'seat-belt', objectClass: 'motorcycle' },
    ],
    ['of clocks more than 250 ms apart', 'clock-skew', { skewMs: 240 }],
    ['of clocks that nobody compared', 'clock-unproven', { provenAgoMs: 30 * 60_000 }],
    ['of a plate that was not read surely', 'plate-unsure', { confidence: 0.8 }],
  ])('%s: %s', async (_what, reason, order) => {
    const before = (await drops())[reason] ?? 0;
    expect(await caseOf({ plate: 'LEC4477', ...order })).toBeNull();
    expect((await drops())[reason]).toBe(before + 1);
  });

  test.each([
    ['O', '0', 'OLE77', '0LE77'],
    ['B', '8', 'BLE77', '8LE77'],
    ['S', '5', 'SLE77', '5LE77'],
  ])('where %s may be %s and both are registered', async (_read, _meant, text, other) => {
    extra.set(other, { class: 'bus' });
    const at = 0;
    const characters = [...text].map((character, index) => ({
      text: character,
      confidence: 0.95,
      others: index === at ? [{ text: other[at]!, confidence: 0.3 }] : [],
    }));
    expect(await caseOf({ plate: text, characters })).toBeNull();
    expect((await drops())['plate-ambiguous']).toBeGreaterThan(0);
    // Nobody else has the other reading: then there is no doubt.
    extra.delete(other);
    expect(await caseOf({ plate: text, characters, at: now() - 300_000 })).toMatchObject({
      state: 'for-review',
    });
  });

  test.each<[string, Partial<SuspicionOrder>]>([
    ['no-plate', { isRead: false }],
    ['evidence-incomplete', { without: ['clip'] }],
    ['evidence-incomplete', { without: ['exit-picture'] }],
    ['evidence-incomplete', { without: ['plate-crop'] }],
  ])('%s: it waits a minute and is given up', async (reason, order) => {
    const before = (await drops())[reason] ?? 0;
    expect(await caseOf({ plate: 'LEC4499', ...order })).toBeNull();
    expect((await drops())[reason] ?? 0).toBe(before);
    server.clock.aheadMs += LONGEST_WAIT_MS + 1;
    await intake();
    expect((await drops())[reason]).toBe(before + 1);
    expect(await server.db.selectFrom('violation_suspicion').selectAll().execute()).toEqual([]);
  });
});

describe('a case is held', () => {
  test.each<[string, string, Partial<SuspicionOrder>, Partial<RegistryEntry> | 'silent' | null]>([
    ['that was sold', 'sold', { plate: 'LED2001' }, null],
    ['that was stolen', 'stolen', { plate: 'LEC3302' }, null],
    ['of an ambulance', 'emergency-vehicle', { plate: 'RIA1122' }, null],
    ['that nobody registered', 'not-registered', { plate: '4QQQ99' }, null],
    ['whose plate belongs to a motorcycle', 'class-contradicts', { plate: 'LEF7788' }, null],
    ['of another colour', 'colour-contradicts', { plate: 'LHX701' }, { colour: 'red' }],
    ['of a registry that is silent', 'registry-silent', { plate: 'LHX702' }, 'silent'],
  ])('%s: %s', async (_what, reason, order, entry) => {
    if (entry !== null) extra.set(order.plate!, entry);
    const held = await caseOf(order);
    expect(held?.state).toBe('held');
    expect(held?.holds.map((hold) => hold.reason)).toContain(reason);
    expect(held).toMatchObject({ mayReview: false, mayNot: 'needs-supervisor' });
    expect((await review(held!.id, { decision: 'confirm' })).statusCode).toBe(409);
  });

  test('of a cloned plate: it was read a moment ago where the vehicle cannot have come from', async () => {
    const at = now() - 60_000;
    const other = samplePlateRead(
      { ...(await suspect({ plate: 'LEK111', at })), cameraId: farAway.id } as never,
      'LEK111',
    );
    const read = (ms: number, text: string) => ({
      ...other,
      ...{ id: crypto.randomUUID().replace(/^(.{14})4/, '$17'), simulated: true },
      ...{ capturedAt: new Date(at - ms).toISOString(), reading: { ...other.reading, text } },
    });
    await insertSightings(server.db, [read(40 * 60_000, 'LEK111'), read(20_000, 'LEK222')]);
    await intake();
    const [travelled] = await holdsOf('LEK111');
    expect(travelled).toMatchObject({ reason: 'impossible-travel' });
    // One plate on two vehicles in the same minute.
    await caseOf({ plate: 'LEK222', at });
    expect(await holdsOf('LEK222')).toMatchObject([{ reason: 'same-minute' }]);
  });

  const holdsOf = async (plate: string) => {
    const row = await server.db
      .selectFrom('violation_case')
      .select(['holds'])
      .where('plate', '=', plate)
      .executeTakeFirstOrThrow();
    return row.holds;
  };

  test('and a supervisor releases it with a note; then reviewers decide, and the hold does not come back', async () => {
    extra.set('LHX801', { state: 'sold' });
    const held = (await caseOf({ plate: 'LHX801' }))!;
    await shown(held.id);
    const short = await decideHold(held.id, { decision: 'release', note: 'ok' });
    expect(short.statusCode).toBe(400);
    const released = await decideHold(held.id, {
      decision: 'release',
      note: 'The buyer has it registered anew.',
    });
    expect(released.json()).toMatchObject({ state: 'for-review', holds: [] });
    expect((await review(held.id, { decision: 'confirm', note })).json().state).toBe('confirmed');
  });

  test('and what changed since the intake holds it again, right before the challan', async () => {
    const open = (await caseOf({ plate: 'LHX802' }))!;
    await shown(open.id);
    extra.set('LHX802', { state: 'stolen', fir: '7/26 Kot Lakhpat' });
    const answered = await review(open.id, { decision: 'confirm', note });
    expect(answered.json()).toMatchObject({ state: 'held', challan: null, holds: [{ reason: 'stolen' }] });
    const rejected = await decideHold(open.id, {
      ...{ decision: 'reject', reason: 'wrong-vehicle', note: 'Stolen: the owner did not drive.' },
    });
    expect(rejected.json()).toMatchObject({
      state: 'rejected',
      rejectReason: 'wrong-vehicle',
      challan: null,
    });
  });

  test('and a supervisor may fine in spite of it, but nobody who answered before', async () => {
    const open = (await caseOf({ plate: 'LHX803' }))!;
    await shown(open.id);
    const asked = await review(open.id, {
      decision: 'hold',
      reason: 'asked-by-reviewer',
      note: 'Is it a Mehran?',
    });
    expect(asked.json().state).toBe('held');
    expect(
      (await decideHold(open.id, { decision: 'confirm', note: 'It is a Mehran.' }, reviewer)).statusCode,
    ).toBe(403);
    const fined = await decideHold(open.id, { decision: 'confirm', note: 'It is a Mehran, as registered.' });
    expect(fined.json()).toMatchObject({ state: 'confirmed', challan: { state: 'issued' } });
  });
});

describe('right before a challan the server looks into the controller’s own log', () => {
  test.each<[string, SuspicionOrder['logged']]>([
    ['green at the time', 'green'],
    ['a gap', 'none'],
  ])('%s: it is rejected as not proven, and an incident is opened', async (_what, logged) => {
    const at = now() - (logged === 'green' ? 600_000 : 1_200_000);
    const open = (await caseOf({ plate: logged === 'green' ? 'LEG501' : 'LEG502', logged: logged!, at }))!;
    await shown(open.id);
    const answered = await review(open.id, { decision: 'confirm', note });
    expect(answered.json()).toMatchObject({ state: 'rejected', rejectReason: 'not-proven', challan: null });
    expect(answered.json().decisions.at(-1)).toMatchObject({ step: 'server', byName: null });
    expect((await drops())['not-proven']).toBeGreaterThan(0);
    const incidents = await server.db
      .selectFrom('governance_record')
      .select('title')
      .where('kind', '=', 'incident')
      .execute();
    expect(incidents.map(({ title }) => title)).toContain('A confirmed violation was not proven');
  });
});

test('a light that is not over is not in the log yet: nothing is decided until it is', async () => {
  const open = (await caseOf({ plate: 'LEG503', logged: 'none', at: now() - 4000 }))!;
  await shown(open.id);
  const early = await review(open.id, { decision: 'confirm', note });
  expect(early.json()).toMatchObject({ status: 409, code: 'SIGNAL_LOG_PENDING' });
  expect((await view(open.id)).decisions).toEqual([]);
});

describe('a real offence', () => {
  test('is held where nobody compared the amount with the law', async () => {
    const open = (await caseOf({ plate: 'LHX901', simulated: false }))!;
    expect(open.simulated).toBe(false);
    await shown(open.id);
    const answered = await review(open.id, { decision: 'confirm', note });
    expect(answered.json()).toMatchObject({ state: 'held', holds: [{ reason: 'no-law' }] });
  });
});

describe('a second look', () => {
  const openFor = async (plate: string) => {
    const open = (await caseOf({ plate }))!;
    await server.db
      .updateTable('violation_case')
      .set({ second_look: true })
      .where('id', '=', open.id)
      .execute();
    await shown(open.id);
    return open.id;
  };

  test('is another person’s, who is not told the first answer', async () => {
    const id = await openFor('LEH601');
    const first = await review(id, { decision: 'confirm', note: 'Clearly red.' });
    expect(first.json()).toMatchObject({ state: 'second-look', decisions: [], mayNot: 'answered-before' });
    expect((await view(id, second)).decisions).toEqual([]);
    expect((await review(id, { decision: 'confirm', note })).json()).toMatchObject({ code: 'FOUR_EYES' });
    const agreed = await review(id, { decision: 'confirm', note }, second);
    expect(agreed.json()).toMatchObject({ state: 'confirmed', challan: { state: 'issued' } });
    expect(agreed.json().decisions).toHaveLength(2);
  });

  test('that differs brings it to a supervisor, and counts as an error', async () => {
    const id = await openFor('LEH602');
    await review(id, { decision: 'confirm', note });
    const differs = await review(id, { decision: 'reject', reason: 'evidence-unclear' }, second);
    expect(differs.json()).toMatchObject({ state: 'held', holds: [{ reason: 'reviewers-disagree' }] });
    const period = `from=${new Date(now() - DAY_MS).toISOString()}&to=${new Date(now() + DAY_MS).toISOString()}`;
    const { reviewers }: ReviewerQualityList = (
      await supervisor.get(`/api/violations/reviewers?${period}`)
    ).json();
    const quality = reviewers.find(({ disagreements }) => disagreements > 0)!;
    expect(quality).toMatchObject({ secondLooks: 2, disagreements: 1 });
    // Of fewer than five no rate is told: which of two reviewers came first in a test above is chance.
    expect(quality.errorRate === null).toBe(quality.secondLooks + quality.confirmed < 5);
    expect(reviewers.every((one) => 'errorRate' in one && one.decided > 0)).toBe(true);
    expect((await reviewer.get(`/api/violations/reviewers?${period}`)).statusCode).toBe(403);
  });
});

test('a reviewer without a valid training answers nothing', async () => {
  const open = (await caseOf({ plate: 'LEJ701' }))!;
  await shown(open.id);
  const { client: untrained } = await createPerson(server, 'traffic-reviewer');
  const refused = await review(open.id, { decision: 'confirm', note }, untrained);
  expect(refused.statusCode).toBe(403);
  expect(refused.json()).toMatchObject({ code: 'TRAINING_REQUIRED' });
  expect((await view(open.id)).state).toBe('for-review');
});

test('bad answers are refused', async () => {
  const open = (await caseOf({ plate: 'LEJ702' }))!;
  for (const body of [
    {},
    { decision: 'maybe' },
    { decision: 'reject' },
    { decision: 'reject', reason: 'other' },
    { decision: 'reject', reason: 'not-proven' },
    { decision: 'hold', reason: 'sold', note: 'A note' },
    { decision: 'confirm', note, amount: 1 },
  ])
    expect((await review(open.id, body)).statusCode).toBe(400);
  expect((await review('0190a000-0000-7000-8000-00000000abcd', { decision: 'confirm' })).statusCode).toBe(
    404,
  );
  expect((await reviewer.get('/api/violations/cases?cursor=nonsense')).statusCode).toBe(400);
  const { id: elsewhere } = await ensureSite(server.db, 'Multan');
  const stranger = await signInAs(server, 'traffic-reviewer', { sites: [elsewhere] });
  expect((await stranger.get(`/api/violations/cases/${open.id}`)).statusCode).toBe(404);
  expect((await review(open.id, { decision: 'confirm', note }, stranger)).statusCode).toBe(404);
});

test('the evidence of a rejected case is destroyed after seven days, and what a challan stands on stays', async () => {
  const rejected = (await caseOf({ plate: 'LEJ801', at: now() - 1_800_000 }))!;
  const open = (await caseOf({ plate: 'LEJ802', at: now() - 1_900_000 }))!;
  await shown(rejected.id);
  expect((await review(rejected.id, { decision: 'reject', reason: 'no-violation' })).statusCode).toBe(200);
  const objects = rejected.evidence.map(({ digest }) => digest);
  server.clock.aheadMs += (REJECTED_EVIDENCE_DAYS - 1) * DAY_MS;
  await server.services.violations.retention.run();
  expect((await view(rejected.id)).evidence).toHaveLength(4);
  server.clock.aheadMs += 2 * DAY_MS;
  expect(await server.services.violations.retention.run()).toBeGreaterThan(0);
  const gone = await reviewer.get(`/api/violations/cases/${rejected.id}`);
  expect(gone.json()).toMatchObject({ status: 410, code: 'EVIDENCE_DESTROYED' });
  for (const digest of objects) {
    const isPlate = rejected.evidence.find((item) => item.digest === digest)?.key === 'plate';
    if (!isPlate) expect(await server.objects.has(digest)).toBe(false);
  }
  expect((await view(open.id)).evidence).toHaveLength(4);
  const left = await server.db
    .selectFrom('violation_case')
    .select(['plate', 'observation', 'reject_reason'])
    .where('id', '=', rejected.id)
    .executeTakeFirstOrThrow();
  expect(left).toEqual({ plate: null, observation: null, reject_reason: 'no-violation' });
});
