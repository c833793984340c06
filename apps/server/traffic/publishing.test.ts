import { csvCells, csvLines } from '@amaan/contracts/csv-cells';
import { instantOf } from '@amaan/contracts/instant';
import { openTestDatabase, type TestDatabase } from '@amaan/store/test-database';
import { insertLaneMinutes } from '@amaan/store/traffic/lane-minutes';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signInAs } from '../testing/sign-in-as.ts';
import { startTestServer, type TestServer } from '../testing/start-test-server.ts';
import { TestClient } from '../testing/test-client.ts';
import {
  addTrafficCamera,
  approveTraffic,
  laneMeasured,
  type TrafficCamera,
} from '../testing/traffic-camera.ts';

const MINUTE = 60_000;
const TOKEN = 'token-of-the-collector-in-this-test';

describe('published figures', () => {
  let postgres: TestDatabase;
  let server: TestServer;
  let road: TrafficCamera;
  /** The last minute that is over and stored. */
  const from = Math.floor((Date.now() - 30_000) / MINUTE) * MINUTE - MINUTE;

  beforeAll(async () => {
    postgres = await openTestDatabase();
    server = await startTestServer(postgres.db, { monitorToken: TOKEN });
    await approveTraffic(server);
    const administrator = await signInAs(server, 'administrator');
    road = await addTrafficCamera(server, administrator, await signInAs(server, 'supervisor'));
    await server.db
      .transaction()
      .execute((tx) =>
        insertLaneMinutes(tx, [
          laneMeasured(road, 'near-1', from, { speeds: 2, speedSum: 8_400, speedSquares: 35_300_000 }),
          laneMeasured(road, 'near-2', from - MINUTE),
        ]),
      );
  });
  afterAll(async () => {
    await server?.[Symbol.asyncDispose]();
    await postgres?.[Symbol.asyncDispose]();
  });

  const fetch = (path: string, query: Record<string, string> = {}, token = TOKEN) =>
    new TestClient(server.app).get(`/api/traffic/published/${path}?${new URLSearchParams(query)}`, {
      authorization: `Bearer ${token}`,
    });
  const period = { from: instantOf(from), to: instantOf(from + MINUTE) };

  test('are fetched by a program with its token, and by no stranger', async () => {
    expect((await fetch('csv', {}, 'another token')).statusCode).toBe(401);
    expect((await fetch('csv')).statusCode).toBe(200);
  });

  test('as FIWARE entities: what was not measured is left out', async () => {
    const answer = await fetch('fiware', period);
    expect(answer.headers['content-type']).toContain('application/ld+json');
    expect(answer.json()).toMatchObject([
      {
        type: 'TrafficFlowObserved',
        intensity: { value: 11 },
        averageVehicleSpeed: { value: 42, unitCode: 'KMH' },
        location: { value: { type: 'Point', coordinates: [74.3, 31.5] } },
      },
    ]);
    expect(answer.json()[0]).not.toHaveProperty('congested');
  });

  test('as DATEX II: a table of lanes, and data that refer to it', async () => {
    const sites = await fetch('datex/sites');
    expect(sites.headers['content-type']).toContain('application/xml');
    const id = `${road.camera.id}/near-1`;
    expect(sites.body).toContain('MeasurementSiteTablePublication');
    expect(sites.body).toContain(`id="${id}"`);
    const data = await fetch('datex/data', period);
    expect(data.body).toContain('MeasuredDataPublication');
    expect(data.body).toContain(`id="${id}"`);
    expect(data.body).not.toContain('/near-2"');
    const version = (text: string) => /version="(\d{9,})"/.exec(text)?.[1];
    expect(version(data.body)).toBe(version(sites.body));
  });

  test('as CSV: a row for each lane and minute that was seen, an empty cell for what was not measured', async () => {
    const answer = await fetch('csv', { ...period, from: instantOf(from - MINUTE) });
    const [header, ...rows] = [...csvLines(answer.body)].map(({ text }) => csvCells(text)!);
    const speed = header!.indexOf('speed_kmh');
    expect(rows.map((row) => row[speed]).sort()).toEqual(['', '42.00']);
  });

  test('never mix what is simulated with what is real, and are never cut off', async () => {
    expect((await fetch('fiware', { ...period, simulated: 'true' })).json()).toEqual([]);
    const long = { from: instantOf(from - 80 * 24 * 60 * MINUTE), to: instantOf(from), step: '1m' };
    const refused = await fetch('csv', long);
    expect([refused.statusCode, refused.json().code]).toEqual([422, 'PERIOD_REFUSED']);
  });
});
