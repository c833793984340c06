import type { CivicTicketView } from '@amaan/contracts/civic/civic-ticket';
import { newIdentifier } from '@amaan/contracts/identifier';
import { insertCivicPicture, listCivicPictures } from '@amaan/store/civic/civic-history';
import { createTestDatabase } from '@amaan/store/test-database';
import { sharp } from '@amaan/vision/image/configured-sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { HttpError } from '../http/http-errors.ts';
import { readPdf } from '../pdf/testing/read-pdf.ts';
import { somebody } from '../testing/access-table.ts';
import { addEvidence } from '../testing/add-evidence.ts';
import { type FakeMasking, fakeMasking } from '../testing/fake-masking.ts';
import { signInAs } from '../testing/sign-in-as.ts';
import { startTestServer, type TestServer } from '../testing/start-test-server.ts';
import type { TestClient } from '../testing/test-client.ts';
import { addWatchedCamera, type WatchedCamera } from '../testing/watched-camera.ts';

const HOUR_MS = 60 * 60_000;

describe('tickets about places', () => {
  let masking: FakeMasking;
  let server: TestServer;
  let operator: TestClient;
  let supervisor: TestClient;
  let watched: WatchedCamera;
  let photo: Buffer;

  const report = async (change: object = {}): Promise<CivicTicketView> => {
    const sent = await operator.post('/api/civic/tickets', {
      siteId: watched.camera.siteId,
      kind: 'waste-heap',
      position: [74.33, 31.55],
      place: 'Behind the market',
      ...change,
    });
    expect(sent.statusCode).toBe(201);
    return sent.json();
  };
  const step = (ticket: CivicTicketView, body: object, by = operator) =>
    by.post(`/api/civic/tickets/${ticket.id}/steps`, { seen: ticket.state, ...body });
  const upload = (ticket: CivicTicketView, moment: string, bytes: Buffer) =>
    operator.post(`/api/civic/tickets/${ticket.id}/pictures?moment=${moment}`, bytes, {
      'content-type': 'application/octet-stream',
    });

  beforeAll(async () => {
    masking = fakeMasking();
    photo = await dot('grey');
    server = await startTestServer(await createTestDatabase(), { masking });
    operator = await signInAs(server, 'operator');
    supervisor = await signInAs(server, 'supervisor');
    watched = await addWatchedCamera(server, await signInAs(server, 'administrator'), supervisor);
    const set = await supervisor.request('PUT', '/api/civic/settings', {
      seen: 0,
      reason: 'First departments of the city',
      settings: {
        departments: [{ id: 'waste', name: { en: 'Waste', ur: 'صفائی' }, hours: { 'waste-heap': 48 } }],
        rules: [],
      },
    });
    expect(set.statusCode).toBe(200);
  });
  afterAll(async () => {
    await server?.[Symbol.asyncDispose]();
    await server?.db.destroy();
  });

  test('go from the report over the department to the comparison, each step in the ledger', async () => {
    const ticket = await report();
    expect(ticket.number).toMatch(/^C-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    const sent = (await step(ticket, { step: 'send', department: 'waste' })).json<CivicTicketView>();
    expect(Date.parse(sent.dueAt!) - Date.parse(sent.steps.at(-1)!.at)).toBe(48 * HOUR_MS);
    const done = (await step(sent, { step: 'report-done' })).json<CivicTicketView>();
    const unproven = await step(done, { step: 'close' });
    expect([unproven.statusCode, unproven.json().code]).toEqual([422, 'PROOF_NEEDED']);
    expect((await upload(done, 'after', photo)).statusCode).toBe(201);
    const closed = (await step(done, { step: 'close' })).json<CivicTicketView>();
    expect(closed).toMatchObject({ state: 'closed', pictures: { before: 0, after: 1 } });
    const again = (await step(closed, { step: 'reopen', note: 'It is back' })).json<CivicTicketView>();
    expect(again).toMatchObject({ state: 'sent', department: 'waste', endedAt: null, doneAt: null });
    expect(await kindsAbout(ticket.id)).toEqual([
      'civic-ticket.reported',
      'civic-ticket.send',
      'civic-ticket.report-done',
      'civic-ticket.picture-added',
      'civic-ticket.close',
      'civic-ticket.reopen',
    ]);
    const turns = await server.services.civic.figures.read(
      { from: closed.openedAt, to: '2100-01-01T00:00:00.000Z', simulated: false },
      somebody('supervisor'),
    );
    expect(turns.departments).toMatchObject([{ department: 'waste', due: 1, overdueNow: 0 }]);
  });

  test('take a step once: who saw another state is told so', async () => {
    const ticket = await report();
    const both = await Promise.all([
      step(ticket, { step: 'dismiss', note: 'Reported twice' }),
      step(ticket, { step: 'send', department: 'waste' }, supervisor),
    ]);
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
    const impossible = await step({ ...ticket, state: 'open' }, { step: 'close', note: 'Seen clean' });
    expect(impossible.statusCode).toBe(409);
  });

  test('want a department that is known, and a deadline that is to come', async () => {
    const ticket = await report({ kind: 'standing-water' });
    const answers = await Promise.all(
      [
        { department: 'nobody' },
        { department: 'waste' },
        { department: 'waste', dueAt: '2020-01-01T00:00:00.000Z' },
      ].map(async (body) => (await step(ticket, { step: 'send', ...body })).json().code),
    );
    expect(answers).toEqual(['DEPARTMENT_UNKNOWN', 'DEADLINE_NEEDED', 'DEADLINE_PASSED']);
  });

  test('keep nothing but masked pictures, and nothing where nothing masks', async () => {
    const ticket = await report();
    masking.refusal = new HttpError(503, 'MASKING_NOT_AVAILABLE', 'Not there.');
    const refused = await upload(ticket, 'before', photo);
    expect(refused.json()).toMatchObject({ status: 503, code: 'MASKING_NOT_AVAILABLE' });
    masking.refusal = null;
    const shot = (await upload(ticket, 'before', photo)).json();
    const asked = masking.asked.at(-1)!;
    const url = `/api/civic/tickets/${ticket.id}/pictures/${shot.id}`;
    const shown = await operator.get(url);
    expect(shown.headers['content-type']).toBe('image/jpeg');
    expect(shown.rawPayload.equals(Buffer.from(asked.bytes))).toBe(false);
    expect(shown.rawPayload).toHaveLength(asked.bytes.length);
    expect((await operator.request('DELETE', url)).statusCode).toBe(204);
    expect((await operator.get(url)).json()).toMatchObject({ status: 404, code: 'PICTURE_NOT_FOUND' });
  });

  test('refuse files that are no pictures', async () => {
    const ticket = await report();
    const answers = [
      Buffer.from('<svg onload="alert(1)"/>'),
      Buffer.from([0xff, 0xd8, 0xff, 1, 2]),
      Buffer.alloc(0),
    ];
    const codes = [];
    for (const bytes of answers) codes.push((await upload(ticket, 'before', bytes)).json().code);
    expect(codes).toEqual(['FILE_TYPE_UNSUPPORTED', 'FILE_UNREADABLE', 'FILE_EMPTY']);
  });

  test('are suggested once by a rule’s alert, with its masked picture, and wait for a person', async () => {
    await server.db
      .updateTable('camera')
      .set({ longitude: 74.3, latitude: 31.5 })
      .where('id', '=', watched.camera.id)
      .execute();
    const { version, settings } = (await supervisor.get('/api/civic/settings')).json();
    await supervisor.request('PUT', '/api/civic/settings', {
      seen: version,
      reason: 'The gate’s footpath is blocked often',
      settings: { ...settings, rules: [{ sceneRuleId: watched.rule.id, kind: 'blocked-footpath' }] },
    });
    await addEvidence(server, { kind: 'picture', bytes: Buffer.from('one') }, watched);
    await addEvidence(server, { kind: 'picture', bytes: Buffer.from('two') }, watched);
    await server.services.civic.suggestions.run();
    await server.services.civic.suggestions.run();
    const { tickets } = (await operator.get('/api/civic/tickets?state=suggested')).json();
    expect(tickets).toMatchObject([
      {
        kind: 'blocked-footpath',
        origin: 'rule',
        pictures: { before: 1, after: 0 },
        place: 'Gate: Gate line',
      },
    ]);
    const refused = await step(tickets[0], { step: 'send', department: 'waste' });
    expect(refused.json().code).toBe('CIVIC_STEP_IMPOSSIBLE');
    const dismissed = await step(tickets[0], { step: 'dismiss', note: 'Only a delivery' });
    expect(dismissed.json()).toMatchObject({ state: 'dismissed' });
    await server.services.civic.suggestions.run();
    expect((await operator.get('/api/civic/tickets?state=suggested')).json().tickets).toEqual([]);
  });

  test('are printed for their department, which stands in the ledger', async () => {
    const ticket = await report({ note: 'Two metres high' });
    const bytes = await sharp({ create: { width: 9, height: 6, channels: 3, background: 'red' } })
      .jpeg()
      .toBuffer();
    // What the fake makes of a picture is none; the redactor's own always is.
    const objectDigest = await server.objects.put(bytes);
    await insertCivicPicture(
      server.db,
      {
        ...{ id: newIdentifier(), ticketId: ticket.id, moment: 'before', source: 'upload', takenAt: null },
        ...{ addedAt: ticket.openedAt, addedBy: 'Somebody', bytes: bytes.length, objectDigest },
      },
      6,
    );
    await step(ticket, { step: 'send', department: 'waste', note: 'With the small lorry' });
    const printed = await operator.get(`/api/civic/tickets/${ticket.id}/sheet`);
    expect(printed.headers['content-disposition']).toContain(`${ticket.number}.pdf`);
    const { text, pages, images } = readPdf(printed.rawPayload);
    expect({ pages, images }).toEqual({ pages: 1, images: 1 });
    for (const said of [ticket.number, 'Department:Waste', 'Twometreshigh', 'Withthesmalllorry'])
      expect(text.replace(/\s+/g, '')).toContain(said);
    expect((await kindsAbout(ticket.id)).at(-1)).toBe('civic-ticket.printed');
  });

  test('lose their pictures when these are over, and say so; reopened before, they keep them', async () => {
    const store = server.objects;
    const ended = await report({ place: 'Ended long ago' });
    const reopened = await report({ place: 'Ended and reopened' });
    // The same picture of both: what another ticket names stays.
    const alone = (await upload(ended, 'before', await dot('red'))).json();
    for (const ticket of [ended, reopened]) {
      expect((await upload(ticket, 'before', photo)).statusCode).toBe(201);
      await step(ticket, { step: 'dismiss', note: 'Reported twice' });
    }
    const digests = (await listCivicPictures(server.db, [ended.id])).map((each) => each.objectDigest);
    const day = 24 * HOUR_MS;
    const until = (await operator.get(`/api/civic/tickets/${ended.id}`)).json<CivicTicketView>();
    expect(Date.parse(until.picturesUntil!) - Date.parse(until.endedAt!)).toBe(365 * day);
    await step({ ...reopened, state: 'dismissed' }, { step: 'reopen', note: 'It is there' });
    expect(await server.services.civic.retention.run()).toBe(0);
    server.clock.aheadMs = 366 * day;
    try {
      // The suggestion that was dismissed above goes as well: its picture is as old.
      expect(await server.services.civic.retention.run()).toBeGreaterThan(0);
      expect(await server.services.civic.retention.run()).toBe(0);
    } finally {
      server.clock.aheadMs = 0;
    }
    const after = (await operator.get(`/api/civic/tickets/${ended.id}`)).json<CivicTicketView>();
    expect(after).toMatchObject({ state: 'dismissed', shots: [], picturesUntil: null });
    expect(after.picturesDeletedAt).not.toBeNull();
    expect((await operator.get(`/api/civic/tickets/${ended.id}/pictures/${alone.id}`)).statusCode).toBe(404);
    expect(await Promise.all(digests.map((digest) => store.has(digest)))).toEqual([false, true]);
    const kept = (await operator.get(`/api/civic/tickets/${reopened.id}`)).json<CivicTicketView>();
    expect(kept).toMatchObject({ picturesDeletedAt: null, pictures: { before: 1 } });
    expect((await kindsAbout(ended.id)).at(-1)).toBe('civic-ticket.pictures-deleted');
  });

  test('of another site do not exist', async () => {
    const ticket = await report();
    const stranger = await signInAs(server, 'operator', { sites: [] });
    const answer = await stranger.get(`/api/civic/tickets/${ticket.id}`);
    expect(answer.json()).toMatchObject({ status: 404, code: 'TICKET_NOT_FOUND' });
  });

  function dot(background: string): Promise<Buffer> {
    return sharp({ create: { width: 90, height: 60, channels: 3, background } })
      .png()
      .toBuffer();
  }

  async function kindsAbout(ticketId: string): Promise<string[]> {
    const rows = await server.db.selectFrom('ledger_entry').select('entry').orderBy('index').execute();
    return rows
      .map(({ entry }) => JSON.parse(entry))
      .filter(({ subject }) => subject === `civic-ticket:${ticketId}`)
      .map(({ kind }) => kind);
  }
});
