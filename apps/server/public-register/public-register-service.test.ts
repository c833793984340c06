import type { AiSystem } from '@amaan/contracts/ai-system';
import { newIdentifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import type { LedgerEntry } from '@amaan/contracts/ledger-entry';
import { PublicRegister, type StandardField } from '@amaan/contracts/public-register';
import { SUBJECTS } from '@amaan/contracts/worker-messages';
import { ATRS_REQUIRED, EUROCITIES_REQUIRED } from '@amaan/governance/public-register/standard-fields';
import { appendToLedger } from '@amaan/store/ledger-store';
import { createTestDatabase } from '@amaan/store/test-database';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AI_SYSTEMS } from '../ai-systems.ts';
import { lineCrossed } from '../testing/observations.ts';
import { signInAs } from '../testing/sign-in-as.ts';
import { startTestServer, type TestServer } from '../testing/start-test-server.ts';
import { TestClient } from '../testing/test-client.ts';
import { addWatchedCamera } from '../testing/watched-camera.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

describe('the public register', () => {
  let server: TestServer;
  let anybody: TestClient;
  const read = async (): Promise<PublicRegister> =>
    PublicRegister.parse((await anybody.get('/api/public/register')).json());

  beforeAll(async () => {
    server = await startTestServer(await createTestDatabase());
    anybody = new TestClient(server.app);
    const { origin } = await addWatchedCamera(server, await signInAs(server, 'administrator'));
    for (let n = 0; n < 12; n++) {
      const observation = lineCrossed(origin);
      await server.workerBus.publish(SUBJECTS.reports, [
        { id: observation.id, payload: { type: 'observation', observation } },
      ]);
    }
  });
  afterAll(async () => {
    await server?.[Symbol.asyncDispose]();
    await server?.db.destroy();
  });

  test('is read without an account and without a cookie', async () => {
    const answer = await anybody.get('/api/public/register');
    expect(answer.statusCode, answer.body).toBe(200);
    expect(answer.headers['set-cookie']).toBeUndefined();
    expect(answer.headers['cache-control']).toBe('public, max-age=300');
    expect(answer.body).not.toMatch(/"(email|username|password|person)"/);
  });

  test('fills every required field of both standards, or says why it does not apply', async () => {
    const { systems } = await read();
    expect(systems.length).toBeGreaterThan(0);
    for (const { id, atrs, eurocities } of systems) {
      expect(Object.keys(atrs).sort(), id).toEqual([...ATRS_REQUIRED].sort());
      expect(Object.keys(eurocities).sort(), id).toEqual([...EUROCITIES_REQUIRED].sort());
      const open = (fields: Record<string, StandardField>) =>
        Object.entries(fields).flatMap(([name, { state }]) => (state === 'not-stated' ? [name] : []));
      // What only the organisation can say, and has not said in this test.
      const unsaid = ['contact_email', 'date_completion', 'data_sharing_agreements'];
      expect(open(atrs).sort(), id).toEqual(unsaid.sort());
      for (const name of ['country', 'area', 'department', 'connected_data_sources', 'last_change_date'])
        expect(open(eurocities), id).toContain(name);
    }
  });

  test('claims of a planned system no watching, and only the models that it is already measured with', async () => {
    const planned = (await read()).systems.filter(({ state }) => state === 'planned');
    expect(planned.map(({ id }) => id)).toContain('face-recognition');
    const atHand = new Set(server.services.registerUpkeep.modelsAtHand.map((model) => model.id));
    for (const { id, atrs, eurocities } of planned) {
      expect(eurocities.monitoring?.state, id).toBe('not-applicable');
      const { models, built }: AiSystem = AI_SYSTEMS.find((system) => system.id === id)!;
      const hasModels = models.some((model) => atHand.has(model));
      expect(atrs.model_type?.state, id).toBe(hasModels ? 'stated' : 'not-applicable');
      const says = JSON.stringify(atrs.model_type);
      if (built && models.length > 0 && !hasModels) expect(says, id).toContain('never installed here');
    }
    const running = (await read()).systems.find(({ id }) => id === 'smart-vision');
    expect(running?.eurocities.monitoring).toMatchObject({ state: 'stated' });
  });

  test('tells everything in Urdu too: what for, what never, whom, data, risks and limits', async () => {
    const script = /\p{Script=Arabic}/u;
    for (const { id, name, about, risk, data, ...system } of (await read()).systems) {
      const texts = [
        ...[name, about, system.intendedUse, risk.euAiAct.category, risk.euAiAct.why],
        ...[system.mustNever, system.affected, system.humanOversight, system.limits, risk.reasons].flat(),
        ...[...data.reads, ...data.keeps.flatMap(({ what, howLong }) => [what, howLong])],
      ];
      expect(texts.length, id).toBeGreaterThan(12);
      for (const { en, ur } of texts) {
        expect(ur, `${id}: ${en}`).toMatch(script);
        expect(en, id).not.toMatch(script);
      }
      const fields = Object.values({ ...system.atrs, ...system.eurocities });
      for (const field of fields)
        if (field.state === 'not-applicable') expect(field.because.ur).toMatch(script);
    }
  });

  test('publishes the figures of a month only once they are final', async () => {
    const monthsOf = async () => {
      const results = (await read()).systems.find(({ id }) => id === 'smart-vision')!.results;
      return results.state === 'counted' ? results.months : [];
    };
    expect(await monthsOf()).toEqual([]);
    server.clock.aheadMs = 45 * DAY_MS;
    expect(await monthsOf()).toMatchObject([{ state: 'published', alerts: 12, confirmed: 0, undecided: 12 }]);
  });

  test('says of what is not built that it is not in operation', async () => {
    const { figures, systems } = await read();
    expect(figures.faceSearches.state).toBe('not-in-operation');
    expect(figures.finesCancelled.state).toBe('not-in-operation');
    for (const { state, results } of systems)
      expect(results.state).toBe(state === 'planned' ? 'not-in-operation' : 'counted');
  });

  test('counts face searches and cancelled fines in the ledger once their systems run', async () => {
    const at = instantOf(Date.now());
    const entry = (kind: string, data: LedgerEntry['data'] = {}): LedgerEntry => ({
      kind,
      at,
      actor: 'system:test',
      subject: `test:${newIdentifier()}`,
      data,
    });
    const entries = [
      // On cameras an entry is about an hour; a search with a picture is one.
      entry('face.searched', { faces: 9 }),
      entry('face.searched', { faces: 2 }),
      entry('face-search.sealed'),
      ...Array.from({ length: 3 }, () => entry('face.match-confirmed')),
      entry('face.searched', { faces: 20, simulated: true }),
      entry('challan.cancelled'),
    ];
    await server.db.transaction().execute((tx) => appendToLedger(tx, entries));
    await server.db
      .updateTable('ai_system')
      .set({ stage: 'operational' })
      .where('id', '=', 'face-recognition')
      .execute();
    server.clock.aheadMs += 10 * 60_000;
    const { figures } = await read();
    const month = at.slice(0, 7);
    const searches = figures.faceSearches.state === 'counted' ? figures.faceSearches.months : [];
    expect(searches).toHaveLength(12);
    expect(searches.find((one) => one.month === month)).toEqual({ state: 'published', month, count: 12 });
    expect(searches[0]).toMatchObject({ state: 'published', count: 0 });
    const matches = figures.faceMatches.state === 'counted' ? figures.faceMatches.months : [];
    expect(matches.find((one) => one.month === month)).toEqual({ state: 'withheld', month });
    expect(figures.finesCancelled.state).toBe('not-in-operation');
  });
});
