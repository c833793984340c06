import type { PlanInput } from '@amaan/contracts/crime/deployment-plan';
import { instantOf } from '@amaan/contracts/instant';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { demoStationAreas } from '../../demo/crime/demo-station-areas.ts';
import { readPdf } from '../../pdf/testing/read-pdf.ts';
import { CrimeOffice } from '../testing/crime-office.ts';

const DAY_MS = 86_400_000;
/** The simulation ends with 2025; a horizon before it can be evaluated. */
const UNTIL = Date.UTC(2025, 11, 1);

describe('deployment plans and briefings', () => {
  let office: CrimeOffice;
  let forecastId: string;
  beforeAll(async () => {
    office = await CrimeOffice.open();
    await office.simulated(3000);
    const { siteId } = office;
    const stored = await office.people.administrator.request('PUT', '/api/crime/boundaries', {
      ...{ siteId, geojson: demoStationAreas() },
    });
    expect(stored.statusCode, stored.body).toBe(200);
    const forecast = await office.answered({
      kind: 'forecast',
      selection: {
        ...{ siteId, simulated: true },
        period: { from: '2024-01-01T00:00:00.000Z', until: instantOf(UNTIL) },
      },
      settings: { cells: { shape: 'square', metres: 500 }, horizonDays: 28, areaFraction: 0.05 },
    });
    expect(forecast.state, JSON.stringify(forecast.problem)).toBe('done');
    forecastId = forecast.id;
  });
  afterAll(() => office?.[Symbol.asyncDispose]());

  const input = (change: object = {}): z.input<typeof PlanInput> => ({
    ...{ forecastId, note: 'For a test of planning.' },
    shifts: [
      { name: 'day', fromHour: 8, untilHour: 20, patrolHours: 10 },
      { name: 'night', fromHour: 20, untilHour: 8, patrolHours: 6 },
    ],
    ...change,
  });
  const propose = (change: object = {}) => office.people.analyst.post('/api/crime/plans', input(change));

  it('takes only a forecast that is offered, and waits for another person', async () => {
    await offer(false);
    const refused = await propose();
    expect([refused.statusCode, refused.json().code]).toEqual([409, 'FORECAST_NOT_OFFERED']);
    await offer(true);
    const proposed = await propose();
    expect(proposed.statusCode, proposed.body).toBe(201);
    const plan = proposed.json();
    expect(plan).toMatchObject({ state: 'proposed', simulated: true, fairBy: 'population' });
    expect(plan.visits.length).toBeGreaterThan(10);
    const minutes = plan.visits.reduce((sum: number, one: { visits: number }) => sum + one.visits * 15, 0);
    expect(minutes / 60).toBeLessThanOrEqual(16 * 28);
    // No station area has more than twice its share of people, and none less than a quarter of it.
    for (const { share, fairShare, name } of plan.areas) {
      expect(share, name).toBeLessThanOrEqual(2 * fairShare + 0.01);
      expect(share, name).toBeGreaterThanOrEqual(0.25 * fairShare - 0.01);
    }
    expect(new Set(plan.boundEffects.map(({ code }: { code: string }) => code))).toContain('left-out');
    const path = `/api/crime/plans/${plan.id}`;
    const early = await office.people.analyst.post(`${path}/evaluation`);
    expect([early.statusCode, early.json().code]).toEqual([409, 'PLAN_NOT_APPROVED']);
    const own = await office.people.analyst.post(`${path}/decision`, { decision: 'approve', note: 'Mine.' });
    expect(own.statusCode).toBe(403);
    const approved = await office.people.supervisor.post(`${path}/decision`, {
      ...{ decision: 'approve', note: 'Looked at.' },
    });
    expect(approved.json(), approved.body).toMatchObject({ state: 'approved', decisionNote: 'Looked at.' });
    const again = await office.people.supervisor.post(`${path}/decision`, {
      ...{ decision: 'reject', note: 'Changed my mind.' },
    });
    expect([again.statusCode, again.json().code]).toEqual([409, 'PLAN_DECIDED']);
    const evaluated = await office.people.supervisor.post(`${path}/evaluation`);
    expect(evaluated.statusCode, evaluated.body).toBe(200);
    const { evaluation } = evaluated.json();
    expect(evaluation.drawn).toBe(true);
    expect(evaluation.visited.during + evaluation.compared.during).toBeGreaterThan(0);
    expect(evaluation.areas).toHaveLength(9);
    expect(await office.ledgerOf(`crime-plan:${plan.id}`)).toEqual([
      'crime-plan.proposed',
      'crime-plan.approved',
      'crime-plan.evaluated',
    ]);
  });

  it('plans visits to hexagons, and counts periods in a row over forecasts', async () => {
    const { siteId } = office;
    const forecast = await office.answered({
      kind: 'forecast',
      selection: {
        ...{ siteId, simulated: true, kinds: ['burglary-home', 'vehicle-theft'] },
        period: { from: '2025-06-01T00:00:00.000Z', until: instantOf(UNTIL) },
      },
      settings: { cells: { shape: 'hexagon', resolution: 8 }, horizonDays: 14, areaFraction: 0.05 },
    });
    expect(forecast.state, JSON.stringify(forecast.problem)).toBe('done');
    expect(forecast.notes.map(({ code }: { code: string }) => code)).toContain('data-helping');
    await offer(true, forecast.id);
    const bounds = { mostPeriodsInRow: 1, leftOutShare: 0 };
    const [first, second] = [
      (await propose({ forecastId: forecast.id, bounds })).json(),
      (await propose({ forecastId: forecast.id, bounds })).json(),
    ];
    expect(first.visits.length).toBeGreaterThan(5);
    for (const { ring } of first.visits) expect(ring).toHaveLength(7);
    expect(second.visits).toEqual(first.visits);
    const approved = await office.people.supervisor.post(`/api/crime/plans/${first.id}/decision`, {
      ...{ decision: 'approve', note: 'Looked at.' },
    });
    expect(approved.statusCode, approved.body).toBe(200);
    const evaluated = await office.people.supervisor.post(`/api/crime/plans/${first.id}/evaluation`);
    expect(evaluated.statusCode, evaluated.body).toBe(200);
    expect(evaluated.json().evaluation.visited.cells).toBe(
      new Set(first.visits.map(({ cell }: { cell: number }) => cell)).size,
    );
    // The next forecast begins where this plan ends: what was visited has had its turn.
    const next = await office.answered({
      ...{ kind: 'forecast', settings: forecast.question.settings },
      selection: {
        ...forecast.question.selection,
        period: { ...forecast.question.selection.period, until: first.until },
      },
    });
    await offer(true, next.id);
    const following = (await propose({ forecastId: next.id, bounds })).json();
    const visited = new Set(first.visits.map(({ ring }: { ring: unknown }) => JSON.stringify(ring)));
    for (const { ring } of following.visits) expect(visited).not.toContain(JSON.stringify(ring));
    expect(following.boundEffects.map(({ code }: { code: string }) => code)).toContain('cell-periods');
  });

  it('refuses shifts that share an hour', async () => {
    await offer(true);
    const shift = { name: 'day', fromHour: 8, untilHour: 20, patrolHours: 10 };
    const answer = await propose({ shifts: [shift, { ...shift, name: 'noon', fromHour: 12 }] });
    expect([answer.statusCode, answer.json().code]).toEqual([422, 'DEPLOYMENT_INVALID']);
  });

  it('prints an approved plan with maps and notes, and hands out the same bytes again', async () => {
    const { siteId, people } = office;
    const selection = {
      siteId,
      simulated: true,
      period: { from: instantOf(UNTIL - 365 * DAY_MS), until: instantOf(UNTIL) },
    };
    const density = await office.answered({ kind: 'density', selection, settings: { resolution: 64 } });
    const hours = await office.answered({ kind: 'heat-map', selection, settings: {} });
    const [plan] = (await people.supervisor.get('/api/crime/plans?state=approved')).json();
    const { boundaries } = (await people.analyst.get(`/api/crime/boundaries?siteId=${siteId}`)).json();
    const made = await people.supervisor.post('/api/crime/briefings', {
      ...{ siteId, title: 'Test of the beat', planId: plan.id, boundaryId: boundaries[4].id },
      ...{ analysisIds: [density.id, hours.id], remark: 'بازار پر نظر رکھیں۔' },
    });
    expect(made.statusCode, made.body).toBe(201);
    const path = `/api/crime/briefings/${made.json().id}/pdf`;
    const pdf = await people.operator.get(path);
    expect(pdf.headers['content-type']).toBe('application/pdf');
    expect(pdf.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
    expect((await people.supervisor.get(path)).rawPayload.equals(pdf.rawPayload)).toBe(true);
    const { text, pages, missing } = readPdf(pdf.rawPayload);
    expect([pages > 1, missing]).toEqual([true, 0]);
    for (const words of [
      'SIMULATED',
      'no ground to stop',
      'Planned visits',
      'Hours of the week',
      'Kernel density',
    ])
      expect(text).toContain(words);
    const proposed = (await propose()).json();
    const refused = await people.analyst.post('/api/crime/briefings', {
      ...{ siteId, title: 'Not approved', planId: proposed.id },
    });
    expect([refused.statusCode, refused.json().code]).toEqual([409, 'PLAN_NOT_APPROVED']);
  });

  /** Whether a simulated forecast beats its baselines is not what is tested here. */
  async function offer(offered: boolean, id = forecastId): Promise<void> {
    await sql`UPDATE crime_analysis SET result = jsonb_set(result, '{offered}', ${JSON.stringify(offered)}::jsonb)
      WHERE id = ${id}`.execute(office.postgres.db);
  }
});
