import { type Identifier, newIdentifier } from '@amaan/contracts/identifier';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../open-database.ts';
import { ensureDeployment, ensureSite } from '../sites.ts';
import { createTestDatabase } from '../test-database.ts';
import { packCallDays, readCallDays, spanAt } from './call-days.ts';
import { insertCallSource } from './call-sources.ts';
import { putCalls, type StoredServiceCall } from './service-calls.ts';

const NOON = Date.parse('2026-11-03T12:00:00.000Z');
const DAY = 24 * 60 * 60_000;
const source = { id: newIdentifier(), simulated: false };
let db: Database;
let [lahore, multan]: Identifier[] = [];

beforeAll(async () => {
  db = await createTestDatabase();
  await ensureDeployment(db, 'Test authority');
  [lahore, multan] = [(await ensureSite(db, 'Lahore')).id, (await ensureSite(db, 'Multan')).id];
  await insertCallSource(db, {
    ...{ ...source, name: 'Dispatch', kind: 'feed', siteIds: null, tokenDigest: '0'.repeat(64) },
    ...{ createdAt: '2026-11-01T00:00:00.000Z', createdBy: 'Test' },
  });
});
afterAll(() => db?.destroy());

const call = (callId: string, change: Partial<StoredServiceCall> = {}): StoredServiceCall => ({
  ...{
    callId,
    siteId: lahore!,
    station: 'Mall',
    kind: 'theft',
    priority: 2,
    unitKind: null,
    place: null,
    said: {},
  },
  ...{ receivedAt: NOON, dispatchedAt: NOON + 61_234, arrivedAt: null, closedAt: NOON + 40 * DAY },
  ...change,
});
const put = (...calls: StoredServiceCall[]) =>
  putCalls(db, source, calls, new Date(NOON + 90_000).toISOString());
const stale = async () => (await db.selectFrom('call_day_change').selectAll().execute()).length;
const read = async () => {
  const days = await readCallDays(db, {
    ...{ from: '2026-11-01T00:00:00.000Z', to: '2026-11-30T00:00:00.000Z', simulated: false },
    siteIds: [lahore!, multan!],
    withHeard: true,
  });
  return days.flatMap((day) => {
    const view = (column: Uint8Array) => new DataView(column.buffer, column.byteOffset, column.byteLength);
    const word = (column: Uint8Array, index: number) => view(column).getInt16(2 * index);
    return Array.from({ length: day.calls }, (_, index) => ({
      site: day.siteId === lahore ? 'Lahore' : 'Multan',
      received: day.day * DAY + view(day.received).getInt32(4 * index),
      station: day.stations[word(day.station, index) - 1] ?? null,
      kind: day.kinds[word(day.kind, index) - 1] ?? null,
      priority: word(day.priority, index),
      spans: [day.dispatched, day.arrived, day.closed, day.heard].map((one) => spanAt(view(one), index)),
    }));
  });
};

test('days say what the calls say, before they were made and after', async () => {
  await put(call('1'), call('2', { station: null, kind: null, priority: null, receivedAt: NOON - 7000 }));
  const expected = [
    {
      ...{ site: 'Lahore', received: NOON, station: 'Mall', kind: 'theft', priority: 2 },
      // Beyond twelve days to the second: forty days are whole seconds.
      spans: [61_234, Number.NaN, 40 * DAY, 90_000],
    },
    {
      ...{ site: 'Lahore', received: NOON - 7000, station: null, kind: null, priority: 0 },
      spans: [68_234, Number.NaN, 40 * DAY + 7000, 97_000],
    },
  ];
  const inOrder = async () => (await read()).sort((a, b) => b.received - a.received);
  expect(await inOrder()).toEqual(expected);
  expect(await stale()).toBe(1);
  expect(await packCallDays(db)).toBe(false);
  expect(await stale()).toBe(0);
  expect(await inOrder()).toEqual(expected);
});

test('what is said again leaves days as they are; what is corrected is seen at once', async () => {
  await put(call('1'));
  expect(await stale()).toBe(0);
  await put(call('1', { arrivedAt: NOON - 1000 }));
  expect((await read()).find(({ received }) => received === NOON)!.spans[1]).toBe(-1000);
  await packCallDays(db);
  expect((await read()).find(({ received }) => received === NOON)!.spans[1]).toBe(-1000);
});

test('a call that was of another city or day leaves the one and comes to the other, also where it was the last', async () => {
  await put(call('1', { siteId: multan!, receivedAt: NOON + DAY }), call('2', { siteId: multan! }));
  const where = async () =>
    (await read()).map(({ site, received }) => [site, (received - NOON) / DAY]).sort();
  const expected = [
    ['Multan', 0],
    ['Multan', 1],
  ];
  expect(await where()).toEqual(expected);
  await packCallDays(db);
  expect(await where()).toEqual(expected);
  expect((await db.selectFrom('call_day').select('site_id').execute()).map((day) => day.site_id)).toEqual([
    multan,
    multan,
  ]);
});

test('calls of which nobody said when or where they came in are in no day, and come when it is said', async () => {
  await put(call('3', { receivedAt: null }));
  expect(await stale()).toBe(0);
  await put(call('3', { receivedAt: NOON + 2 * DAY }));
  expect(await read()).toHaveLength(3);
  await sql`DELETE FROM service_call WHERE call_id = '3'`.execute(db);
  expect(await read()).toHaveLength(2);
});
