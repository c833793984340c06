import type { Alert } from '@amaan/contracts/alert';
import type { Explanation } from '@amaan/contracts/explanation';
import { newIdentifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import type { Observation } from '@amaan/contracts/observation';
import type { Hotlist, HotlistEntry, HotlistImport } from '@amaan/contracts/plates/hotlist';
import { SUBJECTS } from '@amaan/contracts/worker-messages';
import { checkExplanation } from '@amaan/governance/explain/check-explanation';
import { approvedStanding } from '@amaan/governance/testing/approved-standing';
import { appendToLedger } from '@amaan/store/ledger-store';
import { insertObservations } from '@amaan/store/observations';
import { createTestDatabase } from '@amaan/store/test-database';
import { recordStanding } from '@amaan/store/testing/record-standing';
import { vehicleTrace } from '@amaan/vehicle-trace/system';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { raiseAlerts } from '../alerts/raise-alerts.ts';
import { lineCrossed } from '../testing/observations.ts';
import { signInAs } from '../testing/sign-in-as.ts';
import { startTestServer, type TestServer } from '../testing/start-test-server.ts';
import type { TestClient } from '../testing/test-client.ts';
import { addWatchedCamera, type WatchedCamera } from '../testing/watched-camera.ts';
import { HotlistMatcher } from './hotlist-matcher.ts';

const DAY_MS = 24 * 60 * 60_000;
const day = (days: number) => instantOf(Date.now() + days * DAY_MS).slice(0, 10);

describe('hotlists', () => {
  let server: TestServer;
  let watched: WatchedCamera;
  let administrator: TestClient;
  let supervisor: TestClient;

  beforeAll(async () => {
    server = await startTestServer(await createTestDatabase());
    await recordStanding(server.db, approvedStanding(vehicleTrace, [], new Date()));
    administrator = await signInAs(server, 'administrator');
    supervisor = await signInAs(server, 'supervisor', { person: 'amina' });
    watched = await addWatchedCamera(server, administrator, supervisor);
  });
  afterAll(async () => {
    await server?.[Symbol.asyncDispose]();
    await server?.db.destroy();
  });

  const body = (change: object = {}) => ({
    name: 'Stolen this week',
    kind: 'stolen',
    owner: 'Anti Vehicle Lifting Staff',
    reason: 'Vehicles reported stolen to the police',
    legalBasis: 'Code of Criminal Procedure, section 550',
    priority: 'critical',
    expiresOn: day(30),
    reviewOn: day(20),
    ...change,
  });
  async function makeList(change: object = {}): Promise<Hotlist> {
    const made = await supervisor.post('/api/hotlists', body(change));
    expect(made.statusCode, made.body).toBe(201);
    return made.json();
  }
  async function put(list: Hotlist, plate: string, more: object = {}): Promise<HotlistEntry> {
    const added = await supervisor.post(`/api/hotlists/${list.id}/entries`, { plate, ...more });
    expect(added.statusCode, added.body).toBe(201);
    return added.json();
  }
  function plateRead(text: string): Observation {
    const { kind: _, rule: __, direction: ___, object, ...envelope } = lineCrossed(watched.origin);
    const capturedAt = instantOf(Date.now());
    const characters = [...text].map((own) => ({ text: own, confidence: 0.9, others: [] }));
    return {
      ...envelope,
      kind: 'plate-read',
      reading: { text, confidence: 0.9, format: null, rows: 1, characters },
      box: object.box,
      votes: [{ text, confidence: 0.9, capturedAt, frameDigest: envelope.frameDigest }],
      vehicle: {
        class: 'car',
        classConfidence: 0.9,
        colour: 'white',
        colourConfidence: 0.8,
        heading: 'towards',
        box: object.box,
      },
      track: 7,
      firstSeenAt: capturedAt,
      lastSeenAt: capturedAt,
    };
  }
  /** A read comes in. @returns the alert that it raised, or undefined */
  async function read(text: string): Promise<Alert | undefined> {
    const observation = plateRead(text);
    await server.workerBus.publish(SUBJECTS.reports, [
      { id: observation.id, payload: { type: 'observation', observation } },
    ]);
    const { alerts } = (await supervisor.get('/api/alerts?limit=100')).json();
    return alerts.find((alert: Alert) => alert.observation.id === observation.id);
  }
  const ledgerOf = async (subject: string): Promise<{ kind: string; data: Record<string, unknown> }[]> => {
    const rows = await server.db.selectFrom('ledger_entry').select('entry').orderBy('index').execute();
    return rows.map(({ entry }) => JSON.parse(entry)).filter((entry) => entry.subject === subject);
  };

  test('raise an alert for a read of a listed plate, also when O was read for 0, and say what differs', async () => {
    const list = await makeList();
    const entry = await put(list, 'lea-10 34', { note: 'White Corolla', caseNumber: 'FIR 12/26' });
    expect(entry).toMatchObject({ plate: 'LEA1034', state: 'active' });
    expect((await read('LEA1034'))?.cause).toMatchObject({
      kind: 'hotlist',
      hit: { cost: 0, differences: [] },
    });
    expect(await read('LEA1O34')).toMatchObject({
      ruleName: 'Stolen this week',
      priority: 'critical',
      cause: {
        hit: {
          hotlistId: list.id,
          hotlistVersion: 1,
          entryId: entry.id,
          entryPlate: 'LEA1034',
          readPlate: 'LEA1O34',
          note: 'White Corolla',
          caseNumber: 'FIR 12/26',
          cost: 0.25,
          differences: [{ at: 4, read: 'O', expected: '0', cost: 0.25 }],
        },
      },
    });
    expect(await read('LEB9999')).toBeUndefined();
  });

  test('are in the ledger with every change, and no plate is', async () => {
    const list = await makeList({ name: 'On record' });
    const entry = await put(list, 'XYZ777');
    const changed = await supervisor.request(
      'PUT',
      `/api/hotlists/${list.id}`,
      body({ name: 'On record 2' }),
    );
    expect(changed.json()).toMatchObject({ name: 'On record 2', version: 2, entries: 1 });
    await supervisor.request('DELETE', `/api/hotlists/${list.id}/entries/${entry.id}`);
    expect((await supervisor.post(`/api/hotlists/${list.id}/close`)).json()).toMatchObject({ active: false });
    const entries = await ledgerOf(`hotlist:${list.id}`);
    expect(entries.map(({ kind }) => kind)).toEqual([
      'hotlist.created',
      'hotlist.entry-added',
      'hotlist.changed',
      'hotlist.entry-removed',
      'hotlist.closed',
    ]);
    expect(JSON.stringify(entries)).not.toContain('XYZ777');
    const kept = (await supervisor.get(`/api/hotlists/${list.id}/entries?state=removed`)).json();
    expect(kept).toMatchObject([{ id: entry.id, plate: 'XYZ777', state: 'removed' }]);
  });

  test('match nothing that was removed, closed or has ended', async () => {
    const list = await makeList({ name: 'Short', expiresOn: day(10), reviewOn: day(5) });
    const gone = await put(list, 'GON111');
    await put(list, 'END333', { expiresOn: day(2) });
    await put(list, 'ALL222');
    expect(await read('GON111')).toBeDefined();
    await supervisor.request('DELETE', `/api/hotlists/${list.id}/entries/${gone.id}`);
    expect(await read('GON111')).toBeUndefined();
    expect(await read('END333')).toBeDefined();
    const at = async (days: number, plate: string) => {
      const found = await server.db.transaction().execute((tx) =>
        server.services.hotlists.matcher.find(tx, [plateRead(plate)], {
          groupOf: () => undefined,
          now: Date.now() + days * DAY_MS,
        }),
      );
      return found.alerts.length;
    };
    expect([await at(1, 'END333'), await at(2, 'END333'), await at(2, 'ALL222')]).toEqual([1, 0, 1]);
    expect([await at(9, 'ALL222'), await at(10, 'ALL222')]).toEqual([1, 0]);
    await supervisor.post(`/api/hotlists/${list.id}/close`);
    expect(await read('ALL222')).toBeUndefined();
    const refused = await supervisor.post(`/api/hotlists/${list.id}/entries`, { plate: 'NEW444' });
    expect(refused.json()).toMatchObject({ status: 409, code: 'HOTLIST_CLOSED' });
  });

  test('of wanted vehicles wait for a second person, who is not another account of the first', async () => {
    const list = await makeList({ name: 'Wanted', kind: 'wanted' });
    const entry = await put(list, 'WNT555');
    expect(entry).toMatchObject({ state: 'waiting', decidedBy: null });
    expect(await read('WNT555')).toBeUndefined();
    const decision = `/api/hotlists/${list.id}/entries/${entry.id}/decision`;
    const approved = { decision: 'approved', note: 'Seen the warrant' };
    const second = await signInAs(server, 'supervisor', { person: 'amina' });
    for (const client of [supervisor, second]) {
      const refused = await client.post(decision, approved);
      expect(refused.statusCode, refused.body).toBe(403);
      expect(refused.json().code).toBe('FOUR_EYES');
    }
    expect(await read('WNT555')).toBeUndefined();
    const other = await signInAs(server, 'supervisor', { person: 'bilal', name: 'Bilal' });
    expect((await other.post(decision, approved)).json()).toMatchObject({
      state: 'active',
      decidedBy: 'Bilal',
    });
    expect(await read('WNT555')).toBeDefined();
    expect((await other.post(decision, approved)).json()).toMatchObject({ code: 'ENTRY_DECIDED' });

    const refusedEntry = await put(list, 'WNT666');
    await other.post(`/api/hotlists/${list.id}/entries/${refusedEntry.id}/decision`, { decision: 'refused' });
    expect(await read('WNT666')).toBeUndefined();
    const kinds = (await ledgerOf(`hotlist:${list.id}`)).map(({ kind }) => kind);
    expect(kinds.slice(-2)).toEqual(['hotlist.entry-added', 'hotlist.entry-refused']);
    const turned = await supervisor.request('PUT', `/api/hotlists/${list.id}`, body({ kind: 'test' }));
    expect(turned.json()).toMatchObject({ status: 409, code: 'HOTLIST_KIND_FIXED' });
  });

  test('take the good lines of a file and name the bad ones', async () => {
    const list = await makeList({ name: 'From a file' });
    await put(list, 'IMP001');
    const csv = [
      '﻿plate;note;case_number;expires_on',
      'imp-001;was there already;;',
      `"IMP 002";"grey; ""left"" door dented";FIR 7;${day(3)}`,
      'پنجاب;;;',
      '',
      'IMP003;"never closed;;',
      `IMP004;;;${day(-1)}`,
      'IMP005;;;31.12.2027',
      ';no plate;;',
      'IMP006',
      'IMP006;twice;;',
    ].join('\r\n');
    const answer = await supervisor.request('POST', `/api/hotlists/${list.id}/import`, csv as never, {
      'content-type': 'text/csv',
    });
    expect(answer.statusCode, answer.body).toBe(200);
    const report: HotlistImport = answer.json();
    expect(report).toMatchObject({ added: 2, known: 2, waiting: 0, badLines: 5 });
    expect(report.bad.map(({ line }) => line)).toEqual([4, 6, 7, 8, 9]);
    expect(report.bad[0]).toEqual({
      line: 4,
      text: 'پنجاب;;;',
      reason: 'A plate has 2 to 12 Latin letters and digits.',
    });
    expect((await read('IMP002'))?.cause).toMatchObject({
      hit: { note: 'grey; "left" door dented', caseNumber: 'FIR 7' },
    });
    const entries = await ledgerOf(`hotlist:${list.id}`);
    expect(entries.at(-1)).toMatchObject({
      kind: 'hotlist.imported',
      data: { added: 2, known: 2, badLines: 5 },
    });
    const headless = await supervisor.request('POST', `/api/hotlists/${list.id}/import`, 'A1\nB2' as never, {
      'content-type': 'text/csv',
    });
    expect(headless.json()).toMatchObject({ status: 422, code: 'HOTLIST_HEADER' });
    expect(await ledgerOf(`hotlist:${list.id}`)).toHaveLength(entries.length);
    const found = await supervisor.get(`/api/hotlists/${list.id}/entries?search=imp-00&limit=2`);
    const page: HotlistEntry[] = found.json();
    const next = await supervisor.get(
      `/api/hotlists/${list.id}/entries?search=imp-00&limit=2&after=${page[1]!.id}`,
    );
    expect([...page, ...next.json()].map(({ plate }) => plate)).toEqual(['IMP006', 'IMP002', 'IMP001']);
  });

  test('refuse what makes no sense with a sentence', async () => {
    const list = await makeList({ name: 'Strict' });
    await put(list, 'DUP111');
    const entries = `/api/hotlists/${list.id}/entries`;
    for (const [url, payload, code] of [
      [entries, { plate: 'DUP 111' }, 'PLATE_LISTED'],
      [entries, { plate: 'LATER1', expiresOn: day(31) }, 'ENTRY_EXPIRY'],
      [entries, { plate: '?' }, 'REQUEST_INVALID'],
      ['/api/hotlists', body({ expiresOn: day(0), reviewOn: day(0) }), 'HOTLIST_DATES'],
      ['/api/hotlists', body({ reviewOn: day(31) }), 'HOTLIST_DATES'],
      ['/api/hotlists', body({ siteId: newIdentifier() }), 'SITE_UNKNOWN'],
    ] as const) {
      const answer = await supervisor.post(url, payload);
      expect(answer.json().code, answer.body).toBe(code);
    }
    const elsewhere = await signInAs(server, 'supervisor', { sites: [watched.camera.siteId] });
    const refused = await elsewhere.post(entries, { plate: 'OTHER1' });
    expect(refused.json()).toMatchObject({ status: 403, code: 'OUTSIDE_YOUR_SITES' });
  });

  test('are loaded again after a restart, and another server sees a change within a second', async () => {
    const list = await makeList({ name: 'Restart' });
    await put(list, 'RST111');
    const { db } = server;
    await using matcher = new HotlistMatcher({ db, now: Date.now, logger: pino({ level: 'silent' }) });
    const matches = async (plate: string) =>
      db.transaction().execute(async (tx) => {
        const where = { groupOf: () => undefined, now: Date.now() };
        return (await matcher.find(tx, [plateRead(plate)], where)).alerts.length;
      });
    await matcher.start();
    expect(await matches('RST111')).toBe(1);
    expect(await matches('RST222')).toBe(0);
    const entry = await put(list, 'RST222');
    await vi.waitFor(async () => expect(await matches('RST222')).toBe(1), { timeout: 5_000, interval: 50 });
    await supervisor.request('DELETE', `/api/hotlists/${list.id}/entries/${entry.id}`);
    // Whatever it still remembers: what is no longer in force raises nothing.
    expect(await matches('RST222')).toBe(0);
  });

  test('are not matched while Vehicle trace is suspended, and the ledger and the console say so', async () => {
    const list = await makeList({ name: 'Stopped' });
    await put(list, 'STP111');
    expect(await read('STP111')).toBeDefined();
    expect((await administrator.get('/api/hotlists/matching')).json()).toMatchObject({ running: true });
    const suspended = await supervisor.post('/api/systems/vehicle-trace/suspend', {
      reason: 'Too many wrong hits this morning',
    });
    expect(suspended.statusCode, suspended.body).toBeLessThan(300);
    expect(await read('STP111')).toBeUndefined();
    expect((await administrator.get('/api/hotlists/matching')).json()).toMatchObject({
      running: false,
      reason: expect.stringContaining('Too many wrong hits'),
    });
    expect((await ledgerOf('hotlist-matching')).map(({ kind }) => kind)).toEqual([
      'hotlist.matching-started',
      'hotlist.matching-stopped',
    ]);
    await server.db
      .updateTable('suspension')
      .set({ ended_at: instantOf(Date.now()) })
      .execute();
    expect(await read('STP111')).toBeDefined();
  });

  describe('explained', () => {
    const explained = async (client: TestClient, id: string): Promise<Explanation> =>
      (await client.get(`/api/explain/alert/${id}`)).json();

    test('name list, version, entry, who added and approved it and the legal basis, proven by the ledger', async () => {
      const list = await makeList({ name: 'Explained', kind: 'wanted' });
      const entry = await put(list, 'EXP1O1', { note: 'Black jeep' });
      const other = await signInAs(server, 'supervisor', { person: 'chaudhry', name: 'Chaudhry' });
      await other.post(`/api/hotlists/${list.id}/entries/${entry.id}/decision`, { decision: 'approved' });
      const alert = (await read('EXP101'))!;
      // Later versions and entries do not change what is told of this one.
      await supervisor.request('PUT', `/api/hotlists/${list.id}`, body({ name: 'Renamed', kind: 'wanted' }));
      await put(list, 'EXP999');
      const vkey = server.services.ledger.vkey;
      const chain = checkExplanation(await explained(supervisor, alert.id), vkey);
      const step = chain.steps.find((each) => each.step === 'hotlist')!;
      expect(step).toMatchObject({
        list: { version: 1, body: { name: 'Explained', legalBasis: body().legalBasis } },
        entry: {
          content: { plate: 'EXP1O1', note: 'Black jeep' },
          addedBy: 'The supervisor',
          approvedBy: 'Chaudhry',
        },
        hit: { readPlate: 'EXP101', cost: 0.25 },
      });
      const kinds = chain.ledger.entries
        .filter(({ index }) => step.entries.includes(index))
        .map(({ entry: { kind } }) => kind);
      expect(kinds.sort()).toEqual([
        'alert.raised',
        'hotlist.created',
        'hotlist.entry-added',
        'hotlist.entry-approved',
      ]);
      for (const forge of [
        (each: typeof step) => Object.assign(each.list.body, { legalBasis: 'None at all' }),
        (each: typeof step) => Object.assign(each.entry.content!, { plate: 'EXP102' }),
        (each: typeof step) => Object.assign(each.hit!, { cost: 0 }),
        (each: typeof step) => Object.assign(each.entry, { approvedAt: '2026-01-01T00:00:00.000Z' }),
      ]) {
        const forged = structuredClone(chain);
        forge(forged.steps.find((each) => each.step === 'hotlist')!);
        expect(() => checkExplanation(forged, vkey)).toThrow('in the chain is not the one');
      }
      const auditor = await signInAs(server, 'auditor');
      const told = await explained(auditor, alert.id);
      expect(JSON.stringify(told)).not.toMatch(/EXP1|Black jeep/);
      expect(checkExplanation(told, vkey).notesWithheld).toBe(true);
    });

    test('an alert of an imported entry names the import', async () => {
      const list = await makeList({ name: 'Imported' });
      await supervisor.request('POST', `/api/hotlists/${list.id}/import`, 'plate\nEXP777' as never, {
        'content-type': 'text/csv',
      });
      const alert = (await read('EXP777'))!;
      const chain = checkExplanation(await explained(supervisor, alert.id), server.services.ledger.vkey);
      expect(chain.ledger.entries.map(({ entry: { kind } }) => kind)).toContain('hotlist.imported');
    });

    test('so is a plate that seems to be on two vehicles', async () => {
      const observation = plateRead('CLN111');
      const suspicion = {
        kind: 'impossible-travel' as const,
        plate: 'CLN111',
        otherId: newIdentifier(),
        otherCapturedAt: observation.capturedAt,
        otherCameraId: watched.camera.id,
        metres: 40_000,
        seconds: 60,
        speed: 2400,
        limit: 200,
      };
      const now = Date.now();
      const ids = await server.db.transaction().execute(async (tx) => {
        await insertObservations(tx, [observation]);
        const alert = {
          observation,
          raisedAt: instantOf(now),
          cause: { kind: 'clone' as const, suspicion },
          name: 'Cloned plate',
          priority: 'high' as const,
        };
        const raised = await raiseAlerts(tx, [alert, alert], now);
        await appendToLedger(tx, raised.entries);
        return raised.raised;
      });
      expect(ids).toHaveLength(1);
      const id = ids[0]!.alertId;
      expect((await supervisor.get(`/api/alerts/${id}`)).json()).toMatchObject({
        ruleName: 'Cloned plate',
        cause: { kind: 'clone', suspicion },
      });
      const vkey = server.services.ledger.vkey;
      const chain = checkExplanation(await explained(supervisor, id), vkey);
      const forged = structuredClone(chain);
      Object.assign(forged.steps.find(({ step }) => step === 'clone')!, {
        suspicion: { ...suspicion, seconds: 6000 },
      });
      expect(() => checkExplanation(forged, vkey)).toThrow('suspicion');
      const auditor = await signInAs(server, 'auditor');
      expect(JSON.stringify(await explained(auditor, id))).not.toContain('CLN111');
    });
  });
});
