import type { AssessmentDecision, AssessmentView } from '@amaan/contracts/governance/impact-assessment';
import type { RecordAuthor } from '@amaan/contracts/governance/record';
import { newIdentifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import type { PermitClaims } from '@amaan/contracts/permit';
import type { Revocation } from '@amaan/contracts/worker-messages';
import { assessmentForm } from '@amaan/governance/assessments/assessment-form';
import { completeAssessment } from '@amaan/governance/assessments/testing/complete-assessment';
import { testAiSystem } from '@amaan/governance/testing/test-ai-system';
import type { Database } from '@amaan/store/open-database';
import { insertPermit } from '@amaan/store/permits';
import { getSystemStanding } from '@amaan/store/system-standing';
import { registerSystem } from '@amaan/store/systems';
import { createTestDatabase } from '@amaan/store/test-database';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { changeInLedger } from '../ledger/change-in-ledger.ts';
import { ClockGuard } from '../ledger/clock-guard.ts';
import { RecordService } from '../records/record-service.ts';
import { SIGNER, WRITER, WRITER_AGAIN } from '../records/testing/officers.ts';
import { AssessmentService } from './assessment-service.ts';
import { touchAssessments } from './touch-assessments.ts';

const DAY_MS = 86_400_000;
const system = testAiSystem();
const complete = completeAssessment(assessmentForm(system));
let db: Database;
let assessments: AssessmentService;
let changes = 0;
const revocations: Revocation[] = [];
let aheadMs = 0;
let draft: AssessmentView;

beforeAll(async () => {
  db = await createTestDatabase();
  await registerSystem(db, system);
  const now = () => Date.now() + aheadMs;
  assessments = new AssessmentService({
    db,
    records: new RecordService({ db, now }),
    bus: { announce: (_subject, message) => void revocations.push(message as Revocation) },
    clock: new ClockGuard({ db, incidents: { report: vi.fn() }, now, logger: pino({ level: 'silent' }) }),
    now,
    onChanged: async () => void changes++,
  });
});
afterAll(() => db?.destroy());
beforeEach(async () => {
  aheadMs = 0;
  draft = await assessments.open({ system: system.id, copyOf: null }, WRITER);
});

const save = (seen = 1, body = complete) =>
  assessments.revise(draft.record.id, { seen, owner: 'Ayesha', note: 'First round', body }, WRITER);
const submit = (seen = 2) => assessments.submit(draft.record.id, seen, 'Ready.', WRITER);
const decide = (by: RecordAuthor, change: Partial<AssessmentDecision> = {}) =>
  assessments.decide(
    draft.record.id,
    { seen: 2, decision: 'approved', statement: 'Read and agreed.', months: 12, ...change },
    by,
  );
async function approve(): Promise<AssessmentView> {
  await save();
  await submit();
  return decide(SIGNER);
}
const reliedOn = async () => (await getSystemStanding(db, system.id))?.impactAssessment;

describe('an impact assessment', () => {
  test('is approved by somebody else, and permits rely on it from then on', async () => {
    const before = changes;
    const approved = await approve();
    expect(approved).toMatchObject({ validity: 'in-force', level: 'moderate', missing: [] });
    expect(approved.record).toMatchObject({ status: 'approved', version: 2 });
    expect(changes).toBe(before + 1);
    const row = await db
      .selectFrom('impact_assessment')
      .selectAll()
      .where('record_id', '=', approved.record.id)
      .executeTakeFirstOrThrow();
    expect(row).toMatchObject({ status: 'approved', record_version: 2 });
    expect(row.expires_at).toBe(approved.record.expiresAt);
    expect(await reliedOn()).toMatchObject({ id: row.id, status: 'approved' });
    const ledger = await db
      .selectFrom('ledger_entry')
      .select('kind')
      .where('subject', 'in', [`record:${approved.record.id}`, `system:${system.id}`])
      .orderBy('index')
      .execute();
    expect(ledger.map(({ kind }) => kind).slice(-2)).toEqual(['record.signed', 'assessment.approved']);
  });

  test('is not submitted with answers missing, and says which', async () => {
    await save(1, { ...complete, answers: {} });
    await expect(submit()).rejects.toMatchObject({
      status: 422,
      code: 'ANSWERS_MISSING',
      message: expect.stringContaining('What is the system used for, in one paragraph?'),
    });
    expect((await assessments.get(draft.record.id)).record.status).toBe('draft');
  });

  test('is not decided on by who wrote it, nor by them with a second account', async () => {
    await save();
    await submit();
    await expect(decide(WRITER)).rejects.toMatchObject({ code: 'FOUR_EYES' });
    await expect(decide(WRITER_AGAIN)).rejects.toMatchObject({
      code: 'FOUR_EYES',
      message: expect.stringContaining('two accounts of one person'),
    });
  });

  test('is not decided on unread, nor twice', async () => {
    await save();
    await submit();
    await expect(decide(SIGNER, { seen: 1 })).rejects.toMatchObject({ code: 'RECORD_CHANGED' });
    await decide(SIGNER);
    await expect(decide(SIGNER)).rejects.toMatchObject({ code: 'ASSESSMENT_NOT_SUBMITTED' });
  });

  test('is not decided on while the clock stands before what was seen', async () => {
    await approve();
    draft = await assessments.open({ system: system.id, copyOf: draft.record.id }, WRITER);
    await submit(1);
    aheadMs = -DAY_MS;
    await expect(decide(SIGNER, { seen: 1 })).rejects.toMatchObject({ code: 'CLOCK_SET_BACK' });
  });

  test('stays in force while the next is rejected, and ends when the next is approved', async () => {
    const first = await approve();
    draft = await assessments.open({ system: system.id, copyOf: first.record.id }, WRITER);
    expect(draft.missing).toEqual([]);
    await save();
    await submit();
    await decide(SIGNER, { decision: 'rejected' });
    expect((await reliedOn())?.expiresAt).toBe(first.record.expiresAt);
    await save(2);
    await submit(3);
    expect((await decide(SIGNER, { seen: 3 })).record.status).toBe('approved');
    expect(await assessments.get(first.record.id)).toMatchObject({
      validity: 'not-in-force',
      record: { status: 'superseded' },
    });
  });

  test('expires after the months it was given', async () => {
    await save();
    await submit();
    await decide(SIGNER, { months: 3 });
    aheadMs = 70 * DAY_MS;
    expect((await assessments.get(draft.record.id)).validity).toBe('expires-soon');
    aheadMs = 93 * DAY_MS;
    expect((await assessments.get(draft.record.id)).validity).toBe('expired');
  });

  test('ends 30 days after an incident that touches its system, and not later than it would', async () => {
    const { record } = await approve();
    const touch = (days: number) =>
      changeInLedger(db, async (tx) => {
        const incident = { id: record.id, at: instantOf(Date.now() + days * DAY_MS), actor: 'user:1' };
        const entries = await touchAssessments(tx, system.id, incident);
        return { result: entries, entries };
      });
    expect(await touch(0)).toMatchObject([
      { kind: 'assessment.shortened', data: { recordId: record.id, incidentId: record.id } },
    ]);
    expect((Date.parse((await reliedOn())!.expiresAt) - Date.now()) / DAY_MS).toBeCloseTo(30, 1);
    expect((await assessments.get(record.id)).validity).toBe('expires-soon');
    expect(await touch(1)).toEqual([]);
  });

  test('ends at once when it is withdrawn, and the permits of its system with it', async () => {
    const { record } = await approve();
    const [jti, iat] = [newIdentifier(), Math.floor(Date.now() / 1000)];
    const claims: PermitClaims = {
      iss: 'test',
      sub: system.id,
      jti,
      iat,
      exp: iat + 3600,
      version: system.version,
      models: [{ id: 'model', digest: 'a'.repeat(64) }],
      configurationDigest: 'b'.repeat(64),
      cameras: [],
      purposes: [...system.purposes],
      thresholds: {},
    };
    await insertPermit(db, { token: 'token', claims, approvalIds: [], impactAssessmentId: null });
    const withdrawn = await assessments.withdraw(record.id, 'A new use was found.', SIGNER);
    expect(withdrawn).toMatchObject({ validity: 'not-in-force', record: { status: 'withdrawn' } });
    expect(revocations).toMatchObject([{ permitId: jti, cameras: null, system: system.id }]);
    expect(Date.parse((await reliedOn())!.expiresAt)).toBeLessThanOrEqual(Date.now());
  });

  test('of two people who save the same version, one is told', async () => {
    await save(1);
    await expect(save(1)).rejects.toMatchObject({ status: 409, code: 'RECORD_CHANGED' });
  });

  test('is not submitted for a version of the system that does not run', async () => {
    await save(1, { ...complete, systemVersion: '0.9.0' });
    await expect(submit()).rejects.toMatchObject({ code: 'SYSTEM_CHANGED' });
  });
});
