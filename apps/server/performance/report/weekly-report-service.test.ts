import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Identifier, newIdentifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import { simulatedCalls } from '@amaan/governance-monitoring/service/simulation/simulated-calls';
import { DiskObjectStore } from '@amaan/store/disk-object-store';
import { type ObjectStore, ObjectStoreError } from '@amaan/store/object-store';
import type { Database } from '@amaan/store/open-database';
import { listRecords } from '@amaan/store/records';
import { insertCallSource } from '@amaan/store/service/call-sources';
import { ensureDeployment, ensureSite } from '@amaan/store/sites';
import { createTestDatabase } from '@amaan/store/test-database';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { IncidentReporter } from '../../incidents/incident-reporter.ts';
import { PdfThread } from '../../pdf/pdf-thread.ts';
import { RecordService } from '../../records/record-service.ts';
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

/** A server that was just started. @param put left out: its disk is well, and reports are drawn, which takes a second each */
async function started(put?: ObjectStore['put']) {
  const clock = () => now;
  const disk = await DiskObjectStore.open(folder);
  return new WeeklyReportService({
    ...{ db, now: clock, logger: pino({ level: 'silent' }) },
    objects: { get: (digest) => disk.get(digest), put: put ?? ((bytes) => disk.put(bytes)) },
    incidents: new IncidentReporter({ db, records: new RecordService({ db, now: clock }) }),
    performance: new PerformanceService({ db, now: clock }),
    pdf: {
      draw: (drawing, facts) => {
        drawn += 1;
        return put === undefined
          ? pdf.draw(drawing, facts)
          : Promise.resolve(Buffer.from(`%PDF- ${JSON.stringify(facts)}`));
      },
    },
  });
}

/** Titles of all incidents. */
const incidents = async () => (await listRecords(db, { kinds: ['incident'] })).map(({ title }) => title);

test('a report that fails holds no other up, opens one incident, is told with its reason, and is made when it can be', async () => {
  now = MONDAY - 5 * DAY;
  let puts = 0;
  const full = new ObjectStoreError('OBJECT_STORE_FULL', 'The disk is full. Make room on it.');
  const disk = await DiskObjectStore.open(folder);
  // The disk is full for the first report, which is that of all, and has room again for the next.
  await using halfFull = await started((bytes) => (puts++ === 0 ? Promise.reject(full) : disk.put(bytes)));
  await halfFull.makeDue();
  const told = {
    ...{ siteId: null, siteName: null, simulated: true, retried: true },
    ...{ from: instantOf(MONDAY - 14 * DAY), to: instantOf(MONDAY - 7 * DAY), since: instantOf(now) },
    ...{ code: 'OBJECT_STORE_FULL', message: 'The disk is full. Make room on it.' },
  };
  const after = await halfFull.list('all');
  expect(after.reports.map(({ siteName }) => siteName)).toEqual(['Lahore']);
  expect(after.failed).toMatchObject([told]);
  const [incident] = await listRecords(db, { kinds: ['incident'] });
  expect(incident).toMatchObject({
    id: after.failed[0]!.incidentId,
    title: 'A weekly report could not be made: 2026-11-02 to 2026-11-08, all cities',
    status: 'open',
    body: { source: 'self-check', what: expect.stringContaining('Make room on it. (OBJECT_STORE_FULL)') },
  });

  // Nothing has changed: nothing more is said.
  now += 10 * 60_000;
  await using still = await started(() => Promise.reject(full));
  await still.makeDue();
  expect(await incidents()).toHaveLength(1);
  expect((await still.list('all')).failed).toMatchObject([told]);
  // That of all cities is for who sees all.
  expect((await still.list([siteId])).failed).toEqual([]);
  expect((await still.list([])).failed).toEqual([]);

  // Another reason is news; what nobody foresaw is left to the log.
  await using broken = await started(() => Promise.reject(new Error('postgres://user:word@host')));
  await broken.makeDue();
  expect(await incidents()).toHaveLength(2);
  expect((await broken.list('all')).failed).toMatchObject([
    { code: 'SERVICE_REPORT_FAILED', message: expect.not.stringContaining('postgres') },
  ]);

  await using well = await started();
  await well.makeDue();
  expect(await well.list('all')).toMatchObject({
    reports: [{ siteName: null }, { siteName: 'Lahore' }],
    failed: [],
  });
  expect(await incidents()).toHaveLength(2);
});

test('a report of one site that was never made is told to who works there, also when it is too late', async () => {
  now = MONDAY + 9 * 60 * 60_000;
  const away = new ObjectStoreError('OBJECT_STORE_FAILED', 'The object store cannot be used.');
  await using service = await started(() => Promise.reject(away));
  await service.makeDue();
  const both = await service.list('all');
  expect(both.failed.map(({ siteName, retried }) => [siteName, retried])).toEqual([
    [null, true],
    ['Lahore', true],
  ]);
  expect((await service.list([siteId])).failed).toMatchObject([{ siteId, code: 'OBJECT_STORE_FAILED' }]);
  expect((await service.list([emptySiteId])).failed).toEqual([]);
  now = MONDAY + 29 * DAY;
  expect((await service.list([siteId])).failed).toMatchObject([{ siteName: 'Lahore', retried: false }]);
});

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
