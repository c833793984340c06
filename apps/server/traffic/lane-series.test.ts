import { newIdentifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import type { SeriesPoint } from '@amaan/contracts/traffic/api-lanes';
import { listDenials } from '@amaan/store/denials';
import { openTestDatabase, type TestDatabase } from '@amaan/store/test-database';
import { insertLaneMinutes, type LaneMeasured } from '@amaan/store/traffic/lane-minutes';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { somebody } from '../testing/access-table.ts';
import { hearUpdates } from '../testing/hear-updates.ts';
import { report } from '../testing/plate-camera.ts';
import { signInAs } from '../testing/sign-in-as.ts';
import { startTestServer, type TestServer } from '../testing/start-test-server.ts';
import type { TestClient } from '../testing/test-client.ts';
import {
  addTrafficCamera,
  approveTraffic,
  laneMeasured,
  type TrafficCamera,
} from '../testing/traffic-camera.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

describe('figures of lanes', () => {
  let postgres: TestDatabase;
  let server: TestServer;
  let [administrator, supervisor, operator]: TestClient[] = [];
  let road: TrafficCamera;
  /** As if they had been reported in time: no permit of today covers what was captured before. */
  const store = (...measured: readonly LaneMeasured[]) =>
    server.db.transaction().execute((tx) => insertLaneMinutes(tx, measured));
  const ask = (query: Record<string, string>, camera = road) =>
    operator!.get(`/api/cameras/${camera.camera.id}/traffic/series?${new URLSearchParams(query)}`);
  const series = async (query: Record<string, string>, camera = road): Promise<SeriesPoint[]> =>
    (await ask(query, camera)).json()[0].points;
  const vehicles = (points: readonly SeriesPoint[]) => points.map(({ figures }) => figures?.vehicles ?? null);
  const stored = async (table: 'lane_minute' | 'observation') =>
    (
      await server.db
        .selectFrom(table)
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow()
    ).count;

  beforeAll(async () => {
    postgres = await openTestDatabase();
    server = await startTestServer(postgres.db);
    await approveTraffic(server);
    [administrator, supervisor, operator] = await Promise.all([
      signInAs(server, 'administrator'),
      signInAs(server, 'supervisor'),
      signInAs(server, 'operator'),
    ]);
    road = await addTrafficCamera(server, administrator, supervisor);
  });
  afterAll(async () => {
    await server?.[Symbol.asyncDispose]();
    await postgres?.[Symbol.asyncDispose]();
  });

  const thisMinute = () => Math.floor(Date.now() / MINUTE) * MINUTE;
  /** Midnight of the day before yesterday in Karachi, which is UTC+5 all year. */
  const midnight = Math.floor((Date.now() + 5 * HOUR) / DAY) * DAY - 5 * HOUR - 2 * DAY;

  test('reach the store over the path of all reports, in a table of their own, and consoles are told', async () => {
    const heard = hearUpdates(server.services.updates, somebody('operator'));
    const from = thisMinute();
    const measured = { ...laneMeasured(road, 'near-1', from), capturedAt: instantOf(Date.now()) };
    const before = await stored('observation');
    await report(server, measured, measured);
    await report(server, measured);
    expect([await stored('lane_minute'), await stored('observation')]).toEqual([1, before]);
    expect(heard).toContainEqual({ type: 'traffic-measured', cameras: [road.camera.id] });
    const points = await series({
      ...{ laneId: 'near-1', step: '1m', from: instantOf(from), to: instantOf(from + MINUTE) },
    });
    expect(points).toHaveLength(1);
    expect(points[0]!.figures).toMatchObject({
      vehicles: 11,
      counts: { car: 4, motorcycle: 7 },
      coverage: 1,
    });
    const row = await server.db.selectFrom('lane_minute').selectAll().executeTakeFirstOrThrow();
    const origin = await server.db.selectFrom('lane_origin').selectAll().executeTakeFirstOrThrow();
    expect(row).toMatchObject({ origin: origin.key, observation_id: measured.id, view_version: 1 });
    expect(origin.permit_id).toBe(road.origin.permitId);
    const recorded = await server.db
      .selectFrom('ledger_entry')
      .select('index')
      .where('kind', '=', 'observation.recorded')
      .execute();
    expect(recorded).toHaveLength(1);
  });

  test.each<[string, () => object]>([
    ['TRAFFIC_VIEW_UNKNOWN', () => ({ view: { id: newIdentifier(), version: 1 } })],
    ['TRAFFIC_VIEW_UNKNOWN', () => ({ view: { id: road.view.id, version: 9 } })],
    ['TRAFFIC_VIEW_UNKNOWN', () => ({ minute: laneMeasured(road, 'no-such-lane', thisMinute()).minute })],
    ['LANE_MINUTE_REFUSED', () => ({ minute: laneMeasured(road, 'near-1', thisMinute() - HOUR).minute })],
    ['LANE_MINUTE_REFUSED', () => ({ minute: laneMeasured(road, 'near-1', thisMinute() + 1).minute })],
    [
      'LANE_MINUTE_REFUSED',
      () => ({ minute: laneMeasured(road, 'near-1', thisMinute(), { observedMs: 60_001 }).minute }),
    ],
    ['PERMIT_UNKNOWN', () => ({ permitId: newIdentifier() })],
    ['PERMIT_PURPOSE', () => ({ system: 'smart-vision' })],
    ['SIMULATION_MISMATCH', () => ({ simulated: true })],
  ])('are refused: %s', async (code, change) => {
    const before = await stored('lane_minute');
    const measured = { ...laneMeasured(road, 'near-2', thisMinute()), capturedAt: instantOf(Date.now()) };
    const wrong = { ...measured, ...change() } as LaneMeasured;
    await report(server, wrong);
    expect(await stored('lane_minute')).toBe(before);
    const [denial] = (await listDenials(server.db)).filter(({ cameraId }) => cameraId === road.camera.id);
    expect(denial?.code).toBe(code);
  });

  test('add up exactly from minutes to hours and days of the time zone, and what was not seen is a gap', async () => {
    const camera = await addTrafficCamera(server, administrator!, supervisor!, { name: 'Canal Road' });
    // The last minute of one day of Karachi, the first of the next, and two more with an hour between them.
    const at = [midnight - MINUTE, midnight, midnight + MINUTE, midnight + 2 * HOUR];
    await store(
      ...at.map((from, index) =>
        laneMeasured(camera, 'near-1', from, {
          counts: { car: index + 1 },
          ...{ speeds: 2, speedSum: 9_000 + index, speedSquares: 40_500_000 },
          speedHistogram: { '44': 1, '45': 1 },
          ...{ headways: 1, headwaySumMs: 3_333, headwaySquares: 3_333 ** 2, maxQueueVehicles: 5 - index },
        }),
      ),
    );
    const query = { laneId: 'near-1', from: instantOf(midnight - DAY), to: instantOf(midnight + DAY) };
    const days = await series({ ...query, step: '1d' }, camera);
    expect(days.map(({ from }) => from)).toEqual([instantOf(midnight - DAY), instantOf(midnight)]);
    expect(vehicles(days)).toEqual([1, 9]);
    const utc = await series({ ...query, step: '1d', timeZone: 'UTC' }, camera);
    // The same minutes by days of UTC: all four of them within one.
    expect(vehicles(utc).filter((count) => count !== null)).toEqual([10]);
    const kathmandu = await series({ ...query, step: '1d', timeZone: 'Asia/Kathmandu' }, camera);
    expect(vehicles(kathmandu).filter((count) => count !== null)).toEqual([10]);
    const hours = await series(
      { ...query, step: '1h', from: instantOf(midnight), to: instantOf(midnight + 4 * HOUR) },
      camera,
    );
    expect(vehicles(hours)).toEqual([5, null, 4, null]);
    const minutes = await series(
      { ...query, step: '1m', from: instantOf(midnight), to: instantOf(midnight + 3 * HOUR) },
      camera,
    );
    expect(minutes).toHaveLength(180);
    expect(vehicles(minutes).filter((count) => count !== null)).toEqual([2, 3, 4]);
    // By hours, minutes, or the day: the same sums, so the same figures to the last digit.
    const [, day] = days;
    const fromMinutes = await series({ ...query, step: '15m', from: instantOf(midnight) }, camera);
    expect(fromMinutes.reduce((sum, { figures }) => sum + (figures?.vehicles ?? 0), 0)).toBe(9);
    expect(day!.figures?.speedKmh?.value).toBeCloseTo((3 * 9_000 + 6) / 6 / 100, 10);
    expect(day!.figures?.speed85Kmh).toBeGreaterThanOrEqual(45);
    expect(day!.figures?.coverage).toBeCloseTo(3 / (24 * 60), 10);
    expect(day!.figures?.queueVehicles).toBeNull();
    const [stale] = await server.db
      .selectFrom('lane_hour')
      .select(['minutes', 'speed_counts', 'max_queue_vehicles as most'])
      .where('at', '=', instantOf(midnight))
      .execute();
    expect(stale).toEqual({ minutes: 2, speed_counts: [44, 2, 45, 2], most: 4 });
  });

  test('of an approach are those of its lanes together', async () => {
    const camera = await addTrafficCamera(server, administrator!, supervisor!, { name: 'Two lanes' });
    const from = midnight + 5 * HOUR;
    await store(
      laneMeasured(camera, 'near-1', from, { counts: { car: 10 }, occupiedMs: 6_000 }),
      laneMeasured(camera, 'near-2', from, { counts: { bus: 5 }, occupiedMs: 12_000 }),
    );
    const period = { step: '1m', from: instantOf(from), to: instantOf(from + MINUTE) };
    const [whole] = await series({ ...period, approach: 'Northbound' }, camera);
    expect(whole!.figures).toMatchObject({
      ...{ vehicles: 15, coverage: 1, counts: { car: 10, bus: 5 } },
      flowVehPerHour: { value: 900, n: 15 },
    });
    expect(whole!.figures?.occupancy).toBeCloseTo(0.15, 10);
    const each = (await ask(period, camera)).json();
    expect(each.map(({ laneId }: { laneId: string }) => laneId)).toEqual(['near-1', 'near-2']);
  });

  test('are drawn on a map, level of service and all, and nothing is made up of what was not seen', async () => {
    const camera = await addTrafficCamera(server, administrator!, supervisor!, {
      name: 'On the map',
      position: [74.4, 31.6],
    });
    const from = thisMinute() - MINUTE;
    await store(
      laneMeasured(camera, 'near-1', from - MINUTE, { delays: 2, delaySumMs: 90_000, delaySquares: 4.1e9 }),
    );
    const map = (await operator!.get('/api/traffic/map?minutes=10&area=74.35,31.55,74.45,31.65')).json();
    expect(map.features).toHaveLength(1);
    const [{ geometry, properties }] = map.features;
    expect(geometry.type).toBe('LineString');
    expect(geometry.coordinates[0][1]).toBeLessThan(geometry.coordinates[1][1]);
    expect(properties).toMatchObject({
      ...{ approach: 'Northbound', lanes: ['near-1', 'near-2'], levelOfService: 'D', delaySeconds: 45 },
      ...{ flowVehPerHour: 660, speedKmh: null, densityVehPerKm: null },
    });
    const all = (await operator!.get('/api/traffic/lanes')).json();
    const own = all.filter(({ cameraId }: { cameraId: string }) => cameraId === camera.camera.id);
    expect(own.map(({ lastMeasuredAt }: { lastMeasuredAt: string | null }) => lastMeasuredAt)).toEqual([
      instantOf(from),
      null,
    ]);
  });

  test.each([
    ['422', 'PERIOD_REFUSED', { from: instantOf(midnight), to: instantOf(midnight), step: '1m' }],
    ['422', 'PERIOD_REFUSED', { from: instantOf(midnight - 90 * DAY), to: instantOf(midnight), step: '1m' }],
    ['404', 'LANE_NOT_FOUND', { laneId: 'no-such-lane' }],
    ['400', 'REQUEST_INVALID', { timeZone: 'Asia/Nowhere' }],
    ['400', 'REQUEST_INVALID', { step: '2m' }],
  ])('are not worked out for what makes no sense: %s %s', async (status, code, change) => {
    const usual = { from: instantOf(midnight), to: instantOf(midnight + HOUR), step: '1h' };
    const refused = await ask({ ...usual, ...change });
    expect([String(refused.statusCode), refused.json().code]).toEqual([status, code]);
  });

  test('are deleted by days when their time is over, hours long after minutes, and the ledger says so', async () => {
    const { retention } = server.services.traffic;
    expect(await retention.run()).toEqual([]);
    const minutes = await stored('lane_minute');
    server.clock.aheadMs = 100 * DAY;
    try {
      const dropped = await retention.run();
      expect(dropped.length).toBeGreaterThan(1);
      expect(dropped.every((name) => name.startsWith('lane_minute_'))).toBe(true);
    } finally {
      server.clock.aheadMs = 0;
    }
    expect(minutes).toBeGreaterThan(0);
    expect(await stored('lane_minute')).toBe(0);
    const entries = await server.db
      .selectFrom('ledger_entry')
      .select('kind')
      .where('subject', '=', 'retention:traffic')
      .execute();
    expect(entries.map(({ kind }) => kind)).toContain('traffic-figures.deleted');
    // Hours stay: what is asked for in hours or days is answered as before.
    const hours = await server.db.selectFrom('lane_hour').select('at').execute();
    expect(hours.length).toBeGreaterThan(0);
  });
});
