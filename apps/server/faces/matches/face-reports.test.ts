import type { FaceReportLine } from '@amaan/contracts/faces/matches/face-report';
import { FaceAuditSetInput, type FaceReport } from '@amaan/contracts/faces/matches/face-report';
import { instantOf } from '@amaan/contracts/instant';
import { wilsonInterval } from '@amaan/governance-monitoring/wilson-interval';
import type { Database } from '@amaan/store/open-database';
import { createTestDatabase } from '@amaan/store/test-database';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { faceErrorsOf, readFaceResults } from '../../public-register/face-errors.ts';
import { facesSearched, reportRaw } from '../../testing/face-search.ts';
import { signInAs } from '../../testing/sign-in-as.ts';
import { type FaceSearchServer, startFaceSearch } from '../../testing/start-face-search.ts';
import type { TestClient } from '../../testing/test-client.ts';
import { readPublicFaces } from './read-public-faces.ts';

const DAY_MS = 24 * 60 * 60_000;
const today = () => instantOf(Date.now()).slice(0, 10);
const MONTH = instantOf(Date.now()).slice(0, 7);

let db: Database;
let face: FaceSearchServer;
let governance: TestClient;

const audit = {
  ...{ name: 'Volunteers of spring', source: 'Two hundred volunteers walked past the gate.' },
  lawfulness: 'They agreed in writing, and the data office approved the test.',
  ...{ from: '2026-03-01', to: '2026-03-02' },
  groups: [
    { grouping: 'age band', label: '18–30', faces: 400, alerts: 20, falseAlerts: 2 },
    { grouping: 'age band', label: 'over 60', faces: 8, alerts: 1, falseAlerts: 1 },
  ],
};
const read = async (client = governance): Promise<FaceReport> =>
  (await client.get(`/api/face-reports?from=${today()}&to=${today()}`)).json();
const linesOf = (report: FaceReport, grouping: string): FaceReportLine[] =>
  report.groups.find((one) => one.grouping === grouping)!.lines;

beforeAll(async () => {
  db = await createTestDatabase();
  face = await startFaceSearch(db);
  governance = await signInAs(face.server, 'governance-officer');
  await reportRaw(face.server, { type: 'faces-searched', searched: facesSearched(face, 500) });
  // Pictures are worn by rejections, so each is of another person.
  for (const [index, said] of ['different-person', 'same-person'].entries()) {
    const people = face.list.people.slice(index);
    const match = await face.reported({ list: { ...face.list, people } });
    for (const client of [face.one, face.other]) await face.answer(client, match.id, said);
  }
  await face.reported({ list: { ...face.list, people: face.list.people.slice(2) } });
});
afterAll(async () => {
  await face?.[Symbol.asyncDispose]();
  await db?.destroy();
});

describe('how often facial recognition is wrong', () => {
  test('is told of all, by camera, list, site and light, with intervals, and without what lists are called', async () => {
    const report = await read();
    expect(report.total).toMatchObject({ faces: 500, alerts: 3, confirmed: 1, rejected: 1, deleted: 0 });
    expect(report.total.falsePerFace).toEqual({
      ...{ state: 'known', value: 1 / 500, ...wilsonInterval(1, 500), count: 500 },
    });
    expect(report.total.falsePerAlert).toEqual({ state: 'not-enough-data', count: 2, needed: 10 });
    expect(report.groups.map(({ grouping }) => grouping)).toEqual(['camera', 'watchlist', 'site', 'light']);
    expect(linesOf(report, 'camera')).toMatchObject([{ label: face.cameraId, name: 'Gate', faces: 500 }]);
    expect(linesOf(report, 'watchlist')).toMatchObject([{ label: face.list.id, name: null, alerts: 3 }]);
    expect(linesOf(report, 'site')).toMatchObject([{ label: face.siteId, rejected: 1 }]);
    const light = linesOf(report, 'light');
    expect(light.reduce((sum, { alerts }) => sum + alerts, 0)).toBe(3);
    expect(JSON.stringify(report)).not.toContain('Wanted');
  });

  test('stays known when matches are deleted, and tells of those that nobody decided on', async () => {
    const urgent = await face.authorise({ urgent: true });
    const people = face.list.people.slice(2);
    await face.reported({ authorisationId: urgent, list: { ...face.list, people } });
    const before = (await read()).total;
    await face.server.services.faceMatches.removal.destroyWhatItProduced(urgent);
    await face.server.services.faceMatches.removal.run();
    expect((await read()).total).toEqual({ ...before, deleted: before.deleted + 1 });
  });

  test('is told of somebody’s sites alone, and to nobody who only works with matches', async () => {
    const elsewhere = await signInAs(face.server, 'supervisor', { sites: [] });
    expect((await read(elsewhere)).total).toMatchObject({ faces: 0, alerts: 0 });
    for (const client of [face.one, face.investigator])
      expect((await client.get(`/api/face-reports?from=${today()}&to=${today()}`)).statusCode).toBe(403);
    for (const query of ['', '?from=2026-02-30&to=2026-03-01', '?from=2026-03-02&to=2026-03-01'])
      expect((await governance.get(`/api/face-reports${query}`)).statusCode).toBe(400);
    expect(
      (await governance.get(`/api/face-reports?from=${today()}&to=${today()}&group=age`)).statusCode,
    ).toBe(400);
  });
});

describe('errors by group', () => {
  test('come from audit sets of the governance office alone, with intervals', async () => {
    expect((await read()).audits).toEqual([]);
    const kept = await governance.post('/api/face-reports/audits', audit);
    expect(kept.statusCode).toBe(201);
    const [set] = (await read()).audits;
    expect(set).toEqual(kept.json());
    expect(set!.groups[0]).toMatchObject({
      falsePerAlert: { state: 'known', value: 0.1, ...wilsonInterval(2, 20) },
      falsePerFace: { state: 'known', value: 2 / 400, ...wilsonInterval(2, 400) },
    });
    expect(set!.groups[1]!.falsePerFace).toMatchObject({ state: 'not-enough-data', count: 8 });
    expect((await face.entries('face.audit-set-recorded')).at(-1)).toMatchObject({
      ...{ subject: `face-audit-set:${set!.id}`, data: { groups: 2 } },
    });
    for (const client of [face.one, face.investigator])
      expect((await client.post('/api/face-reports/audits', audit)).statusCode).toBe(403);
  });

  test('hold numbers and nothing of anybody: what has other fields, or cannot be, is refused', () => {
    expect(FaceAuditSetInput.safeParse(audit).success).toBe(true);
    const [group] = audit.groups;
    for (const change of [
      { people: [{ name: 'Somebody' }] },
      { groups: [{ ...group, matchIds: ['x'] }] },
      { groups: [{ ...group, falseAlerts: 21 }] },
      { groups: [{ ...group, alerts: 401 }] },
      { groups: [{ ...group, faces: 0 }] },
      { groups: [group, group] },
      { groups: [] },
      { lawfulness: '' },
      { from: '2026-03-03' },
    ])
      expect(FaceAuditSetInput.safeParse({ ...audit, ...change }).success, JSON.stringify(change)).toBe(
        false,
      );
  });
});

describe('the public register', () => {
  test('withholds a month whose counts are small, and publishes errors with their intervals where they are not', async () => {
    expect(await readPublicFaces(db, [MONTH])).toMatchObject({
      months: [{ state: 'withheld', month: MONTH }],
      audits: [{ name: audit.name, groups: [{ grouping: 'age band', label: '18–30' }] }],
    });
    await db
      .updateTable('face_match_tally')
      .set({ raised: 70, confirmed: 40, rejected: 20, confirmed_in_time: 40, rejected_in_time: 20 })
      .execute();
    const { months } = await readPublicFaces(db, [MONTH]);
    expect(months).toMatchObject([
      {
        ...{ state: 'published', month: MONTH, faces: 500, alerts: 70, confirmed: 40, rejected: 20 },
        undecided: 10,
        falsePerAlert: { state: 'known', value: 20 / 60, ...wilsonInterval(20, 60) },
        falsePerFace: { state: 'known', value: 20 / 500 },
      },
    ]);
  });

  test('has the alerts of face recognition from the same counts, once a month is closed', async () => {
    const { clock, services } = face.server;
    clock.aheadMs = 45 * DAY_MS;
    const register = await services.publicRegister.read();
    const now = Date.now() + clock.aheadMs;
    clock.aheadMs = 0;
    const counts = { alerts: 70, confirmed: 40, rejected: 20, undecided: 10 };
    expect(await readFaceResults(db, now)).toEqual([{ state: 'published', month: MONTH, ...counts }]);
    expect(await readFaceResults(db, Date.now())).toEqual([]);
    const running = [{ id: 'face-recognition', stage: 'pilot', suspension: null }] as const;
    expect(await faceErrorsOf(db, running, now)).toMatchObject({
      ...{ state: 'counted', months: [{ month: MONTH, ...counts }] },
    });
    // Here it does not run, and the register says no more than that.
    expect(register.faceErrors.state).toBe('not-in-operation');
    const { results } = register.systems.find(({ id }) => id === 'face-recognition')!;
    expect(results.state).toBe('not-in-operation');
  });
});
