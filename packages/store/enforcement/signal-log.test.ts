import { newIdentifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import type { PhaseLogged } from '@amaan/contracts/violations/phase-log';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../open-database.ts';
import { createTestDatabase } from '../test-database.ts';
import { insertEvidenceGaps, sumEvidenceGaps } from './evidence-gaps.ts';
import { dropPhaseDays, insertSignalPhases, listSignalPhases } from './signal-phases.ts';

const DAY = 24 * 60 * 60_000;
const NOON = Math.floor(Date.now() / DAY) * DAY - DAY / 2;

let db: Database;
beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.destroy());

test('the log gives what a group showed around a moment, once however often it was told, until its day is dropped', async () => {
  const junctionId = newIdentifier();
  const phase = (from: number, to: number, change: Partial<PhaseLogged> = {}): PhaseLogged => ({
    ...{ junctionId, group: 'ns', light: 'red', from: instantOf(from), to: instantOf(to) },
    ...{ errorMs: 55.5, source: 'controller', clock: null },
    ...change,
  });
  const clock = { offsetMs: 12.5, errorMs: 40, measuredAt: instantOf(NOON) };
  const told = [
    phase(NOON, NOON + 40_000, { clock }),
    phase(NOON + 40_000, NOON + 70_000, { light: 'green' }),
    phase(NOON, NOON + 90_000, { group: 'we', light: 'green' }),
    phase(NOON - DAY, NOON - DAY + 5_000),
  ];
  await db.transaction().execute((tx) => insertSignalPhases(tx, told));
  await db.transaction().execute((tx) => insertSignalPhases(tx, told.slice(0, 2)));
  const around = (at: number) =>
    listSignalPhases(db, { junctionId, group: 'ns', from: instantOf(at - 3_000), to: instantOf(at) });
  expect(await around(NOON + 20_000)).toEqual([told[0]]);
  expect((await around(NOON + 41_000)).map(({ light }) => light)).toEqual(['red', 'green']);
  expect(await around(NOON + 100_000)).toEqual([]);
  expect(await dropPhaseDays(db, instantOf(NOON - DAY / 4))).toHaveLength(1);
  expect(await around(NOON - DAY)).toEqual([]);
  expect(await around(NOON + 20_000)).toHaveLength(1);
});

test('counts what was not reported once, and sums it by camera, kind and reason', async () => {
  const [cameraId, other, siteId] = [newIdentifier(), newIdentifier(), newIdentifier()];
  const minute = instantOf(NOON);
  const report = {
    ...{ id: newIdentifier(), siteId, cameraId },
    counts: [
      { minute, kind: 'red-light' as const, reason: 'signal-unknown' as const, count: 2 },
      { minute, kind: 'speed' as const, reason: 'speed-uncertain' as const, count: 1 },
    ],
  };
  const later = { ...report, id: newIdentifier(), counts: report.counts.slice(0, 1) };
  for (const reports of [[report, { ...report, id: newIdentifier(), cameraId: other }], [report], [later]])
    await db.transaction().execute((tx) => insertEvidenceGaps(tx, reports));
  const from = minute;
  const to = instantOf(NOON + 60_000);
  expect(await sumEvidenceGaps(db, { cameras: [cameraId], from, to })).toEqual([
    { cameraId, kind: 'red-light', reason: 'signal-unknown', count: 4 },
    { cameraId, kind: 'speed', reason: 'speed-uncertain', count: 1 },
  ]);
  expect(await sumEvidenceGaps(db, { cameras: null, from, to })).toHaveLength(4);
  expect(await sumEvidenceGaps(db, { cameras: [], from, to })).toEqual([]);
});
