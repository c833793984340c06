import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RecordAuthor } from '@amaan/contracts/governance/record';
import type { NewRisk, RiskView } from '@amaan/contracts/governance/risk';
import { newIdentifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import { DiskObjectStore } from '@amaan/store/disk-object-store';
import type { Database } from '@amaan/store/open-database';
import { createTestDatabase } from '@amaan/store/test-database';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { DocumentService } from '../documents/document-service.ts';
import { ClockGuard } from '../ledger/clock-guard.ts';
import { RecordService } from '../records/record-service.ts';
import { SECOND_SIGNER, SIGNER, WRITER, WRITER_AGAIN } from '../records/testing/officers.ts';
import { RiskService } from './risk-service.ts';

const DAY_MS = 86_400_000;
const input = (change: Partial<NewRisk['body']> = {}): NewRisk => ({
  system: null,
  title: 'Rickshaws are missed',
  owner: 'Ayesha',
  reviewAt: instantOf(Date.now() + 90 * DAY_MS),
  body: {
    source: 'bias',
    cause: 'Few pictures of rickshaws',
    event: 'Rickshaws are missed',
    consequence: 'Counts are wrong',
    affected: 'Drivers',
    existing: 'Checked monthly',
    inherent: { likelihood: 4, severity: 3 },
    residual: { likelihood: 2, severity: 3 },
    treatment: 'reduce',
    actions: [],
    controls: ['iso-42001:A.6.2.4'],
    assessments: [],
    ...change,
  },
});
let folder: string;
let db: Database;
let risks: RiskService;
let documents: DocumentService;
let aheadMs = 0;

beforeAll(async () => {
  db = await createTestDatabase();
  folder = await mkdtemp(join(tmpdir(), 'amaan-risks-'));
  const now = () => Date.now() + aheadMs;
  const clock = new ClockGuard({
    db,
    incidents: { report: vi.fn() },
    now,
    logger: pino({ level: 'silent' }),
  });
  const records = new RecordService({ db, now });
  risks = new RiskService({ db, records, clock, now });
  documents = new DocumentService({ db, records, objects: await DiskObjectStore.open(folder), clock, now });
});
afterAll(async () => {
  await db?.destroy();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(() => {
  aheadMs = 0;
});

const said = (risk: RiskView, statement = 'I have read it.') => ({ seen: risk.record.version, statement });
const treat = async (change?: Partial<NewRisk['body']>) => {
  const risk = await risks.open(input(change), WRITER);
  return risks.treat(risk.record.id, said(risk), WRITER);
};
const accept = (risk: RiskView, by: RecordAuthor) => risks.accept(risk.record.id, said(risk), by);

describe('a risk', () => {
  test('below the criterion is accepted by one other person, then closed', async () => {
    const treated = await treat();
    expect(treated).toMatchObject({ residual: { score: 6, level: 'acceptable' }, signaturesNeeded: 1 });
    await expect(accept(treated, WRITER_AGAIN)).rejects.toMatchObject({ code: 'FOUR_EYES' });
    const accepted = await accept(treated, SIGNER);
    expect(accepted.record.status).toBe('accepted');
    const closed = await risks.close(accepted.record.id, said(accepted), SIGNER);
    expect(closed.record).toMatchObject({ status: 'closed', closedAt: expect.any(String) });
    const again = await risks.reopen(closed.record.id, said(closed), WRITER);
    expect(again.record).toMatchObject({ status: 'reopened', closedAt: null });
  });

  test('above the criterion needs two different people', async () => {
    const treated = await treat({ residual: { likelihood: 3, severity: 4 } });
    expect(treated).toMatchObject({ residual: { level: 'tolerable' }, signaturesNeeded: 2 });
    const once = await accept(treated, SIGNER);
    expect(once).toMatchObject({ record: { status: 'treated' }, acceptances: [{ by: SIGNER }] });
    await expect(accept(once, { ...SIGNER, actor: 'user:other' })).rejects.toMatchObject({
      code: 'FOUR_EYES',
    });
    expect((await accept(once, SECOND_SIGNER)).record.status).toBe('accepted');
  });

  test('that nobody owns is not called treated', async () => {
    const risk = await risks.open({ ...input(), owner: null }, WRITER);
    await expect(risks.treat(risk.record.id, said(risk), WRITER)).rejects.toMatchObject({
      code: 'TREATMENT_INCOMPLETE',
      message: expect.stringContaining('name an owner'),
    });
    expect((await risks.get(risk.record.id)).record.status).toBe('open');
  });

  test('above what anybody may bear is accepted by nobody', async () => {
    const treated = await treat({
      inherent: { likelihood: 5, severity: 5 },
      residual: { likelihood: 4, severity: 4 },
    });
    await expect(accept(treated, SIGNER)).rejects.toMatchObject({ status: 422, code: 'RISK_TOO_HIGH' });
  });

  test('is not treated while an action is open, and is told which', async () => {
    const action = {
      id: newIdentifier(),
      what: 'Train operators',
      owner: 'Bilal',
      due: '2026-12-01',
      done: false,
    };
    await expect(treat({ actions: [action] })).rejects.toMatchObject({
      code: 'TREATMENT_INCOMPLETE',
      message: expect.stringContaining('“Train operators” (Bilal, due 2026-12-01)'),
    });
  });

  test('is accepted no more once it is revised: people accepted another risk', async () => {
    const accepted = await accept(await treat(), SIGNER);
    const { body, title, owner, reviewAt } = input({ consequence: 'Somebody is fined wrongly' });
    const revision = { seen: 1, note: 'Seen in May', body, title, owner, reviewAt };
    const revised = await risks.revise(accepted.record.id, revision, WRITER);
    expect(revised).toMatchObject({ record: { status: 'reopened', version: 2 }, acceptances: [] });
    await expect(risks.revise(accepted.record.id, revision, WRITER)).rejects.toMatchObject({
      code: 'RECORD_CHANGED',
    });
  });

  test('is overdue after its review date, and is not accepted then', async () => {
    const reviewAt = instantOf(Date.now() - DAY_MS);
    const risk = await risks.open({ ...input(), reviewAt }, WRITER);
    expect(risk.overdue).toBe(true);
    const treated = await risks.treat(risk.record.id, said(risk), WRITER);
    await expect(accept(treated, SIGNER)).rejects.toMatchObject({ code: 'REVIEW_OVERDUE' });
  });

  test('is not accepted while the clock stands before what was seen', async () => {
    const treated = await treat();
    await accept(await treat(), SIGNER);
    aheadMs = -DAY_MS;
    await expect(accept(treated, SIGNER)).rejects.toMatchObject({ code: 'CLOCK_SET_BACK' });
  });

  test('is judged by the criteria of the newest approved document', async () => {
    expect(await risks.guide()).toMatchObject({ from: null, criteria: { acceptableUpTo: 6 } });
    const { record } = await documents.open(
      {
        title: 'What we bear',
        owner: 'Ayesha',
        reviewAt: null,
        body: {
          type: 'risk-criteria',
          text: 'Less than before.',
          controls: [],
          riskCriteria: { acceptableUpTo: 4, tolerableUpTo: 9 },
        },
      },
      WRITER,
    );
    expect(await risks.guide()).toMatchObject({ from: null });
    await documents.approve(record.id, 1, 'Agreed.', SIGNER);
    expect(await risks.guide()).toMatchObject({ from: { id: record.id }, criteria: { acceptableUpTo: 4 } });
    expect(await treat()).toMatchObject({ residual: { level: 'tolerable' }, signaturesNeeded: 2 });
  });

  test('of a system that does not exist is not opened', async () => {
    await expect(risks.open({ ...input(), system: 'nobody' }, WRITER)).rejects.toMatchObject({
      code: 'SYSTEM_NOT_FOUND',
    });
  });
});
