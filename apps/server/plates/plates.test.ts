import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { type Identifier, newIdentifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import { approvedStanding } from '@amaan/governance/testing/approved-standing';
import { insertEvidenceItems } from '@amaan/store/evidence-items';
import { insertObservations } from '@amaan/store/observations';
import type { Database } from '@amaan/store/open-database';
import { ColdSightings, moveDay } from '@amaan/store/plates/cold-sightings';
import { insertSightings, type PlateRead } from '@amaan/store/plates/sightings';
import { ensureSite } from '@amaan/store/sites';
import { createTestDatabase } from '@amaan/store/test-database';
import { recordStanding } from '@amaan/store/testing/record-standing';
import { vehicleTrace } from '@amaan/vehicle-trace/system';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { RegistryEntry, type VehicleRegistry } from '../registry/registry-entry.ts';
import { plateRead, report } from '../testing/plate-camera.ts';
import { signInAs } from '../testing/sign-in-as.ts';
import { startTestServer, type TestServer } from '../testing/start-test-server.ts';
import type { TestClient } from '../testing/test-client.ts';
import { addWatchedCamera, type WatchedCamera } from '../testing/watched-camera.ts';
import { RegistryFollowUp } from './registry-follow-up.ts';
import { RetentionService } from './retention-service.ts';
import { SightingFinder } from './sighting-finder.ts';
import { SightingRecorder } from './sighting-recorder.ts';

const DAY = 24 * 60 * 60_000;
const reason = 'Reported stolen at the gate, report 12/26.';

describe('plates', () => {
  let db: Database;
  let server: TestServer;
  let [operator, investigator, supervisor, governance]: TestClient[] = [];
  let gate: WatchedCamera;
  let far: WatchedCamera;
  let caseId: Identifier;
  const now = Date.now();
  const span = { from: instantOf(now - 100 * DAY), to: instantOf(now + DAY) };
  const search = (client: TestClient, filter: object, more: object = {}) =>
    client.post('/api/plates/searches', { filter: { ...span, ...filter }, reason, ...more });
  const entries = async (kind: string) =>
    (
      await db.selectFrom('ledger_entry').select('entry').where('kind', '=', kind).orderBy('index').execute()
    ).map(({ entry }) => JSON.parse(entry));
  /** As if they had been reported in time: no permit of today covers what was captured before. */
  const store = async (...reads: readonly PlateRead[]) => {
    await db.transaction().execute(async (tx) => {
      await insertObservations(tx, reads);
      await insertSightings(tx, reads);
    });
  };
  const alertsOf = (id: Identifier) =>
    db.selectFrom('alert').select(['id', 'cause', 'priority']).where('observation_id', '=', id).execute();

  beforeAll(async () => {
    db = await createTestDatabase();
    server = await startTestServer(db);
    await recordStanding(db, approvedStanding(vehicleTrace, [], new Date()));
    const administrator = await signInAs(server, 'administrator');
    [operator, investigator, supervisor, governance] = await Promise.all([
      signInAs(server, 'operator'),
      signInAs(server, 'investigator'),
      signInAs(server, 'supervisor'),
      signInAs(server, 'governance-officer'),
    ]);
    gate = await addWatchedCamera(server, administrator, supervisor);
    far = await addWatchedCamera(server, administrator, supervisor);
    const place = (id: Identifier, longitude: number, latitude: number) =>
      db.updateTable('camera').set({ longitude, latitude }).where('id', '=', id).execute();
    await place(gate.camera.id, 74.34, 31.55);
    await place(far.camera.id, 71.47, 30.2);
    caseId = (
      await investigator!.post('/api/cases', { title: 'Stolen car', siteId: gate.camera.siteId })
    ).json().id;
  });
  afterAll(async () => {
    await server?.[Symbol.asyncDispose]();
    await db?.destroy();
  });

  test('are watched live by operators, newest first, and never by their text', async () => {
    const reads = [
      plateRead(gate, 'LEA1234', { at: now - 20 * 60_000 }),
      plateRead(gate, 'LEB777', { at: now - 2000, confidence: 0.6 }),
      plateRead(far, 'ABC99', { at: now - 1000, vehicle: { class: 'truck' } }),
    ];
    await store(...reads);
    const texts = async (query: string, client = operator!) =>
      (await client.get(`/api/plates/reads${query}`))
        .json()
        .map((one: { reading: { text: string } }) => one.reading.text);
    expect(await texts('')).toEqual(['ABC99', 'LEB777']);
    expect(await texts(`?cameraId=${gate.camera.id}`)).toEqual(['LEB777']);
    expect(await texts('?class=truck')).toEqual(['ABC99']);
    expect(await texts('?leastConfidence=0.8')).toEqual(['ABC99']);
    expect(await texts(`?after=${reads[2]!.capturedAt}`)).toEqual(['LEB777']);
    expect(await texts(`?siteId=${newIdentifier()}`)).toEqual([]);
    expect((await operator!.get('/api/plates/reads?plate=LEB777')).statusCode).toBe(400);
    expect((await governance!.get('/api/plates/reads')).statusCode).toBe(403);
    const other = await ensureSite(db, 'Multan');
    expect(await texts('', await signInAs(server, 'operator', { sites: [other.id] }))).toEqual([]);
  });

  test('are searched by nobody without a purpose, and by nobody at all who only watches', async () => {
    for (const client of [investigator!, supervisor!])
      for (const url of ['searches', 'journeys', 'convoys'])
        expect((await client.post(`/api/plates/${url}`, {})).json()).toMatchObject({
          code: 'PURPOSE_REQUIRED',
        });
    for (const client of [operator!, governance!])
      expect((await search(client, { plate: 'LEA1234' })).json()).toMatchObject({ code: 'ACTION_FORBIDDEN' });
    expect(await db.selectFrom('plate_search').selectAll().execute()).toEqual([]);
  });

  describe('for a case', () => {
    beforeAll(async () => {
      const stated = await investigator!.post('/api/purposes', {
        caseId,
        purpose: 'crime-investigation',
        statement: reason,
      });
      expect(stated.statusCode, stated.body).toBe(201);
    });

    test('a search is on record with case and reason, and says what fits and at what cost', async () => {
      await store(
        plateRead(gate, 'LE01234', { at: now - 3 * DAY }),
        plateRead(gate, 'LEO1234', { at: now - 2 * DAY }),
      );
      const found = await search(investigator!, { plate: 'leo-1234', tolerance: 0.5 });
      expect(found.statusCode, found.body).toBe(200);
      const { searchId, sightings, costs, truncated } = found.json();
      expect(sightings.map((one: { reading: { text: string } }) => one.reading.text)).toEqual([
        'LEO1234',
        'LE01234',
      ]);
      expect([costs[0], truncated]).toEqual([0, false]);
      expect(costs[1]).toBeGreaterThan(0);
      const record = {
        id: searchId,
        kind: 'search',
        reason,
        results: 2,
        caseNumber: 'CASE-0001',
        purpose: 'crime-investigation',
      };
      expect((await investigator!.get('/api/plates/searches')).json()).toMatchObject([record]);
      expect((await supervisor!.get(`/api/plates/searches/${searchId}`)).json()).toMatchObject(record);
      const colleague = await signInAs(server, 'investigator');
      expect((await colleague.get(`/api/plates/searches/${searchId}`)).json()).toMatchObject({
        code: 'PLATE_SEARCH_NOT_FOUND',
      });
      const [entry] = await entries('plate.search');
      expect(entry).toMatchObject({ subject: `plate-search:${searchId}`, data: { caseId } });
      expect(JSON.stringify(entry)).not.toContain('LEO1234');
      expect((await search(investigator!, { plate: 'LE?1*' }, { limit: 1 })).json()).toMatchObject({
        truncated: true,
      });
    });

    test('more sites than that of the case are searched when asked for, and only those that are theirs', async () => {
      const [mine, foreign] = [await ensureSite(db, 'Sahiwal'), await ensureSite(db, 'Attock')];
      const at = (siteId: Identifier): PlateRead => ({
        ...plateRead(gate, 'STE111', { at: now - 2 * DAY }),
        siteId,
      });
      const [home, other, hidden] = [at(gate.camera.siteId), at(mine.id), at(foreign.id)];
      await store(home, other, hidden);
      const visitor = await signInAs(server, 'investigator', { sites: [gate.camera.siteId, mine.id] });
      const opened = await visitor.post('/api/cases', {
        title: 'Taken to Sahiwal',
        siteId: gate.camera.siteId,
      });
      const purpose = { caseId: opened.json().id, purpose: 'crime-investigation', statement: reason };
      expect((await visitor.post('/api/purposes', purpose)).statusCode).toBe(201);
      const url = `/api/sightings/${other.id}?capturedAt=${other.capturedAt}`;
      const found = async (scope?: string) =>
        (await search(visitor, { plate: 'STE111' }, scope === undefined ? {} : { scope })).json();
      expect((await found()).sightings).toMatchObject([{ id: home.id }]);
      expect((await visitor.get(url)).json()).toMatchObject({ code: 'SIGHTING_NOT_FOUND' });
      const wide = await found('my-sites');
      expect(wide.sightings.map(({ id }: { id: string }) => id).sort()).toEqual([home.id, other.id].sort());
      expect((await visitor.get(url)).json()).toMatchObject({ id: other.id });
      const sites = [gate.camera.siteId, mine.id];
      const record = (await visitor.get(`/api/plates/searches/${wide.searchId}`)).json();
      expect([...record.sites].sort()).toEqual([...sites].sort());
      const entry = (await entries('plate.search')).at(-1);
      expect([...entry.data.sites].sort()).toEqual([...sites].sort());
      expect((await search(visitor, { plate: 'STE111' }, { scope: 'everywhere' })).statusCode).toBe(400);
    });

    test.each([
      ['no reason', { filter: { ...span, plate: 'LEA1234' } }],
      ['a word for a reason', { filter: { ...span, plate: 'LEA1234' }, reason: 'because' }],
      ['only wildcards', { filter: { ...span, plate: '??*' }, reason }],
      ['nothing to look for', { filter: span, reason }],
      ['an end before its beginning', { filter: { from: span.to, to: span.from, plate: 'LEA1234' }, reason }],
      ['a plate that is none', { filter: { ...span, plate: "L'; DROP" }, reason }],
    ])('a search with %s is refused, and nothing is on record', async (_what, body) => {
      const before = (await entries('plate.search')).length;
      const refused = await investigator!.post('/api/plates/searches', body);
      expect(refused.json()).toMatchObject({ status: 400, code: 'REQUEST_INVALID' });
      expect((await entries('plate.search')).length).toBe(before);
    });

    test('a journey has its legs; a convoy who was near at enough cameras', async () => {
      const seen = [gate, far].flatMap((camera, n) => [
        plateRead(camera, 'JKL555', { at: now - 9 * DAY + n * 6 * 60 * 60_000 }),
        plateRead(camera, 'MNO666', { at: now - 9 * DAY + n * 6 * 60 * 60_000 + 8000 }),
      ]);
      await store(...seen, plateRead(gate, 'PQR777', { at: now - 9 * DAY + 5000 }));
      const asked = {
        plate: 'JKL555',
        from: instantOf(now - 10 * DAY),
        to: instantOf(now - 8 * DAY),
        reason,
      };
      const journey = (await investigator!.post('/api/plates/journeys', asked)).json();
      expect(journey.sightings.map(({ cameraId }: { cameraId: string }) => cameraId)).toEqual([
        gate.camera.id,
        far.camera.id,
      ]);
      expect(journey.legs).toMatchObject([
        { seconds: 21_600, onRoads: false, gap: false, impossible: false },
      ]);
      const convoys = (
        await investigator!.post('/api/plates/convoys', { ...asked, cameras: 2, seconds: 30 })
      ).json();
      expect(convoys).toMatchObject([
        { plate: 'MNO666', cameras: 2, meetings: [{ secondsApart: 8 }, { secondsApart: 8 }] },
      ]);
      const long = { ...asked, ...span, cameras: 2, seconds: 30 };
      expect((await investigator!.post('/api/plates/convoys', long)).json()).toMatchObject({
        code: 'CONVOY_TOO_LONG',
      });
      expect((await investigator!.post('/api/plates/journeys', { ...asked, plate: 'LE?1' })).statusCode).toBe(
        400,
      );
    });

    test('a hold is made and ended by members of the case, on record', async () => {
      const url = `/api/cases/${caseId}/plate-holds`;
      const made = await investigator!.post(url, { plate: 'LEA1234', ...span });
      expect(made.json()).toMatchObject([{ plate: 'LEA1234', from: span.from }]);
      expect((await supervisor!.get(url)).json()).toMatchObject({ code: 'CASE_NOT_FOUND' });
      const back = await investigator!.post(url, { plate: 'LEA1234', from: span.to, to: span.from });
      expect(back.statusCode).toBe(400);
      const holdId = made.json()[0].id;
      expect((await investigator!.request('DELETE', `${url}/${holdId}`)).json()).toEqual([]);
      expect((await investigator!.request('DELETE', `${url}/${holdId}`)).json()).toMatchObject({
        code: 'HOLD_NOT_FOUND',
      });
      expect(await entries('case.plate-held')).toHaveLength(1);
      expect(await entries('case.plate-released')).toHaveLength(1);
    });
  });

  test('a misread is corrected beside the original, found by both, and counted as an error', async () => {
    const read = plateRead(gate, 'XYZ111', { at: now - 1000 });
    await store(read);
    const url = `/api/sightings/${read.id}`;
    const key = `?capturedAt=${read.capturedAt}`;
    const put = (body: object) => operator!.request('PUT', `${url}/correction${key}`, body);
    expect((await put({ plate: 'XYZ777', note: 'Clear in the picture' })).json()).toMatchObject({
      reading: { text: 'XYZ111' },
      corrected: 'XYZ777',
    });
    for (const plate of ['XYZ777', 'XYZ111', 'XYZ7*', '?YZ111']) {
      const { sightings } = (await search(investigator!, { plate })).json();
      expect(
        sightings.map(({ id }: { id: string }) => id),
        plate,
      ).toEqual([read.id]);
    }
    expect((await put({ plate: '?' })).statusCode).toBe(400);
    expect((await entries('plate.corrected'))[0]).toMatchObject({
      subject: `observation:${read.id}`,
      data: { wrong: true },
    });
    const judged = await db.selectFrom('ground_truth_item').select(['observation_id', 'wrong']).execute();
    expect(judged).toEqual([{ observation_id: read.id, wrong: true }]);
    expect((await put({ plate: 'XYZ111' })).json()).toMatchObject({ corrected: null });
  });

  test('pictures of a sighting are sent to who may see it', async () => {
    const [fresh, old] = [
      plateRead(gate, 'PIC111', { at: now - 1000 }),
      plateRead(gate, 'PIC222', { at: now - DAY }),
    ];
    await store(fresh, old);
    const digest = await server.objects.put(Buffer.from('crop'));
    for (const { id: observationId, capturedAt } of [fresh, old])
      await insertEvidenceItems(db, [
        { observationId, capturedAt, kind: 'plate-crop', digest, mediaType: 'image/png', bytes: 4 },
      ]);
    const url = ({ id, capturedAt }: typeof fresh, part: string) =>
      `/api/sightings/${id}${part}?capturedAt=${capturedAt}`;
    const crop = await operator!.get(url(fresh, '/crop'));
    expect([crop.statusCode, crop.body, crop.headers['content-type']]).toEqual([200, 'crop', 'image/png']);
    expect((await operator!.get(url(fresh, '/picture'))).json()).toMatchObject({ code: 'PICTURE_NOT_FOUND' });
    expect((await operator!.get(url(old, ''))).json()).toMatchObject({ code: 'SIGHTING_NOT_FOUND' });
    expect((await investigator!.get(url(old, ''))).json()).toMatchObject({ crop: digest });
    expect((await operator!.get(`/api/sightings/${fresh.id}`)).statusCode).toBe(400);
  });

  test('one plate at two places raises an alert that names the other sighting, also after a restart', async () => {
    const [first, second] = [
      plateRead(far, 'CLN123', { at: Date.parse(gate.origin.capturedAt) - 60_000 }),
      plateRead(gate, 'CLN123'),
    ];
    await store(first);
    await report(server, second);
    const [alert] = await alertsOf(second.id);
    expect(alert).toMatchObject({
      priority: 'high',
      cause: { kind: 'clone', suspicion: { kind: 'impossible-travel', otherId: first.id, limit: 180 } },
    });
    expect(await alertsOf(first.id)).toEqual([]);
    const other = await operator!.get(`/api/sightings/${first.id}?capturedAt=${first.capturedAt}`);
    expect(other.json()).toMatchObject({ reading: { text: 'CLN123' } });
    const doubtful = plateRead(far, 'CLN123', { confidence: 0.7 });
    await report(server, doubtful);
    expect(await alertsOf(doubtful.id)).toEqual([]);
    // A recorder that has seen nothing finds in the database what was seen before.
    const logger = pino({ level: 'silent' });
    const fresh = new SightingRecorder({ registry: null, followUp: { ask: async () => {} }, logger });
    const third = plateRead(far, 'CLN123', { at: Date.parse(gate.origin.capturedAt) + 500 });
    const { alerts } = await db
      .transaction()
      .execute((tx) => fresh.find(tx, [third], { now, groupOf: () => undefined }));
    expect(alerts).toMatchObject([{ cause: { suspicion: { otherId: second.id } } }]);
    const next = await operator!.get(`/api/alerts/${alert!.id}/reachable-cameras`);
    expect(next.json(), next.body).toEqual([]);
  });

  test('a read that is on a hotlist and seems to be a clone as well raises both, each once', async () => {
    const made = await supervisor!.post('/api/hotlists', {
      ...{ name: 'Stolen in Lahore', kind: 'stolen', owner: 'Police' },
      ...{ reason, legalBasis: 'Motor vehicle act', priority: 'critical', tolerance: 0 },
      ...{ reviewOn: '2099-01-01', expiresOn: '2099-12-31' },
    });
    expect(made.statusCode, made.body).toBe(201);
    const added = await supervisor!.post(`/api/hotlists/${made.json().id}/entries`, { plate: 'BTH123' });
    expect(added.statusCode, added.body).toBeLessThan(300);
    const [first, second] = [
      plateRead(far, 'BTH123', { at: Date.parse(gate.origin.capturedAt) - 60_000 }),
      plateRead(gate, 'BTH123'),
    ];
    await store(first);
    await report(server, second);
    await report(server, second);
    const kinds = (await alertsOf(second.id)).map(({ cause }) => cause?.kind).sort();
    expect(kinds).toEqual(['clone', 'hotlist']);
    const raised = (await entries('alert.raised')).filter(({ data }) => data.observationId === second.id);
    expect(raised.map(({ data }) => data.cause.kind).sort()).toEqual(['clone', 'hotlist']);
  });

  test('a vehicle that contradicts the registry is flagged and raises an alert, at once or when the registry answers', async () => {
    const entry = RegistryEntry.parse({ class: 'motorcycle', colour: 'red' });
    const logger = pino({ level: 'silent' });
    const [known, asked] = [
      plateRead(gate, 'REG111', { at: now - 2 * DAY }),
      plateRead(gate, 'REG222', { at: now - 2 * DAY }),
    ];
    const registry = {
      peek: (plate: string) => (plate === 'REG111' ? entry : undefined),
      lookup: async () => entry,
    };
    const told: string[] = [];
    const follow = (asked: Pick<VehicleRegistry, 'lookup'> = registry) =>
      new RegistryFollowUp({
        ...{ db, logger, now: () => now, publish: ({ type }) => void told.push(type) },
        registry: { ...registry, ...asked },
      });
    const recorder = new SightingRecorder({ registry, followUp: follow(), logger });
    const { alerts } = await db
      .transaction()
      .execute((tx) => recorder.find(tx, [known, asked], { now, groupOf: () => undefined }));
    expect(alerts).toMatchObject([
      {
        observation: { id: known.id },
        cause: { suspicion: { differences: [{ field: 'class' }, { field: 'colour' }] } },
      },
    ]);
    await insertObservations(db, [known, asked]);
    const waiting = () => db.selectFrom('registry_lookup').select(['observation_id', 'attempts']).execute();
    expect(await waiting()).toEqual([{ observation_id: asked.id, attempts: 0 }]);
    // The server stops here; the one that starts finds what waits, also while the registry is down.
    const down = follow({ lookup: () => Promise.reject(new Error('no answer')) });
    expect(await down.workOff()).toBeGreaterThan(1_000);
    expect([told, await waiting()]).toEqual([[], [{ observation_id: asked.id, attempts: 1 }]]);
    expect(await follow().workOff()).toBe(1_000);
    expect(await waiting()).toEqual([]);
    await follow().workOff();
    expect(told).toEqual(['alert-raised']);
    expect(await alertsOf(asked.id)).toMatchObject([
      { cause: { suspicion: { kind: 'registry-contradiction' } } },
    ]);
    const { sightings } = (await search(investigator!, { plate: 'REG*' })).json();
    expect(sightings.map((one: { suspicion: string }) => one.suspicion)).toEqual(
      Array(2).fill('possible-clone-or-misread'),
    );
  });

  test('old reads are deleted with their pictures; what raised an alert or a case holds stays, also in files', async () => {
    const cold = await ColdSightings.open(await mkdtemp(join(server.dataDir, 'cold-')));
    const at = now - 50 * DAY;
    const [gone, held, alerted, shared, young] = [
      plateRead(gate, 'OLD111', { at }),
      plateRead(gate, 'HLD222', { at }),
      plateRead(gate, 'REG999', { at }),
      plateRead(gate, 'OLD333', { at }),
      plateRead(gate, 'OLD111', { at: now - 29 * DAY }),
    ] as const;
    await store(gone, held, alerted, shared, young);
    await db
      .insertInto('alert')
      .values({
        ...{ id: newIdentifier(), observation_id: alerted.id, captured_at: alerted.capturedAt, cause: null },
        ...{
          site_id: gate.camera.siteId,
          camera_id: gate.camera.id,
          rule_id: gate.rule.id,
          rule_version: gate.rule.version,
        },
        ...{
          rule_name: 'Line',
          priority: 'low',
          state: 'new',
          simulated: false,
          raised_at: alerted.capturedAt,
        },
      })
      .execute();
    const hold = { plate: 'HLD222', from: instantOf(at - DAY), to: instantOf(at + DAY) };
    const holds = (await investigator!.post(`/api/cases/${caseId}/plate-holds`, hold)).json();
    const [own, both] = await Promise.all([
      server.objects.put(Buffer.from('own')),
      server.objects.put(Buffer.from('both')),
    ]);
    const item = { kind: 'plate-crop', mediaType: 'image/png', bytes: 3 } as const;
    await insertEvidenceItems(db, [
      { ...item, observationId: gone.id, capturedAt: gone.capturedAt, digest: own },
      { ...item, observationId: shared.id, capturedAt: shared.capturedAt, digest: both },
      { ...item, observationId: held.id, capturedAt: held.capturedAt, digest: both },
    ]);
    await moveDay(db, cold, instantOf(at).slice(0, 10));
    const finder = new SightingFinder(db, cold);
    const found = async (plate: string) =>
      (
        await finder.find({ ...span, plate, tolerance: 0, cameras: [] }, { sites: 'all', limit: 9 })
      ).sightings.map(({ id }) => id);
    expect(await found('OLD111')).toEqual([young.id, gone.id]);
    const anything = await finder.find(
      { ...span, tolerance: 0, cameras: [gate.camera.id], class: 'car', to: instantOf(at + DAY) },
      { sites: 'all', limit: 9 },
    );
    expect(anything.stoppedAt).toBeNull();
    expect(anything.sightings.map(({ id }) => id).sort()).toEqual(
      [gone.id, held.id, alerted.id, shared.id].sort(),
    );
    expect((await found('OLD*')).sort()).toEqual([young.id, gone.id, shared.id].sort());

    const options = {
      db,
      objects: server.objects,
      cold,
      days: 30,
      hotDays: 20,
      now: () => now,
      logger: pino({ level: 'silent' }),
    };
    const job = new RetentionService(options);
    await job.run();
    expect(await found('OLD111')).toEqual([young.id]);
    expect(await found('OLD333')).toEqual([]);
    expect(await found('HLD222')).toEqual([held.id]);
    expect(await found('REG999')).toEqual([alerted.id]);
    const left = await db
      .selectFrom('observation')
      .select('id')
      .where('captured_at', '=', gone.capturedAt)
      .execute();
    expect(left.map(({ id }) => id).sort()).toEqual([held.id, alerted.id].sort());
    expect([await server.objects.has(own), await server.objects.has(both)]).toEqual([false, true]);
    expect((await governance!.get('/api/plates/retention')).json()).toMatchObject({
      days: 30,
      last: { deleted: 2, kept: 2, objects: 1, cold: 2 },
    });
    expect(await entries('plate-reads.deleted')).toMatchObject([{ data: { count: 2, days: 30 } }]);
    expect(await entries('plate-retention.run')).toMatchObject([{ data: { deleted: 2, kept: 2 } }]);
    // The days that stay in the database are over for the young one, which moved to a file of its own.
    expect(await cold.days()).toHaveLength(2);

    await investigator!.request('DELETE', `/api/cases/${caseId}/plate-holds/${holds[0].id}`);
    await job.run();
    expect(await found('HLD222')).toEqual([]);
    expect(await server.objects.has(both)).toBe(false);
    cold[Symbol.dispose]();
  });

  test('are neither searched nor compared while Vehicle trace is suspended', async () => {
    const stopped = await supervisor!.post('/api/systems/vehicle-trace/suspend', {
      reason: 'Journeys are wrong since this morning',
    });
    expect(stopped.statusCode, stopped.body).toBeLessThan(300);
    const before = await entries('plate.searched');
    expect((await search(investigator!, { plate: 'LEA1234' })).json()).toMatchObject({
      code: 'VEHICLE_TRACE_NOT_RUNNING',
      detail: expect.stringContaining('Journeys are wrong'),
    });
    expect(await entries('plate.searched')).toEqual(before);
    const first = plateRead(gate, 'SUS100', { at: now - 2000 });
    const second = plateRead(far, 'SUS100', { at: now - 1000 });
    const recorder = new SightingRecorder({
      registry: null,
      followUp: { ask: async () => {} },
      logger: pino({ level: 'silent' }),
    });
    const found = (read: PlateRead) =>
      db.transaction().execute((tx) => recorder.find(tx, [read], { now, groupOf: () => undefined }));
    await insertObservations(db, [first, second]);
    expect([await found(first), await found(second)]).toEqual([
      { alerts: [], entries: [] },
      { alerts: [], entries: [] },
    ]);
  });
});
