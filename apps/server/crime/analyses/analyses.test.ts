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
  /** Minutes of work on any machine: it is under way while something else is said. */
  const manyReplicas = (seed: number) => ({
    kind: 'clusters',
    selection: selection(),
    settings: { cells: { metres: 100 }, maximumMetres: 5000, maximumDays: 365, replicas: 9999, seed },
  });

  it('imports, asks for a density, and has it at once', async () => {
    const nothing = await office.answered({ kind: 'density', selection: selection(), settings: {} });
    expect([nothing.state, nothing.problem!.code]).toEqual(['failed', 'NO_INCIDENTS']);
    await office.simulated(3000);
    const question = { kind: 'density', selection: selection(), settings: { resolution: 64 } };
    const done = await office.answered(question);
    expect(done, JSON.stringify(done.problem)).toMatchObject({ state: 'done', simulated: true });
    expect(done.notes.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['data-simulated', 'data-period', 'data-batches', 'method-density']),
    );
    if (done.result?.kind !== 'density') throw new Error(done.kind);
    expect(decodeRaster(done.result.raster).some((value) => value > 0)).toBe(true);
    // The same question is not computed again.
    const again = await ask(question);
    expect([again.statusCode, again.json().id]).toEqual([200, done.id]);
    expect(await office.ledgerOf(`crime-analysis:${done.id}`)).toEqual(['crime-analysis.done']);
    const operators = await office.people.operator.get(`/api/crime/density?siteId=${office.siteId}`);
    expect(operators.json().density.id).toBe(done.id);
    expect((await office.people.operator.get(`/api/crime/analyses/${done.id}`)).statusCode).toBe(403);
  });

  it('leaves out what officers find, says so, and counts it in for a reason', async () => {
    const without = await office.answered({ kind: 'heat-map', selection: selection(), settings: {} });
    const code = 'data-officer-initiated-left-out';
    const note = without.notes.find((one) => one.code === code)!;
    const leftOut = Number(note.values.incidents);
    expect(leftOut).toBeGreaterThan(0);
    const officerInitiated = { reason: 'To see when officers record.' };
    const question = { kind: 'heat-map', selection: selection({ officerInitiated }), settings: {} };
    const with_ = await office.answered(question);
    expect(with_.incidents).toBe(without.incidents! + leftOut);
    expect(with_.notes).toContainEqual({
      about: 'data',
      code: 'data-officer-initiated-included',
      values: { reason: officerInitiated.reason },
    });
  });

  it('gives results as files, with what they are made from', async () => {
    const settings = { cells: { shape: 'square', metres: 1000 }, permutations: 999 };
    const done = await office.answered({ kind: 'hot-spots', selection: selection(), settings });
    const path = `/api/crime/analyses/${done.id}/export`;
    const csv = await office.people.supervisor.get(`${path}?format=csv`);
    expect(csv.headers['content-disposition']).toContain(
      'SIMULATED-crime-hot-spots-2024-01-01-2026-01-01.csv',
    );
    expect(csv.body).toMatch(/^# Amaan crime analysis "hot-spots"/);
    expect(csv.body).toContain('# SIMULATED: these incidents were made up');
    expect(csv.body).toContain('"cell","incidents","z","p","q","mark"');
    const geojson = JSON.parse((await office.people.analyst.get(`${path}?format=geojson`)).body);
    if (done.result?.kind !== 'hot-spots') throw new Error(done.kind);
    expect(geojson.features).toHaveLength(done.result.cells.cells.length);
    expect(geojson.features[0].geometry.coordinates[0]).toHaveLength(5);
    expect((await office.people.operator.get(`${path}?format=csv`)).statusCode).toBe(403);
    expect(await office.ledgerOf(`crime-analysis:${done.id}`)).toEqual([
      'crime-analysis.done',
      'crime-analysis.exported',
      'crime-analysis.exported',
    ]);
    const hours = await office.answered({ kind: 'heat-map', selection: selection(), settings: {} });
    const refused = await office.people.analyst.get(`/api/crime/analyses/${hours.id}/export?format=geojson`);
    expect([refused.statusCode, refused.json().code]).toEqual([409, 'NO_PLACES']);
  });

  it('is cancelled, and not begun again', async () => {
    const asked = await ask(manyReplicas(1));
    expect(asked.statusCode, asked.body).toBe(202);
    const { id } = asked.json();
    const cancelled = await office.people.analyst.post(`/api/crime/analyses/${id}/cancel`);
    expect(cancelled.json()).toMatchObject({ state: 'cancelled', result: null });
    const again = await office.people.analyst.post(`/api/crime/analyses/${id}/cancel`);
    expect([again.statusCode, again.json().code]).toEqual([409, 'ANALYSIS_ENDED']);
    expect(await office.ledgerOf(`crime-analysis:${id}`)).toEqual(['crime-analysis.cancelled']);
  });

  it('stops when the system is suspended, and refuses until it is resumed', async () => {
    const asked = await ask(manyReplicas(2));
    expect(asked.statusCode, asked.body).toBe(202);
    const body = { reason: 'A test of stopping what is being computed.' };
    const suspended = await office.people.supervisor.post('/api/systems/crime-analytics/suspend', body);
    expect(suspended.statusCode, suspended.body).toBeLessThan(300);
    const stopped = await vi.waitFor(
      async () => {
        const now = (await office.people.analyst.get(`/api/crime/analyses/${asked.json().id}`)).json();
        expect(now.endedAt).not.toBeNull();
        return now;
      },
      { timeout: 10_000, interval: 200 },
    );
    expect(stopped).toMatchObject({ state: 'cancelled', problem: { code: 'SYSTEM_NOT_RUNNING' } });
    const refused = await ask({ kind: 'density', selection: selection(), settings: { resolution: 32 } });
    expect([refused.statusCode, refused.json().code]).toEqual([409, 'SYSTEM_NOT_RUNNING']);
    expect(refused.json().detail).toContain('Crime analytics is suspended since');
    expect((await office.people.analyst.get('/api/crime/standing')).json().running).toBe(false);
  });
});
