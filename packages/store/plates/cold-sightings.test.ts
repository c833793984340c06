import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { instantOf } from '@amaan/contracts/instant';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Database } from '../open-database.ts';
import { createTestDatabase } from '../test-database.ts';
import { type SampleDeployment, sampleDeployment } from '../testing/sample-deployment.ts';
import { samplePlateRead } from '../testing/sample-plate-read.ts';
import { ColdSightings, dropHotDay, hotDaysBefore } from './cold-sightings.ts';
import { findSightings, insertSightings } from './sightings.ts';

let db: Database;
let sample: SampleDeployment;
let folder: string;
let cold: ColdSightings;
const noon = Date.parse('2026-03-01T12:00:00.000Z');
const march = {
  from: '2026-03-01T00:00:00.000Z',
  to: '2026-03-31T00:00:00.000Z',
  sites: 'all',
  limit: 10,
} as const;

beforeEach(async () => {
  db = await createTestDatabase();
  sample = await sampleDeployment(db);
  folder = await mkdtemp(join(tmpdir(), 'amaan-cold-'));
  cold = await ColdSightings.open(folder);
});
afterEach(async () => {
  cold[Symbol.dispose]();
  await db.destroy();
  await rm(folder, { recursive: true, force: true });
});

const read = (text: string, at: number, change = {}) => samplePlateRead(sample.observe(at), text, change);

const listed = (...plates: string[]) => ({ kind: 'listed', plates }) as const;

test('a day moves into a file and is found there, whole, also after a restart', async () => {
  const reads = [read('LEA1234', noon), read('ABC99', noon + 5000)];
  await insertSightings(db, reads);
  expect(await hotDaysBefore(db, '2026-03-02')).toEqual(['2026-03-01']);
  expect(await hotDaysBefore(db, '2026-03-01')).toEqual([]);
  expect(await cold.exportDay(db, '2026-03-01')).toBe(2);
  await dropHotDay(db, '2026-03-01');
  expect(await findSightings(db, march)).toEqual([]);
  await writeFile(join(folder, '2026-03-02.parquet.part'), 'half a day');
  cold[Symbol.dispose]();
  cold = await ColdSightings.open(folder);
  expect(await readdir(folder)).toEqual(['2026-03-01.parquet']);
  expect(await cold.find({ ...march, plates: listed('LEA1234') })).toEqual([
    {
      ...{ id: reads[0]!.id, captured_at: noon, plate: 'LEA1234', confidence: expect.closeTo(0.93) },
      ...{
        format: 'pk-punjab',
        rows: 1,
        site_id: sample.site.id,
        camera_id: sample.cameraId,
        simulated: false,
      },
      ...{ class: 'car', class_confidence: expect.closeTo(0.9), colour: 'white', heading: 'towards' },
      ...{ colour_confidence: expect.closeTo(0.8), box: [0.25, 0.5, 0.25, 0.25], suspicion: null },
    },
  ]);
});

test('files are searched by time, place and look, newest first', async () => {
  await insertSightings(db, [
    read('LEA1234', noon),
    read('LEA1234', noon + 1000, { vehicle: { class: 'bus' } }),
    read('LEA1234', noon + 24 * 60 * 60_000),
  ]);
  for (const day of ['2026-03-01', '2026-03-02', '2026-03-03']) await cold.exportDay(db, day);
  expect(await cold.days()).toEqual(['2026-03-01', '2026-03-02']);
  const plates = listed('LEA1234');
  const times = async (change: object) =>
    (await cold.find({ ...march, plates, ...change })).map(({ captured_at }) => captured_at - noon);
  expect(await times({})).toEqual([24 * 60 * 60_000, 1000, 0]);
  expect(await times({ oldestFirst: true, limit: 1 })).toEqual([0]);
  expect(await times({ to: instantOf(noon + 1000) })).toEqual([0]);
  expect(await times({ class: 'bus' })).toEqual([1000]);
  expect(await times({ sites: [] })).toEqual([]);
  expect(await times({ sites: [sample.site.id], cameras: [sample.cameraId], limit: 1 })).toHaveLength(1);
  expect(await cold.find({ ...march, plates: listed("' OR true --") })).toEqual([]);
});

test('without listed plates files are read day by day, until there is enough or it is stopped', async () => {
  const day = 24 * 60 * 60_000;
  const reads = [
    read('LEA1', noon),
    read('ABC99', noon + 1000),
    read('LEB2', noon + day),
    read('LEC3', noon + 2 * day),
  ];
  await insertSightings(db, reads);
  for (const date of ['2026-03-01', '2026-03-02', '2026-03-03']) await cold.exportDay(db, date);
  const plates = async (change: object, mayGoOn = () => true) => {
    const { rows, stoppedBefore } = await cold.findDayByDay({ ...march, ...change }, mayGoOn);
    return [rows.map(({ plate }) => plate), stoppedBefore];
  };
  expect(await plates({})).toEqual([['LEC3', 'LEB2', 'ABC99', 'LEA1'], null]);
  expect(await plates({ limit: 1 })).toEqual([['LEC3'], null]);
  expect(await plates({ oldestFirst: true, limit: 2 })).toEqual([['LEA1', 'ABC99'], null]);
  expect(await plates({ plates: { kind: 'like', pattern: 'LE__' } })).toEqual([
    ['LEC3', 'LEB2', 'LEA1'],
    null,
  ]);
  const sieve = { kind: 'regular', pattern: '^LE[AB].$' };
  expect(await plates({ plates: sieve, misread: ['ABC99'] })).toEqual([['LEB2', 'ABC99', 'LEA1'], null]);
  expect(await plates({ cameras: [] })).toEqual([[], null]);
  expect(await plates({}, () => false)).toEqual([['LEC3'], '2026-03-02']);
});

test('rows are taken out of a day, and a day without rows is gone', async () => {
  const [kept, gone] = [read('LEA1234', noon), read('ABC99', noon)];
  await insertSightings(db, [kept, gone]);
  await cold.exportDay(db, '2026-03-01');
  expect(await cold.keepOnly('2026-03-01', new Set([kept.id]))).toBe(1);
  expect(await cold.idsOf('2026-03-01')).toEqual([{ id: kept.id, plate: 'LEA1234', at: noon }]);
  expect(await cold.keepOnly('2026-03-01', new Set())).toBe(1);
  expect(await cold.days()).toEqual([]);
});
