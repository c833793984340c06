import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { instantOf } from '@amaan/contracts/instant';
import type { BulkCancelScope } from '@amaan/contracts/violations/bulk-cancel';
import type { Database } from '@amaan/store/open-database';
import { ensureSite } from '@amaan/store/sites';
import { createTestDatabase } from '@amaan/store/test-database';
import { findBulkReason, readBulkProgress } from '@amaan/store/violations/bulk-cancels';
import { getChallan, type StoredChallan } from '@amaan/store/violations/challans';
import { sql } from 'kysely';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { somebody } from '../../testing/access-table.ts';
import { ChallanService } from '../issue/challan-service.ts';
import { createPayments, type Payments } from '../payments/create-payments.ts';
import { TestGateway } from '../payments/test-gateway.ts';
import { addTestCamera, insertManyChallans } from '../testing/many-challans.ts';
import { BulkCancelJob } from './bulk-cancel-job.ts';
import { BulkCancelService } from './bulk-cancel-service.ts';

/** England, 2025: variable limits were enforced although their signs showed others, 2,650 times. */
const WRONG = 2650;
const reason = {
  en: 'The signs showed the new limit later than the camera enforced it.',
  ur: 'کیمرے نے نئی حد اس سے پہلے نافذ کر دی کہ بورڈ پر نظر آتی۔',
};
const note = 'Compared with the log of the signs.';
const clock = { now: Date.parse('2026-11-10T09:00:00.000Z') };
const now = () => clock.now;
const logger = pino({ level: 'silent' });
const supervisor = somebody('supervisor');
const governance = somebody('governance-officer');

let db: Database;
let folder: string;
let bank: TestGateway;
let payments: Payments;
let challans: ChallanService;
let bulk: BulkCancelService;
let scope: BulkCancelScope;

beforeAll(async () => {
  db = await createTestDatabase();
  folder = await mkdtemp(join(tmpdir(), 'amaan-bulk-'));
  bank = await TestGateway.open({ folder, now });
  challans = new ChallanService({ db, province: 'punjab', now, onChanged: () => {} });
  payments = createPayments({ db, challans, gateway: bank, now, onChanged: () => {}, logger });
  bulk = new BulkCancelService({ db, onApproved: () => {}, now });
  const siteId = (await ensureSite(db, 'Lahore')).id;
  const cameraId = await addTestCamera(db, siteId, 'Ring Road, gantry 14');
  const begin = Date.parse('2026-11-01T00:00:00.000Z');
  const of = { siteId, cameraId, at: begin };
  await insertManyChallans(db, { ...of, count: WRONG, softwareVersion: '0.2.0' });
  // Not wrong: other software, another time, another camera.
  await insertManyChallans(db, { ...of, count: 30, softwareVersion: '0.3.0' });
  await insertManyChallans(db, { ...of, at: begin - 86_400_000, count: 20, softwareVersion: '0.2.0' });
  const other = await addTestCamera(db, siteId, 'Ring Road, gantry 15');
  await insertManyChallans(db, { ...of, cameraId: other, count: 10, softwareVersion: '0.2.0' });
  scope = {
    ...{ cameraId, softwareVersion: '0.2.0' },
    ...{ from: instantOf(begin), to: instantOf(begin + 86_400_000) },
  };
});
afterAll(async () => {
  await payments?.[Symbol.asyncDispose]();
  await db?.destroy();
  if (folder !== undefined) await rm(folder, { recursive: true, force: true });
});

const job = () => new BulkCancelJob({ db, challans, onChanged: () => {}, now, logger });
/** Some challans of the scope, by their places in time. */
async function some(count: number, from = 0): Promise<StoredChallan[]> {
  const rows = await db
    .selectFrom('challan')
    .select('id')
    .where('camera_id', '=', scope.cameraId)
    .where('software_version', '=', '0.2.0')
    .where('occurred_at', '>=', scope.from)
    .orderBy('occurred_at')
    .offset(from)
    .limit(count)
    .execute();
  return Promise.all(rows.map(async ({ id }) => (await getChallan(db, id))!));
}
const stateCounts = async () =>
  Object.fromEntries(
    (
      await sql<{ key: string; count: number }>`
        SELECT state || ' ' || software_version AS key, count(*) AS count FROM challan
        WHERE camera_id = ${scope.cameraId} GROUP BY 1`.execute(db)
    ).rows.map(({ key, count }) => [key, count]),
  );
const ledgerCount = async (kind: string) =>
  (
    await db
      .selectFrom('ledger_entry')
      .select(sql<number>`count(*)`.as('count'))
      .where('kind', '=', kind)
      .executeTakeFirstOrThrow()
  ).count;

describe('taking back what one camera got wrong', () => {
  test('shows first what it would do, and counts what is paid and what is over', async () => {
    // Forty were paid, one in part, one is contested, two were cancelled for other causes.
    for (const challan of await some(40)) {
      const reference = (await payments.service.waysOf(challan))?.reference ?? '';
      await payments.service.take('test', await bank.pay({ reference, amount: 2000 }));
    }
    const [part, contested, ...cancelled] = await some(4, 40);
    const reference = (await payments.service.waysOf(part!))?.reference ?? '';
    await payments.service.take('test', await bank.pay({ reference, amount: 700 }));
    await challans.change(contested!.id, { step: 'contested', by: null });
    for (const { id } of cancelled)
      await challans.change(id, { step: 'cancelled', cause: 'vehicle-sold', by: null });
    const preview = await bulk.preview(scope, supervisor);
    expect(preview).toMatchObject({
      ...{ challans: WRONG - 2, amount: (WRONG - 2) * 2000, over: 2, openCases: 0 },
      byState: { issued: WRONG - 43, paid: 40, contested: 1 },
      paid: { challans: 41, amount: 80_700 },
      softwareVersions: [{ version: '0.2.0', challans: WRONG - 2 }],
    });
    expect(await bulk.preview({ ...scope, softwareVersion: null }, supervisor)).toMatchObject({
      challans: WRONG + 28,
    });
  });

  test('is asked for on the list that was seen, and decided by another person on the list as it is', async () => {
    const { digest } = await bulk.preview(scope, supervisor);
    const stale = { scope, reason, digest: 'ab'.repeat(32) };
    await expect(bulk.ask(stale, supervisor)).rejects.toMatchObject({ code: 'PREVIEW_CHANGED' });
    const nothing = { ...scope, from: '2020-01-01T00:00:00.000Z', to: '2020-01-02T00:00:00.000Z' };
    await expect(bulk.ask({ scope: nothing, reason, digest }, supervisor)).rejects.toMatchObject({
      code: 'NOTHING_TO_CANCEL',
    });
    const asked = await bulk.ask({ scope, reason, digest }, supervisor);
    expect(asked).toMatchObject({ state: 'asked', mayDecide: false, progress: { total: 0 } });
    const word = { decision: 'approved', note, digest } as const;
    // Neither with the same account nor with another of the same human.
    for (const by of [supervisor, somebody('governance-officer', { person: 'supervisor' })])
      await expect(bulk.decide(asked.id, word, by)).rejects.toMatchObject({ code: 'FOUR_EYES' });
    const elsewhere = somebody('governance-officer', { sites: [] });
    await expect(bulk.decide(asked.id, word, elsewhere)).rejects.toMatchObject({ status: 404 });
    // One more falls away meanwhile: it is another list.
    const [one] = await some(1, 44);
    await challans.change(one!.id, { step: 'cancelled', cause: 'plate-cloned', by: null });
    await expect(bulk.decide(asked.id, word, governance)).rejects.toMatchObject({ code: 'PREVIEW_CHANGED' });
    const shown = await bulk.get(asked.id, governance);
    expect(shown).toMatchObject({ mayDecide: true, preview: { challans: WRONG - 3 } });
    const refused = await bulk.decide(asked.id, { ...word, decision: 'refused' }, governance);
    expect(refused).toMatchObject({ state: 'refused', decisionNote: note, mayDecide: false });
    await expect(bulk.decide(asked.id, word, governance)).rejects.toMatchObject({
      code: 'BULK_CANCEL_DECIDED',
    });
    expect(await ledgerCount('bulk-cancel.refused')).toBe(1);
  });

  test('goes on where it was after a restart, cancels each once, and gives all money back', async () => {
    const { digest } = await bulk.preview(scope, supervisor);
    const { id } = await bulk.ask({ scope, reason, digest }, supervisor);
    await bulk.decide(id, { decision: 'approved', note, digest }, governance);
    // One is cancelled for another cause while it waits for its turn.
    const [overtaken] = await some(1, 2000);
    await challans.change(overtaken!.id, { step: 'cancelled', cause: 'issued-in-error', by: null });

    const first = job();
    const running = first.run();
    await expect
      .poll(async () => (await readBulkProgress(db, id)).cancelled, { interval: 20 })
      .toBeGreaterThan(0);
    await first[Symbol.asyncDispose]();
    await running;
    const half = await bulk.get(id, governance);
    expect(half.state).toBe('running');
    expect(half.progress.cancelled).toBeGreaterThan(0);
    expect(half.progress.cancelled).toBeLessThan(WRONG - 100);

    await using second = job();
    await using third = job();
    await Promise.all([second.run(), third.run()]);
    const done = await bulk.get(id, governance);
    expect(done).toMatchObject({
      state: 'done',
      progress: {
        ...{ total: WRONG - 3, cancelled: WRONG - 4, skipped: 1, amount: (WRONG - 4) * 2000 },
        ...{ refunds: 41, refundAmount: 80_700 },
      },
    });
    await payments.refunds.run();
    expect(await stateCounts()).toEqual({
      ...{ 'cancelled 0.2.0': WRONG - 40, 'refunded 0.2.0': 40 },
      ...{ 'issued 0.2.0': 20, 'issued 0.3.0': 30 },
    });
    const backs = await payments.refunds.list({ state: 'done', limit: 500 });
    expect(backs.reduce((sum, { amount }) => sum + amount, 0)).toBe(80_700);
    // Each has its entry, and the whole has one with its figures.
    expect(await ledgerCount('challan.cancelled')).toBe(WRONG);
    expect(await ledgerCount('bulk-cancel.done')).toBe(1);
    const [any] = await some(1);
    expect(any).toMatchObject({ state: 'refunded', cancelCause: 'bulk' });
    expect(await findBulkReason(db, any!.id)).toEqual(reason);
    expect(await findBulkReason(db, overtaken!.id)).toBeNull();
  }, 60_000);
});
