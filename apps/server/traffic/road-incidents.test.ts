import { newIdentifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import { SUBJECTS } from '@amaan/contracts/worker-messages';
import { checkExplanation } from '@amaan/governance/explain/check-explanation';
import { ensureSite } from '@amaan/store/sites';
import { openTestDatabase, type TestDatabase } from '@amaan/store/test-database';
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
  incidentSeen,
  type TrafficCamera,
} from '../testing/traffic-camera.ts';

describe('an incident on the road', () => {
  let postgres: TestDatabase;
  let server: TestServer;
  let operator: TestClient;
  let road: TrafficCamera;

  beforeAll(async () => {
    postgres = await openTestDatabase();
    server = await startTestServer(postgres.db);
    await approveTraffic(server);
    const administrator = await signInAs(server, 'administrator');
    operator = await signInAs(server, 'operator');
    road = await addTrafficCamera(server, administrator, await signInAs(server, 'supervisor'));
  });
  afterAll(async () => {
    await server?.[Symbol.asyncDispose]();
    await postgres?.[Symbol.asyncDispose]();
  });

  const incidents = async (query = '') => (await operator.get(`/api/traffic/incidents${query}`)).json();
  const alertOf = async (id: string) =>
    server.db.selectFrom('alert').selectAll().where('observation_id', '=', id).executeTakeFirst();

  test('raises one alert with its cause, its chain can be checked, and its end is told', async () => {
    const heard = hearUpdates(server.services.updates, somebody('operator'));
    const seen = incidentSeen(road, { kind: 'wrong-way' });
    await report(server, seen, seen);
    await report(server, seen);
    const alert = await alertOf(seen.id);
    expect(alert).toMatchObject({ priority: 'critical', rule_name: 'Near lane', state: 'new' });
    expect(alert?.cause).toMatchObject({
      ...{ kind: 'traffic-incident', laneName: 'Near lane', view: { id: road.view.id, version: 1 } },
      incident: { kind: 'wrong-way', secondsToDetect: 10 },
    });
    expect(heard.filter(({ type }) => type === 'alert-raised')).toHaveLength(1);
    const shown = (await operator.get(`/api/alerts/${alert!.id}`)).json();
    expect(shown).toMatchObject({
      cause: { kind: 'traffic-incident' },
      observation: { incident: { laneId: 'near-1' } },
    });

    const told = await server.services.explanations.explain({ kind: 'alert', id: alert!.id });
    const step = told.steps.find((one) => one.step === 'traffic-incident');
    expect(step).toMatchObject({ cause: { laneName: 'Near lane' } });
    expect(step?.entries.length).toBeGreaterThanOrEqual(2);
    expect(() => checkExplanation(told, told.ledger.vkey)).not.toThrow();
    const forged = structuredClone(told);
    for (const one of forged.steps) if (one.step === 'traffic-incident') one.cause.laneName = 'Another lane';
    expect(() => checkExplanation(forged, told.ledger.vkey)).toThrow();

    const [entry] = await incidents();
    expect(entry).toMatchObject({
      ...{ id: seen.id, laneName: 'Near lane', ended: null, alert: { id: alert!.id, state: 'new' } },
      incident: { kind: 'wrong-way' },
    });
    const over = {
      ...{ observationId: seen.id, capturedAt: seen.capturedAt, cameraId: road.camera.id },
      ended: instantOf(Date.parse(seen.capturedAt) + 20_000),
    };
    const send = (change: object) =>
      server.workerBus.publish(SUBJECTS.reports, [
        { id: newIdentifier(), payload: { type: 'traffic-incident-over', over: { ...over, ...change } } },
      ]);
    // Of another camera it ends nothing.
    await send({ cameraId: newIdentifier() });
    expect((await incidents('?open=true')).map(({ id }: { id: string }) => id)).toEqual([seen.id]);
    await send({});
    expect(heard).toContainEqual({ type: 'traffic-changed' });
    expect(await incidents('?open=true')).toEqual([]);
    expect((await incidents())[0].ended).toBe(over.ended);
  });

  test('without a single object shows where to look', async () => {
    const seen = incidentSeen(road, {
      kind: 'congestion-onset',
      object: null,
      speedKmh: 11,
      laneId: 'near-2',
    });
    await report(server, seen);
    expect(await alertOf(seen.id)).toMatchObject({ priority: 'low', rule_name: 'Second lane' });
    const found = await incidents('?kind=congestion-onset');
    expect(found).toMatchObject([{ incident: { object: null, speedKmh: 11 } }]);
  });

  test('is nothing to those of other sites, and is refused on a lane that never was', async () => {
    const elsewhere = await ensureSite(server.db, 'Another city');
    const stranger = await signInAs(server, 'operator', { sites: [elsewhere.id] });
    expect((await stranger.get('/api/traffic/incidents')).json()).toEqual([]);
    const wrong = incidentSeen(road, { laneId: 'no-such-lane' });
    await report(server, wrong);
    expect(await alertOf(wrong.id)).toBeUndefined();
  });
});
