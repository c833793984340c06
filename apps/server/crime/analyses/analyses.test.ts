import { decodeRaster } from '@amaan/contracts/crime/cell-lattice';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { CrimeOffice } from '../testing/crime-office.ts';

const PERIOD = { from: '2024-01-01T00:00:00.000Z', until: '2026-01-01T00:00:00.000Z' };

describe('analyses over HTTP', () => {
  let office: CrimeOffice;
  beforeAll(async () => {
    office = await CrimeOffice.open();
  });
  afterAll(() => office?.[Symbol.asyncDispose]());

  const selection = (change: object = {}) => ({
    ...{ siteId: office.siteId, period: PERIOD, simulated: true },
    ...change,
  });
  const ask = (question: object) => office.people.analyst.post('/api/crime/analyses', question);
  const ended = (id: string) =>
    vi.waitFor(
      async () => {
        const analysis = (await office.people.analyst.get(`/api/crime/analyses/${id}`)).json();
        expect(analysis.endedAt).not.toBeNull();
        return analysis;
      },
      { timeout: 30_000, interval: 200 },
    );

  it('imports, asks for a density, and has it at once', async () => {
    const early = await ask({ kind: 'density', selection: selection(), settings: {} });
    const nothing = await ended(early.json().id);
    expect([nothing.state, nothing.problem.code]).toEqual(['failed', 'NO_INCIDENTS']);
    await office.simulated(3000);
    const asked = await ask({ kind: 'density', selection: selection(), settings: { resolution: 64 } });
    expect([200, 202], asked.body).toContain(asked.statusCode);
    const done = await ended(asked.json().id);
    expect(done, JSON.stringify(done.problem)).toMatchObject({ state: 'done', simulated: true });
    expect(done.notes.map(({ code }: { code: string }) => code)).toEqual(
      expect.arrayContaining(['data-simulated', 'data-period', 'data-batches', 'method-density']),
    );
    expect(decodeRaster(done.result.raster).some((value) => value > 0)).toBe(true);
    // The same question is not computed again.
    const again = await ask({ kind: 'density', selection: selection(), settings: { resolution: 64 } });
    expect([again.statusCode, again.json().id]).toEqual([200, done.id]);
    expect(await office.ledgerOf(`crime-analysis:${done.id}`)).toEqual(['crime-analysis.done']);
    const operators = await office.people.operator.get(`/api/crime/density?siteId=${office.siteId}`);
    expect(operators.json().density.id).toBe(done.id);
    expect((await office.people.operator.get(`/api/crime/analyses/${done.id}`)).statusCode).toBe(403);
  });

  it('leaves out what officers find, says so, and counts it in for a reason', async () => {
    const without = await ended(
      (await ask({ kind: 'heat-map', selection: selection(), settings: {} })).json().id,
    );
    const code = 'data-officer-initiated-left-out';
    const note = without.notes.find((one: { code: string }) => one.code === code);
    expect(note.values.incidents).toBeGreaterThan(0);
    const officerInitiated = { reason: 'To see when officers record.' };
    const question = { kind: 'heat-map', selection: selection({ officerInitiated }), settings: {} };
    const with_ = await ended((await ask(question)).json().id);
    expect(with_.incidents).toBe(without.incidents + note.values.incidents);
    expect(with_.notes).toContainEqual({
      about: 'data',
      code: 'data-officer-initiated-included',
      values: { reason: officerInitiated.reason },
    });
  });

  it('gives results as files, with what they are made from', async () => {
    const settings = { cells: { shape: 'square', metres: 1000 }, permutations: 999 };
    const done = await ended((await ask({ kind: 'hot-spots', selection: selection(), settings })).json().id);
    const path = `/api/crime/analyses/${done.id}/export`;
    const csv = await office.people.supervisor.get(`${path}?format=csv`);
    expect(csv.headers['content-disposition']).toContain(
      'SIMULATED-crime-hot-spots-2024-01-01-2026-01-01.csv',
    );
    expect(csv.body).toMatch(/^# Amaan crime analysis "hot-spots"/);
    expect(csv.body).toContain('# SIMULATED: these incidents were made up');
    expect(csv.body).toContain('"cell","incidents","z","p","q","mark"');
    const geojson = JSON.parse((await office.people.analyst.get(`${path}?format=geojson`)).body);
    expect(geojson.features).toHaveLength(done.result.cells.cells.length);
    expect(geojson.features[0].geometry.coordinates[0]).toHaveLength(5);
    expect((await office.people.operator.get(`${path}?format=csv`)).statusCode).toBe(403);
    expect(await office.ledgerOf(`crime-analysis:${done.id}`)).toEqual([
      'crime-analysis.done',
      'crime-analysis.exported',
      'crime-analysis.exported',
    ]);
    const hours = await ended(
      (await ask({ kind: 'heat-map', selection: selection(), settings: {} })).json().id,
    );
    const refused = await office.people.analyst.get(`/api/crime/analyses/${hours.id}/export?format=geojson`);
    expect([refused.statusCode, refused.json().code]).toEqual([409, 'NO_PLACES']);
  });

  it('is cancelled, and not begun again', async () => {
    const settings = { permutations: 9999 };
    const asked = await ask({ kind: 'near-repeat', selection: selection(), settings });
    expect(asked.statusCode, asked.body).toBe(202);
    const { id } = asked.json();
    const cancelled = await office.people.analyst.post(`/api/crime/analyses/${id}/cancel`);
    expect(cancelled.json()).toMatchObject({ state: 'cancelled', result: null });
    const again = await office.people.analyst.post(`/api/crime/analyses/${id}/cancel`);
    expect([again.statusCode, again.json().code]).toEqual([409, 'ANALYSIS_ENDED']);
    expect(await office.ledgerOf(`crime-analysis:${id}`)).toEqual(['crime-analysis.cancelled']);
  });

  it('stops when the system is suspended, and refuses until it is resumed', async () => {
    const settings = { permutations: 9999, seed: 2 };
    const asked = await ask({ kind: 'near-repeat', selection: selection(), settings });
    expect(asked.statusCode, asked.body).toBe(202);
    const body = { reason: 'A test of stopping what is being computed.' };
    const suspended = await office.people.supervisor.post('/api/systems/crime-analytics/suspend', body);
    expect(suspended.statusCode, suspended.body).toBeLessThan(300);
    const stopped = await ended(asked.json().id);
    expect(stopped).toMatchObject({ state: 'cancelled', problem: { code: 'SYSTEM_NOT_RUNNING' } });
    const refused = await ask({ kind: 'density', selection: selection(), settings: { resolution: 32 } });
    expect([refused.statusCode, refused.json().code]).toEqual([409, 'SYSTEM_NOT_RUNNING']);
    expect(refused.json().detail).toContain('Crime analytics is suspended since');
    expect((await office.people.analyst.get('/api/crime/standing')).json().running).toBe(false);
  });
});
