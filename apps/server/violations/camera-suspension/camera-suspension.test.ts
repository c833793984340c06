import { instantOf } from '@amaan/contracts/instant';
import type { CancelCause } from '@amaan/contracts/violations/challan';
import type { Database } from '@amaan/store/open-database';
import { listRecords } from '@amaan/store/records';
import { ensureSite } from '@amaan/store/sites';
import { createTestDatabase } from '@amaan/store/test-database';
import { trafficViolations } from '@amaan/traffic-violations/system';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { IncidentReporter } from '../../incidents/incident-reporter.ts';
import { RecordService } from '../../records/record-service.ts';
import { somebody } from '../../testing/access-table.ts';
import { publicViolationsOf } from '../figures/public-violations.ts';
import { ViolationFigures } from '../figures/violation-figures.ts';
import { ChallanService } from '../issue/challan-service.ts';
import { addTestCamera, insertManyChallans } from '../testing/many-challans.ts';
import { SuspensionDesk, suspensionGate } from './suspension-desk.ts';
import { SuspensionWatch } from './suspension-watch.ts';

const clock = { now: Date.parse('2026-11-10T09:00:00.000Z') };
const now = () => clock.now;
const supervisor = somebody('supervisor');
const governance = somebody('governance-officer');
const note = { note: 'The stop line was drawn anew, and looked at on ten pictures.' };
const LATELY = Date.parse('2026-11-01T06:00:00.000Z');

let db: Database;
let challans: ChallanService;
let desk: SuspensionDesk;
let siteId: string;
let told = 0;
const tell = () => {
  told += 1;
};

beforeAll(async () => {
  db = await createTestDatabase();
  const { id, version } = trafficViolations;
  await db
    .insertInto('ai_system')
    .values({
      ...{ id, version, stage: 'operational', registered_at: instantOf(now()) },
      definition: JSON.stringify(trafficViolations),
    })
    .execute();
  challans = new ChallanService({ db, province: 'punjab', now, onChanged: () => {} });
  desk = new SuspensionDesk({ db, onChanged: tell, now });
  siteId = (await ensureSite(db, 'Lahore')).id;
});
afterAll(() => db?.destroy());

const watch = () =>
  new SuspensionWatch({
    ...{ db, limit: 0.05, now, onChanged: tell, logger: pino({ level: 'silent' }) },
    incidents: new IncidentReporter({ db, records: new RecordService({ db, now }) }),
  });
/** A camera with challans, the first of them settled so. */
async function camera(
  name: string,
  count: number,
  settled: Partial<Record<CancelCause | 'paid', number>>,
  at = LATELY,
) {
  const cameraId = await addTestCamera(db, siteId, name);
  await settle(cameraId, count, settled, at);
  return cameraId;
}
async function settle(
  cameraId: string,
  count: number,
  settled: Partial<Record<CancelCause | 'paid', number>>,
  at: number,
) {
  await insertManyChallans(db, { cameraId, siteId, count, at, softwareVersion: '0.2.0' });
  const rows = await db
    .selectFrom('challan')
    .select('id')
    .where('camera_id', '=', cameraId)
    .where('occurred_at', '>=', instantOf(at))
    .orderBy('occurred_at')
    .execute();
  let next = 0;
  for (const [how, times] of Object.entries(settled))
    for (let time = 0; time < times; time++) {
      const { id } = rows[next++]!;
      if (how === 'paid') await challans.change(id, { step: 'paid', by: null });
      else if (how === 'contest-lapsed') {
        await challans.change(id, { step: 'contested', by: null });
        await challans.change(id, { step: 'lapsed', by: null });
      } else await challans.change(id, { step: 'cancelled', cause: how as CancelCause, by: null });
    }
}
const suspensionsOf = async (cameraId: string) =>
  (await desk.list({ open: false, limit: 100 }, supervisor)).filter((one) => one.cameraId === cameraId);

describe('a camera', () => {
  test('stops when too many of its challans were wrong, with an incident for governance, and once', async () => {
    const wrong = await camera('Wrong line', 40, { 'contest-accepted': 3, 'issued-in-error': 2, paid: 20 });
    const fine = await camera('Fine', 40, { 'contest-accepted': 1, paid: 24 });
    const few = await camera('Few', 40, { 'contest-accepted': 9, paid: 5 });
    const notItsFault = await camera('Copied plates', 40, {
      'plate-cloned': 9,
      'contest-lapsed': 10,
      paid: 15,
    });
    await using looking = watch();
    await Promise.all([looking.run(), looking.run()]);
    expect(await suspensionsOf(wrong)).toMatchObject([
      { rate: { decided: 25, cancelled: 5 }, limit: 0.05, lifts: [], endedAt: null, mayLift: true },
    ]);
    for (const other of [fine, few, notItsFault]) expect(await suspensionsOf(other)).toEqual([]);
    const stopped = await suspensionGate.stopped(db);
    expect([...stopped.keys()]).toEqual([wrong]);
    expect(stopped.get(wrong)).toContain('supervisor and a governance officer');
    const incidents = await listRecords(db, { kinds: ['incident'] });
    expect(incidents.map(({ title }) => title)).toEqual([expect.stringContaining('Wrong line')]);
    expect(JSON.stringify(incidents)).not.toContain('LEA4521');
    expect(told).toBe(1);
  });

  test('goes on when a supervisor and a governance officer, who are two people, say so, and is counted anew', async () => {
    const id = await camera('Lifted', 30, { bulk: 20 });
    await using looking = watch();
    await looking.run();
    const [suspension] = await suspensionsOf(id);
    const before = told;
    const once = await desk.lift(suspension!.id, note, supervisor);
    expect(once).toMatchObject({
      endedAt: null,
      mayLift: false,
      lifts: [{ role: 'supervisor', note: note.note }],
    });
    expect((await suspensionGate.stopped(db)).has(id)).toBe(true);
    const other = somebody('supervisor', { person: 'another supervisor', id: 'another' });
    await expect(desk.lift(suspension!.id, note, other)).rejects.toMatchObject({ code: 'ROLE_HAS_SPOKEN' });
    const same = somebody('governance-officer', { person: 'supervisor' });
    await expect(desk.lift(suspension!.id, note, same)).rejects.toMatchObject({ code: 'FOUR_EYES' });
    expect(told).toBe(before);
    const twice = await desk.lift(suspension!.id, note, governance);
    expect(twice.endedAt).not.toBeNull();
    expect((await suspensionGate.stopped(db)).has(id)).toBe(false);
    expect(told).toBe(before + 1);
    await expect(desk.lift(suspension!.id, note, governance)).rejects.toMatchObject({
      code: 'SUSPENSION_ENDED',
    });

    // The same challans count no more; new wrong ones do.
    await using again = watch();
    await again.run();
    expect(await suspensionsOf(id)).toHaveLength(1);
    clock.now += 30 * 86_400_000;
    await settle(id, 25, { 'contest-accepted': 22 }, clock.now - 86_400_000);
    await again.run();
    expect(await suspensionsOf(id)).toMatchObject([{ rate: { decided: 22, cancelled: 22 } }, {}]);
  });
});

describe('figures', () => {
  test('tell officers each camera and month, and nobody outside their sites', async () => {
    const id = await camera(
      'Counted',
      50,
      { 'contest-accepted': 4, 'contest-lapsed': 2 },
      Date.parse('2026-11-20T00:00:00.000Z'),
    );
    const figures = new ViolationFigures({ db, limit: 0.05, now });
    const read = await figures.read({ from: '2026-11', to: '2026-12', cameraId: id }, supervisor);
    expect(read.rows).toEqual([
      {
        ...{ cameraId: id, cameraName: 'Counted', month: '2026-11', issued: 50, contested: 0, cancelled: 0 },
        ...{ lapsed: 0, byCause: {}, gaps: {} },
      },
      {
        ...{ cameraId: id, cameraName: 'Counted', month: '2026-12', issued: 0, contested: 2, cancelled: 6 },
        ...{ lapsed: 2, byCause: { 'contest-accepted': 4, 'contest-lapsed': 2 }, gaps: {} },
      },
    ]);
    expect(read.byKind).toEqual([{ kind: 'speed', issued: 50, contested: 2, cancelled: 6 }]);
    expect(read.rates).toMatchObject([{ cameraName: 'Counted', rate: { decided: 4, cancelled: 4 } }]);
    expect((await figures.read({}, somebody('supervisor', { sites: [] }))).rows).toEqual([]);
    await expect(figures.read({ from: '2026-12', to: '2026-11' }, supervisor)).rejects.toMatchObject({
      status: 422,
    });
  });

  test('that were published of a month stay as they were, and small counts are in none of them', async () => {
    const view = { id: 'traffic-violations', stage: 'operational', suspension: null } as const;
    const read = (at: string) => publicViolationsOf(db, [view], Date.parse(at));
    const early = await read('2026-12-05T00:00:00.000Z');
    expect(early.state === 'counted' && early.months.map(({ month }) => month)).not.toContain('2026-11');
    const december = await read('2026-12-09T00:00:00.000Z');
    const november =
      december.state === 'counted' ? december.months.find(({ month }) => month === '2026-11') : null;
    expect(november).toMatchObject({ state: 'published', issued: 240, cancelled: 54, contested: 10 });
    await camera('Late', 100, {}, Date.parse('2026-11-28T00:00:00.000Z'));
    expect(await read('2026-12-20T00:00:00.000Z')).toEqual({
      ...december,
      suspended: expect.any(Array),
    });
    expect(await publicViolationsOf(db, [{ ...view, stage: 'validated' }], clock.now)).toMatchObject({
      state: 'not-in-operation',
    });
  });
});
