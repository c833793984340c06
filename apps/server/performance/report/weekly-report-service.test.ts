import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Identifier, newIdentifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import { simulatedCalls } from '@amaan/governance-monitoring/service/simulation/simulated-calls';
import { DiskObjectStore } from '@amaan/store/disk-object-store';
import type { Database } from '@amaan/store/open-database';
import { insertCallSource } from '@amaan/store/service/call-sources';
import { ensureDeployment, ensureSite } from '@amaan/store/sites';
import { createTestDatabase } from '@amaan/store/test-database';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PdfThread } from '../../pdf/pdf-thread.ts';
import { takeReports } from '../calls/call-intake.ts';
import { PerformanceService } from '../performance-service.ts';
import { WeeklyReportService } from './weekly-report-service.ts';

const DAY = 24 * 60 * 60_000;
/** Monday at midnight in Pakistan. */
const MONDAY = Date.parse('2026-11-15T19:00:00Z');
const pdf = new PdfThread();
let db: Database;
let folder: string;
let now = MONDAY;
let drawn = 0;
let siteId: Identifier;
/** Nothing ever happens there. */
let emptySiteId: Identifier;

beforeAll(async () => {
  db = await createTestDatabase();
  folder = await mkdtemp(join(tmpdir(), 'amaan-reports-'));
  await ensureDeployment(db, 'Test authority');
  siteId = (await ensureSite(db, 'Lahore')).id;
  emptySiteId = (await ensureSite(db, 'Multan')).id;
  const source = { id: newIdentifier(), simulated: true };
  await insertCallSource(db, {
    ...{ ...source, name: 'Simulated', kind: 'file', siteIds: null, tokenDigest: null },
    ...{ createdAt: instantOf(MONDAY), createdBy: 'Test' },
  });
  const calls = simulatedCalls({
    ...{ seed: 1, from: MONDAY - 14 * DAY, to: MONDAY },
    stations: [{ name: 'Mall', callsPerHour: 1, travelSeconds: 300, centre: [74.3, 31.5] }],
  });
  const reports = [...calls].map(({ callId, ...facts }) => ({
    callId,
    saidAt: MONDAY,
    facts: { ...facts, siteId },
  }));
  await db.transaction().execute((tx) => takeReports(tx, source, reports, MONDAY));
});
afterAll(async () => {
  await pdf[Symbol.asyncDispose]();
  await db?.destroy();
  await rm(folder, { recursive: true, force: true });
});

/** A server that was just started. */
async function started() {
  const clock = () => now;
  return new WeeklyReportService({
    ...{ db, now: clock, logger: pino({ level: 'silent' }) },
    objects: await DiskObjectStore.open(folder),
    performance: new PerformanceService({ db, now: clock }),
    pdf: {
      draw: (drawing, facts) => {
        drawn += 1;
        return pdf.draw(drawing, facts);
      },
    },
  });
}

test('a week has one report of all and one of each site, made when its hour has come, also after a restart and by two servers at once', async () => {
  now = MONDAY + 5 * 60 * 60_000;
  await using early = await started();
  await early.makeDue();
  // The week before is over since long; the last one is due at six in the morning.
  const weekBefore = instantOf(MONDAY - 7 * DAY);
  expect((await early.list('all')).reports.map(({ to, siteName }) => [to, siteName])).toEqual([
    [weekBefore, null],
    [weekBefore, 'Lahore'],
  ]);
  expect((await early.list('all')).nextAt).toBe(instantOf(MONDAY + 6 * 60 * 60_000));

  now = MONDAY + 9 * 60 * 60_000;
  await using first = await started();
  await using second = await started();
  await Promise.all([first.makeDue(), second.makeDue()]);
  const { reports } = await first.list('all');
  expect(reports).toHaveLength(4);
  expect(reports[0]).toMatchObject({
    siteId: null,
    from: instantOf(MONDAY - 7 * DAY),
    to: instantOf(MONDAY),
    simulated: true,
    alerts: 0,
  });
  expect(reports[0]!.calls).toBeGreaterThan(100);
  const entries = await db
    .selectFrom('ledger_entry')
    .select('kind')
    .where('kind', '=', 'service-report.made')
    .execute();
  expect(entries).toHaveLength(4);

  const before = drawn;
  await using again = await started();
  await again.makeDue();
  expect(drawn).toBe(before);
  const opened = await again.open(reports[0]!.id, 'all');
  expect(Buffer.from(opened.pdf).subarray(0, 5).toString()).toBe('%PDF-');
  await expect(again.open(reports[0]!.id, [])).rejects.toMatchObject({ code: 'SERVICE_REPORT_NOT_FOUND' });
  await expect(again.open(newIdentifier(), 'all')).rejects.toMatchObject({ status: 404 });
});

test('who works for some sites sees the reports of those and no other', async () => {
  await using service = await started();
  const { reports } = await service.list('all');
  const own = (await service.list([siteId, emptySiteId])).reports;
  expect(own.map((report) => report.siteName)).toEqual(['Lahore', 'Lahore']);
  expect((await service.open(own[0]!.id, [siteId])).report.siteId).toBe(siteId);
  expect((await service.list([emptySiteId])).reports).toEqual([]);
  expect((await service.list([])).reports).toEqual([]);
  const whole = reports.find((report) => report.siteId === null)!;
  for (const [id, scope] of [
    [own[0]!.id, [emptySiteId]],
    // Even of all sites by name: tomorrow there may be another.
    [whole.id, [siteId, emptySiteId]],
  ] as const)
    await expect(service.open(id, [...scope])).rejects.toMatchObject({ code: 'SERVICE_REPORT_NOT_FOUND' });
});
