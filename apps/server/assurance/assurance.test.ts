import { randomBytes } from 'node:crypto';
import type { RecordAuthor } from '@amaan/contracts/governance/record';
import { drawSample } from '@amaan/governance/assurance/draw-sample';
import { insertAlerts } from '@amaan/store/alerts';
import { insertObservations } from '@amaan/store/observations';
import type { Database } from '@amaan/store/open-database';
import { SECRET_KEY_BYTES, SecretBox } from '@amaan/store/secret-box';
import { createTestDatabase } from '@amaan/store/test-database';
import { sampleDeployment } from '@amaan/store/testing/sample-deployment';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { UserService } from '../access/user-service.ts';
import { RecordService } from '../records/record-service.ts';
import { type Assurance, createAssurance } from './create-assurance.ts';

const person = (name: string, role = 'governance-officer'): RecordAuthor => ({
  actor: `user:${name}`,
  name,
  person: name,
  role,
});
const ayesha = person('ayesha');
const bilal = person('bilal');
const input = { system: null, title: 'A wrong alert', owner: null, reviewAt: null, note: '' };
const incident = {
  source: 'person',
  severity: 'high',
  what: 'Alerts at night were wrong.',
  detectedAt: '2026-11-01T00:00:00.000Z',
  cameraGroupId: null,
  key: null,
  facts: {},
  cause: 'Headlights',
  correction: 'Threshold raised',
};

let db: Database;
let assurance: Assurance;
let now = Date.now();

beforeAll(async () => {
  db = await createTestDatabase();
  const secrets = new SecretBox(randomBytes(SECRET_KEY_BYTES));
  const clock = () => now;
  assurance = createAssurance({ db, records: new RecordService({ db, now: clock }), secrets, now: clock });
});
afterAll(() => db.destroy());

const ledgerText = async () => {
  const rows = await db.selectFrom('ledger_entry').select('entry').execute();
  return rows.map(({ entry }) => entry).join('\n');
};

describe('incidents', () => {
  test('are resolved with a cause and closed by somebody else; the words stay out of the ledger', async () => {
    const { flows } = assurance;
    const { id } = await flows.open('incident', input, { ...incident, cause: '', correction: '' }, ayesha);
    await flows.step('incident', id, { to: 'investigating', reason: 'Seen on site' }, ayesha);
    const resolve = () => flows.step('incident', id, { to: 'resolved', reason: 'Fixed' }, ayesha);
    await expect(resolve()).rejects.toMatchObject({
      code: 'STEP_REFUSED',
      message: 'It does not say yet why it happened. It does not say yet what was done about it at once.',
    });
    await flows.revise('incident', id, 1, input, incident, ayesha);
    await resolve();
    const close = (by: RecordAuthor) => flows.step('incident', id, { to: 'closed', reason: 'Checked' }, by);
    await expect(close({ ...ayesha, actor: 'user:second-account' })).rejects.toThrow('four eyes');
    const closed = await close(bilal);
    expect(closed.record).toMatchObject({ status: 'closed', closedAt: expect.any(String) });
    expect(closed.signatures.map(({ meaning, by }) => [meaning, by.name])).toEqual([
      ['investigating', 'ayesha'],
      ['resolved', 'ayesha'],
      ['closed', 'bilal'],
    ]);
    await expect(flows.revise('incident', id, 2, input, incident, ayesha)).rejects.toMatchObject({
      code: 'RECORD_CLOSED',
    });
    expect(await ledgerText()).not.toContain('Headlights');
  });

  test('a record of another kind is not found under this one', async () => {
    const { id } = await assurance.flows.open('incident', input, incident, ayesha);
    await expect(assurance.flows.view('audit', id, 'ayesha')).rejects.toMatchObject({
      code: 'RECORD_NOT_FOUND',
    });
  });

  test('an AI system that does not exist is named in the refusal', async () => {
    const opening = assurance.flows.open('incident', { ...input, system: 'mind-reader' }, incident, ayesha);
    await expect(opening).rejects.toMatchObject({ code: 'SYSTEM_UNKNOWN' });
  });
});

test('a nonconformity is closed when its corrective actions are found effective by somebody else', async () => {
  const { flows } = assurance;
  const body = { source: 'audit', controls: [], what: 'x', records: [], cause: 'y', correction: 'z' };
  const { id } = await flows.open('nonconformity', input, body, ayesha);
  const action = {
    nonconformityId: id,
    what: 'Train',
    dueAt: incident.detectedAt,
    evidence: 'e',
    effect: 'f',
  };
  const { id: actionId, number } = await flows.open('corrective-action', input, action, ayesha);
  for (const to of ['analysed', 'corrected']) {
    await flows.step('nonconformity', id, { to, reason: 'Because' }, ayesha);
  }
  const close = () => flows.step('nonconformity', id, { to: 'closed', reason: 'Because' }, bilal);
  await expect(close()).rejects.toThrow(`${number} is not yet found effective.`);
  await flows.step('corrective-action', actionId, { to: 'done', reason: 'Because' }, ayesha);
  await flows.step('corrective-action', actionId, { to: 'effective', reason: 'Because' }, bilal);
  expect((await close()).related).toEqual([expect.objectContaining({ id: actionId, status: 'effective' })]);
});

describe('concerns', () => {
  const concern = { category: 'privacy', what: 'A camera looks into my window.' } as const;

  test('without a name leave no trace of one', async () => {
    await assurance.concerns.raise(concern, 'staff-anonymous', null);
    const [record] = await assurance.flows.list('concern');
    expect(record?.changedBy).toEqual({
      actor: 'anonymous',
      name: 'Anonymous',
      person: 'anonymous',
      role: 'anonymous',
    });
  });

  test('are followed with number and code, and only with both', async () => {
    const { concerns, flows } = assurance;
    const receipt = await concerns.raise({ ...concern, contact: '0300 1234567' }, 'public', null);
    const [record] = await flows.list('concern');
    const id = record!.id;
    expect(await concerns.contactOf(id)).toBe('0300 1234567');
    await expect(concerns.progress({ ...receipt, code: 'WRONG' })).rejects.toMatchObject({
      code: 'RECEIPT_UNKNOWN',
    });
    await expect(concerns.progress({ ...receipt, number: 'nonsense' })).rejects.toMatchObject({
      code: 'RECEIPT_UNKNOWN',
    });
    await flows.step('concern', id, { to: 'in-hand', reason: 'Looking' }, ayesha);
    const { title } = record!;
    const answered = { ...record!.body, answer: 'A mask was put over it.' };
    await flows.revise('concern', id, 1, { ...input, title }, answered, ayesha);
    expect(await concerns.progress(receipt)).toMatchObject({ status: 'in-hand', answer: '' });
    await flows.step('concern', id, { to: 'answered', reason: 'Answered' }, ayesha);
    const typed = { ...receipt, code: `${receipt.code.slice(0, 4)}-${receipt.code.slice(4).toLowerCase()}` };
    expect(await concerns.progress(typed)).toMatchObject({ answer: 'A mask was put over it.' });
    await flows.step('concern', id, { to: 'closed', reason: 'Thanked' }, ayesha);
    expect(await concerns.contactOf(id)).toBeNull();
    const text = await ledgerText();
    expect(text).toContain('concern.contact-erased');
    for (const secret of ['0300 1234567', receipt.code, 'window']) expect(text).not.toContain(secret);
  });
});

describe('audits', () => {
  test('draw once, repeatably, and keep what was found', async () => {
    const deployment = await sampleDeployment(db);
    const observations = Array.from({ length: 30 }, () => deployment.observe());
    await insertObservations(db, observations);
    const raisedAt = new Date(now).toISOString();
    const alerts = await insertAlerts(
      db,
      observations.map((observation) => ({ observation, rule: deployment.rule, raisedAt })),
    );
    const body = { scope: 'Alerts of a month', controls: [], plannedAt: raisedAt, conclusion: '' };
    const audit = { ...body, draw: null, samples: [] };
    const auditor = person('auditor', 'auditor');
    const { id } = await assurance.flows.open('audit', input, audit, auditor);
    const period = { from: new Date(now - 1000).toISOString(), to: new Date(now + 1000).toISOString() };
    const draw = () => assurance.audits.draw(id, { ...period, size: 5 }, auditor);
    await expect(draw()).rejects.toMatchObject({ code: 'AUDIT_NOT_RUNNING' });
    await assurance.flows.step('audit', id, { to: 'running', reason: 'Begin' }, auditor);
    const drawn = await draw();
    const { draw: how, samples } = drawn.body as { draw: { seed: string }; samples: { alertId: string }[] };
    const again = await drawSample(how.seed, alerts.values(), 5);
    expect(samples.map(({ alertId }) => alertId)).toEqual(again.drawn);
    await expect(draw()).rejects.toMatchObject({ code: 'SAMPLE_DRAWN' });
    const found = { alertId: again.drawn[0]!, finding: 'conforms' as const, note: 'Whole chain' };
    const judged = await assurance.audits.find(id, found, auditor);
    expect((judged.body.samples as unknown[])[0]).toEqual(found);
    const stranger = { ...found, alertId: id };
    await expect(assurance.audits.find(id, stranger, auditor)).rejects.toMatchObject({
      code: 'SAMPLE_NOT_FOUND',
    });
    const bare = { alertId: again.drawn[1]!, finding: 'does-not-conform' as const, note: '' };
    await expect(assurance.audits.find(id, bare, auditor)).rejects.toMatchObject({
      code: 'FINDING_NEEDS_NOTE',
    });
    await assurance.audits.find(id, { ...bare, note: 'The review names no reason.' }, auditor);
    const { record } = await assurance.flows.view('audit', id, 'auditor');
    const concluded = { ...record.body, conclusion: 'One finding.' };
    await assurance.flows.revise('audit', id, record.version, input, concluded, auditor);
    const report = () => assurance.flows.step('audit', id, { to: 'reported', reason: 'Done' }, auditor);
    await expect(report()).rejects.toThrow('3 of 5 samples were not looked at');
    for (const alertId of again.drawn.slice(2))
      await assurance.audits.find(
        id,
        { alertId, finding: 'not-looked-at', note: 'Its pictures were deleted on time.' },
        auditor,
      );
    expect((await report()).record.status).toBe('reported');
  });
});

test('a management review is prepared with what the system knows', async () => {
  const period = { from: '2020-01-01T00:00:00.000Z', to: new Date(now + 86_400_000).toISOString() };
  const { body } = await assurance.reviews.prepare(period, ayesha);
  const { n } = await db
    .selectFrom('governance_record')
    .select((select) => select.fn.countAll<number>().as('n'))
    .where('kind', '=', 'incident')
    .executeTakeFirstOrThrow();
  expect(body.inputs).toMatchObject({
    incidents: { opened: n },
    nonconformities: { opened: 1, closed: 1, open: 0 },
    correctiveActions: { opened: 1, effective: 1, overdue: 0 },
    concerns: { staff: 1, public: 1, open: 1 },
    alerts: { raised: 30, confirmed: 0, rejected: 0 },
    monitoring: { runs: 0, rulesFired: 0, gaps: 0, drifts: 0, longestGapMinutes: 0 },
    overrides: { reviewed: 0, rejectedPercent: null, lowPercent: null, highPercent: null },
  });
});

test('a management review asks what became of each decision of the one before', async () => {
  const { flows, reviews } = assurance;
  const period = { from: '2020-01-01T00:00:00.000Z', to: new Date(now + 86_400_000).toISOString() };
  const hold = async (decisions: string, change: (body: Record<string, unknown>) => object = () => ({})) => {
    const { id, number, title, version, body } = await reviews.prepare(period, ayesha);
    const held = { ...body, ...change(body), decisions, participants: ['Ayesha', 'Bilal'] };
    await flows.revise('management-review', id, version, { ...input, title }, held as typeof body, ayesha);
    await flows.step('management-review', id, { to: 'held', reason: 'Held' }, ayesha);
    await flows.step('management-review', id, { to: 'closed', reason: 'Agreed' }, bilal);
    return number;
  };
  const first = await hold('Train the night shift.\n\nBuy a lens.');
  const second = await hold('Hire an auditor.', ({ earlierDecisions }) => {
    const asked = earlierDecisions as { state: string }[];
    expect(asked).toMatchObject([
      { decision: 'Train the night shift.', review: first, state: 'open' },
      { decision: 'Buy a lens.', review: first, state: 'open' },
    ]);
    return { earlierDecisions: [{ ...asked[0], state: 'done' }, asked[1]] };
  });
  const { body } = await reviews.prepare(period, ayesha);
  expect(body.earlierDecisions).toMatchObject([
    { decision: 'Buy a lens.', review: first, state: 'open' },
    { decision: 'Hire an auditor.', review: second, state: 'open' },
  ]);
  expect(body.inputs).toMatchObject({ earlierDecisions: { open: 1, done: 1, dropped: 0 } });
});

describe('training', () => {
  beforeAll(async () => {
    const users = new UserService({ db, now: () => now });
    for (const name of ['ayesha', 'chand'])
      await users.create({ username: name, name, role: 'analyst', person: name }, 'system:test');
  });

  test('is of a person who has an account, however the name is typed', async () => {
    const { training } = assurance;
    const passedAt = new Date(now - 1000).toISOString();
    const course = 'responsible-use';
    await expect(training.record({ person: 'nobody', course, passedAt }, bilal)).rejects.toMatchObject({
      code: 'PERSON_UNKNOWN',
    });
    const { person: kept } = await training.record({ person: '  AYESHA ', course, passedAt }, bilal);
    expect(kept).toBe('ayesha');
    const own = training.record({ person: ' Ayesha', course, passedAt }, ayesha);
    await expect(own).rejects.toMatchObject({ code: 'FOUR_EYES' });
  });

  test('holds until it expires, and nobody records their own', async () => {
    const { training } = assurance;
    const passedAt = new Date(now - 1000).toISOString();
    expect(await training.gapsOf('chand', 'analyst')).toEqual([
      { course: 'responsible-use', expiredAt: null },
    ]);
    const own = training.record({ person: 'ayesha', course: 'responsible-use', passedAt }, ayesha);
    await expect(own).rejects.toMatchObject({ code: 'FOUR_EYES' });
    const unknown = training.record({ person: 'chand', course: 'juggling', passedAt }, ayesha);
    await expect(unknown).rejects.toMatchObject({ code: 'COURSE_UNKNOWN' });
    const { expiresAt } = await training.record(
      { person: 'chand', course: 'responsible-use', passedAt },
      ayesha,
    );
    expect(await training.gapsOf('chand', 'analyst')).toEqual([]);
    const before = now;
    now = Date.parse(expiresAt);
    expect(await training.gapsOf('chand', 'analyst')).toEqual([
      { course: 'responsible-use', expiredAt: expiresAt },
    ]);
    now = before;
    await expect(db.deleteFrom('training_record').execute()).rejects.toThrow('append-only');
  });
});
