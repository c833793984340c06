import type { Identifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import { insertSightings } from '@amaan/store/plates/sightings';
import { ensureSite } from '@amaan/store/sites';
import { openTestDatabase, type TestDatabase } from '@amaan/store/test-database';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { plateRead } from '../testing/plate-camera.ts';
import { signInAs } from '../testing/sign-in-as.ts';
import { startTestServer, type TestServer } from '../testing/start-test-server.ts';
import type { TestClient } from '../testing/test-client.ts';
import { addTrafficCamera, approveTraffic, type TrafficCamera } from '../testing/traffic-camera.ts';
import { addWatchedCamera, type WatchedCamera } from '../testing/watched-camera.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const purpose = 'Timing of the signals on Mall Road.';

describe('travel times between plate cameras', () => {
  let postgres: TestDatabase;
  let server: TestServer;
  let [administrator, supervisor, analyst, operator]: TestClient[] = [];
  let watched: WatchedCamera;
  let [first, second, third]: TrafficCamera[] = [];
  /** The hour before last, on the clock. */
  const hour = Math.floor(Date.now() / HOUR) * HOUR - 2 * HOUR;

  beforeAll(async () => {
    postgres = await openTestDatabase();
    server = await startTestServer(postgres.db);
    [administrator, supervisor, analyst, operator] = await Promise.all([
      signInAs(server, 'administrator'),
      signInAs(server, 'supervisor'),
      signInAs(server, 'analyst'),
      signInAs(server, 'operator'),
    ]);
    await approveTraffic(server);
    watched = await addWatchedCamera(server, administrator, supervisor);
    const add = (name: string, latitude: number) =>
      addTrafficCamera(server, administrator!, supervisor!, { name, position: [74.3, latitude] });
    first = await add('First', 31.5);
    second = await add('Second', 31.51);
    third = await add('Third', 31.52);
    const seen = (plate: string, camera: TrafficCamera, at: number, confidence = 0.95) =>
      plateRead(watched, plate, { at, cameraId: camera.camera.id, confidence });
    const reads = [
      // Five vehicles within the first quarter of an hour, 60 to 100 seconds each; four in the second.
      ...[60, 70, 80, 90, 100].flatMap((seconds, index) => [
        seen(`LEA100${index}`, first!, hour + index * MINUTE),
        seen(`LEA100${index}`, second!, hour + index * MINUTE + seconds * 1000),
      ]),
      ...[0, 1, 2, 3].flatMap((index) => [
        seen(`LEB200${index}`, first!, hour + (20 + index) * MINUTE),
        seen(`LEB200${index}`, second!, hour + (21 + index) * MINUTE),
      ]),
      // One that comes by twice within the quarter is one vehicle, and a bad reading is none.
      seen('LEB2000', first!, hour + 27 * MINUTE),
      seen('LEB2000', second!, hour + 28 * MINUTE),
      seen('LEC3000', first!, hour + 22 * MINUTE, 0.4),
      seen('LEC3000', second!, hour + 23 * MINUTE, 0.4),
      // Who had a long tea on the way counts in no travel time.
      seen('LED4000', first!, hour + 2 * MINUTE),
      seen('LED4000', second!, hour + 100 * MINUTE),
      // To the third camera: too few for a pair.
      seen('LEA1000', third!, hour + 10 * MINUTE),
    ];
    await server.db.transaction().execute((tx) => insertSightings(tx, reads));
  });
  afterAll(async () => {
    await server?.[Symbol.asyncDispose]();
    await postgres?.[Symbol.asyncDispose]();
  });

  const input = (change: object = {}) => ({
    ...{ fromCameraId: first!.camera.id, toCameraId: second!.camera.id, purpose },
    ...{ from: instantOf(hour), to: instantOf(hour + HOUR), ...change },
  });
  const ask = (by: TestClient, change: object = {}) => by.post('/api/traffic/travel-times', input(change));
  const records = async () =>
    (await server.db.selectFrom('travel_query').selectAll().execute()) as { cameras: Identifier[] }[];

  test('are figures over at least five vehicles, name no plate, and are on record with who asked', async () => {
    const answer = await ask(analyst!);
    expect(answer.statusCode, answer.body).toBe(200);
    expect(answer.json().intervals).toEqual([
      {
        ...{ from: instantOf(hour), to: instantOf(hour + 15 * MINUTE), vehicles: 5 },
        ...{ medianSeconds: 80, p15Seconds: 66, p85Seconds: 94 },
      },
    ]);
    expect(answer.json().metres).toBeGreaterThan(1_000);
    expect(answer.body).not.toMatch(/LE[A-D]/);
    // Over the whole hour there are nine vehicles.
    const whole = (await ask(analyst!, { stepMinutes: 60 })).json();
    expect(whole.intervals).toMatchObject([{ vehicles: 9 }]);
    const [own] = (await analyst!.get('/api/traffic/travel-queries')).json();
    expect(own).toMatchObject({ kind: 'travel-times', purpose, byName: 'The analyst' });
    const entries = await server.db
      .selectFrom('ledger_entry')
      .select('entry')
      .where('kind', '=', 'traffic.travel-times')
      .execute();
    expect(entries).toHaveLength(2);
    expect(entries[0]!.entry).not.toContain(purpose);
  });

  test('cannot be shifted to lay a vehicle bare: intervals begin on the clock', async () => {
    const shifted = { from: instantOf(hour + 61_000), to: instantOf(hour + 14 * MINUTE) };
    expect((await ask(analyst!, shifted)).json().intervals).toMatchObject([
      { from: instantOf(hour), vehicles: 5 },
    ]);
  });

  test.each([
    [400, 'REQUEST_INVALID', () => ({ purpose: 'why' })],
    [400, 'REQUEST_INVALID', () => ({ stepMinutes: 1 })],
    [422, 'TRAVEL_PERIOD_REFUSED', () => ({ to: instantOf(hour - HOUR) })],
    [422, 'TRAVEL_PERIOD_REFUSED', () => ({ from: instantOf(hour - 40 * 24 * HOUR) })],
    [422, 'TRAVEL_CAMERAS_REFUSED', () => ({ toCameraId: first!.camera.id })],
    [404, 'CAMERA_NOT_FOUND', () => ({ toCameraId: '0195d5f0-0000-7000-8000-000000000000' })],
  ])('are refused before anything is read: %d %s', async (status, code, change) => {
    const before = (await records()).length;
    const refused = await ask(analyst!, change());
    expect([refused.statusCode, refused.json().code]).toEqual([status, code]);
    expect(await records()).toHaveLength(before);
  });

  test('are for those alone who may, on cameras of their sites, while the system has its permit', async () => {
    expect((await ask(operator!)).statusCode).toBe(403);
    const elsewhere = await ensureSite(server.db, 'Another city');
    const stranger = await signInAs(server, 'analyst', { sites: [elsewhere.id] });
    expect((await ask(stranger)).json().code).toBe('CAMERA_NOT_FOUND');
    const other = await signInAs(server, 'analyst', { name: 'Another analyst' });
    expect((await other.get('/api/traffic/travel-queries')).json()).toEqual([]);
    const suspended = await supervisor!.post('/api/systems/traffic-management/suspend', {
      reason: 'The figures look wrong on every camera of the road.',
    });
    expect(suspended.statusCode, suspended.body).toBe(200);
    await expect.poll(async () => (await ask(analyst!)).json().code).toBe('TRAFFIC_MANAGEMENT_NOT_RUNNING');
    // One person asks, another confirms.
    for (const by of [supervisor!, await signInAs(server, 'governance-officer')]) {
      const resumed = await by.post('/api/systems/traffic-management/resume', {
        reason: 'It was the rain; looked at with two colleagues.',
      });
      expect(resumed.statusCode, resumed.body).toBe(200);
    }
  });

  test('from where to where: pairs of at least five vehicles, the others only counted', async () => {
    await expect.poll(async () => (await ask(analyst!)).statusCode, { timeout: 10_000 }).toBe(200);
    const answer = await analyst!.post('/api/traffic/origin-destination', {
      ...{ cameras: [first!, second!, third!].map(({ camera }) => camera.id), purpose },
      ...{ from: instantOf(hour), to: instantOf(hour + HOUR), gapMinutes: 30 },
    });
    expect(answer.statusCode, answer.body).toBe(200);
    // Of the nine vehicles from the first to the second one went on to the third; the bad reading is left out.
    expect(answer.json()).toMatchObject({
      pairs: [
        {
          ...{ originCameraId: first!.camera.id, destinationCameraId: second!.camera.id },
          ...{ journeys: 8, vehicles: 8 },
        },
      ],
      pairsWithheld: 1,
    });
    expect(answer.body).not.toMatch(/LE[A-D]/);
  });

  test('along a corridor, beside what its lanes measured', async () => {
    const stop = ({ camera }: TrafficCamera, metresFromLast: number | null = null) => ({
      ...{ cameraId: camera.id, approach: 'Northbound', metresFromLast },
    });
    const corridor = {
      ...{ name: 'Mall Road, north', siteId: first!.camera.siteId },
      stops: [stop(first!), stop(second!, 1_200), stop(third!)],
    };
    const made = await supervisor!.post('/api/traffic/corridors', corridor);
    expect(made.statusCode, made.body).toBe(201);
    const { id } = made.json();
    const period = { from: instantOf(hour), to: instantOf(hour + HOUR), step: '15m' };
    const measures = (
      await operator!.get(`/api/traffic/corridors/${id}/measures?${new URLSearchParams(period)}`)
    ).json();
    expect(measures.stops.map(({ metres }: { metres: number }) => metres)).toEqual([
      0,
      1_200,
      expect.closeTo(2_312, -1),
    ]);
    expect(measures.legs).toHaveLength(2);
    expect(measures.legs[0].secondsBySpeed).toEqual([null, null, null, null]);
    const travel = await analyst!.post(`/api/traffic/corridors/${id}/travel-times`, {
      ...{ purpose, from: period.from, to: period.to },
    });
    expect(travel.json().legs).toMatchObject([{ intervals: [{ vehicles: 5 }] }, { intervals: [] }]);
    expect((await analyst!.post('/api/traffic/corridors', corridor)).statusCode).toBe(403);

    const changed = { ...corridor, name: 'Mall Road, northbound' };
    const put = (seen: number, wanted: object) =>
      supervisor!.request('PUT', `/api/traffic/corridors/${id}`, { corridor: wanted, seen });
    expect((await put(1, changed)).json()).toMatchObject({ version: 2, name: 'Mall Road, northbound' });
    expect((await put(1, changed)).json().code).toBe('CORRIDOR_CHANGED');
    const wrong = { ...corridor, stops: [stop(first!), { ...stop(second!), approach: 'Southbound' }] };
    expect((await put(2, wrong)).json().code).toBe('CORRIDOR_STOP_UNKNOWN');
    expect((await supervisor!.request('DELETE', `/api/traffic/corridors/${id}?seen=2`)).statusCode).toBe(204);
    expect((await operator!.get(`/api/traffic/corridors/${id}`)).json().code).toBe('CORRIDOR_NOT_FOUND');
    expect((await operator!.get('/api/traffic/corridors')).json()).toEqual([]);
  });
});
