import { instantOf } from '@amaan/contracts/instant';
import type { CallPerformance } from '@amaan/contracts/service/call-performance';
import type { DataQuality } from '@amaan/contracts/service/data-quality';
import type { LeagueTable } from '@amaan/contracts/service/league-table';
import { createTestDatabase } from '@amaan/store/test-database';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signInAs } from '../../testing/sign-in-as.ts';
import { startTestServer, type TestServer } from '../../testing/start-test-server.ts';
import { TestClient } from '../../testing/test-client.ts';

const DAY = 24 * 60 * 60_000;
const MINUTE = 60_000;

describe('emergency calls', () => {
  let server: TestServer;
  let administrator: TestClient;
  let analyst: TestClient;
  let supervisor: TestClient;
  let site: { id: string; name: string };
  /** A round moment yesterday. */
  let noon: number;

  beforeAll(async () => {
    server = await startTestServer(await createTestDatabase());
    administrator = await signInAs(server, 'administrator');
    analyst = await signInAs(server, 'analyst');
    supervisor = await signInAs(server, 'supervisor');
    await administrator.post('/api/sites', { name: 'Multan' });
    site = (await analyst.get('/api/sites')).json().find(({ name }: { name: string }) => name === 'Multan');
    noon = Math.floor(Date.now() / DAY) * DAY - DAY / 2;
  });
  afterAll(async () => {
    await server?.[Symbol.asyncDispose]();
    await server?.db.destroy();
  });

  const period = (more: Record<string, string> = {}) =>
    new URLSearchParams({
      from: instantOf(noon - 10 * DAY),
      to: instantOf(noon + 5 * DAY),
      ...more,
    });
  const read = async <Answer>(path: string, more: Record<string, string> = {}): Promise<Answer> =>
    (await supervisor.get(`/api/performance/${path}?${period(more)}`)).json();

  /** What a feed sends, as a program without a session. */
  async function openFeed(name: string) {
    const opened = await administrator.post('/api/calls/feeds', { name, siteIds: [site.id] });
    expect(opened.statusCode, opened.body).toBe(201);
    const { path, token, source } = opened.json();
    const program = new TestClient(server.app);
    const send = (reports: unknown[], sentAt = noon + 60 * MINUTE, bearer: string = token) =>
      program.request(
        'POST',
        path,
        { sentAt: instantOf(sentAt), reports },
        { authorization: `Bearer ${bearer}` },
      );
    return { send, id: source.id as string };
  }

  test('of a feed are told as they go on, in any order and twice, and nothing of a caller is read', async () => {
    const { send } = await openFeed('Helpline 15');
    const parts = [
      { callId: 'A-1', arrivedAt: instantOf(noon + 9 * MINUTE) },
      {
        ...{ callId: 'A-1', receivedAt: instantOf(noon), kind: 'theft', priority: 'P2', station: 'Cantt' },
        ...{ longitude: 71.471234, latitude: 30.196789, callerName: 'Ali', callerNumber: '03001234567' },
      },
      { callId: 'A-1', dispatchedAt: instantOf(noon + 2 * MINUTE), unitKind: 'motorcycle' },
    ];
    const [first, second, third] = [
      (await send([parts[0]])).json(),
      (await send([parts[1]])).json(),
      (await send([parts[2], parts[2]])).json(),
    ];
    expect(first).toMatchObject({ added: 1, changed: 0, refusedCount: 0 });
    expect(second).toMatchObject({ added: 0, changed: 1, unread: ['callerName', 'callerNumber'] });
    expect(third).toMatchObject({ changed: 1, known: 1, contradictions: 0 });
    const { rows } = await sql<{ row: string }>`
      SELECT row_to_json(service_call)::text AS row FROM service_call`.execute(server.db);
    expect(rows).toHaveLength(1);
    expect(rows[0]!.row).not.toMatch(/Ali|0300123/);
    expect(JSON.parse(rows[0]!.row)).toMatchObject({
      longitude: 71.471,
      latitude: 30.197,
      unit_kind: 'motorcycle',
    });
    const { rows: everything } = await sql<{ name: string }>`
      SELECT column_name AS name FROM information_schema.columns WHERE table_name = 'service_call'`.execute(
      server.db,
    );
    expect(
      everything.map(({ name }) => name).filter((name) => /caller|phone|number|name|record/.test(name)),
    ).toEqual([]);
  });

  test('that contradict each other count as they were said last, and both stay on record', async () => {
    const { send } = await openFeed('Helpline 1122');
    const report = (saidAt: number, arrivedAt: number) => ({
      ...{ callId: 'B-1', receivedAt: instantOf(noon), dispatchedAt: instantOf(noon + MINUTE) },
      ...{ saidAt: instantOf(saidAt), arrivedAt: instantOf(arrivedAt) },
    });
    await send([report(noon + 30 * MINUTE, noon + 8 * MINUTE)]);
    const late = await send([report(noon + 20 * MINUTE, noon + 12 * MINUTE)]);
    expect(late.json()).toMatchObject({ known: 1, contradictions: 1 });
    expect((await send([report(noon + 20 * MINUTE, noon + 12 * MINUTE)])).json().contradictions).toBe(0);
    const { flags } = await read<DataQuality>('quality');
    expect(flags.find(({ code }) => code === 'contradictions')).toMatchObject({ count: 1, callIds: ['B-1'] });
  });

  test('that cannot be read are named by place and reason, and the others are kept', async () => {
    const { send } = await openFeed('Bad reports');
    const ok = { callId: 'C-1', receivedAt: instantOf(noon) };
    const { refused, added } = (
      await send([
        ok,
        { receivedAt: instantOf(noon) },
        'nonsense',
        { ...ok, callId: '0300 1234567' },
        { ...ok, callId: 'C-2', receivedAt: 'yesterday' },
        { ...ok, callId: 'C-3', receivedAt: '2026-11-20 10:00' },
        { ...ok, callId: 'C-4', closedAt: instantOf(Date.now() + DAY) },
        { ...ok, callId: 'C-5', priority: 9 },
        { ...ok, callId: 'C-6', site: 'Atlantis' },
        { ...ok, callId: 'C-7', station: 'Mr Khan 35202-1234567-1' },
        { ...ok, callId: 'C-8', longitude: 500, latitude: 30 },
        { ...ok, callId: 'C-9', receivedAt: '2026-11-20T10:00:00+05:00' },
      ])
    ).json();
    expect(added).toBe(2);
    expect(refused.map(({ line, reason }: { line: number; reason: string }) => `${line} ${reason}`)).toEqual([
      ...['2 call-id-missing', '3 not-an-object', '4 person-data', '5 time-unreadable', '6 time-unreadable'],
      ...[
        '7 time-future',
        '8 priority-unreadable',
        '9 site-unknown',
        '10 person-data',
        '11 place-unreadable',
      ],
    ]);
  });

  test('come in only with the token of a feed that is open', async () => {
    const { send, id } = await openFeed('Short-lived');
    expect((await send([], noon, 'another')).json().code).toBe('CALL_FEED_TOKEN_WRONG');
    expect((await send([])).statusCode).toBe(200);
    const reason = { reason: 'The dispatch system was replaced.' };
    expect((await administrator.post(`/api/calls/feeds/${id}/revoke`, reason)).statusCode).toBe(204);
    expect((await send([])).statusCode).toBe(401);
    expect((await administrator.post(`/api/calls/feeds/${id}/revoke`, reason)).statusCode).toBe(404);
    const again = { name: 'Short-lived', siteIds: null };
    expect((await administrator.post('/api/calls/feeds', again)).json().code).toBe('CALL_SOURCE_EXISTS');
    const entries = await server.db.selectFrom('ledger_entry').select('entry').execute();
    expect(entries.some(({ entry }) => entry.includes('Short-lived') && entry.includes('token'))).toBe(false);
  });

  describe('of a file', () => {
    const day = (at: number) => {
      const local = new Date(at + 5 * 60 * MINUTE).toISOString();
      return `${local.slice(8, 10)}/${local.slice(5, 7)}/${local.slice(0, 4)} ${local.slice(11, 19)}`;
    };
    /** Forty calls at two stations, the second twice as slow, with the name of who called in a column of its own. */
    const file = () => {
      const lines = [
        'Call No;Caller Name;Police Station;Call Time;Dispatch Time;Arrival Time;Close Time;Priority',
      ];
      for (let index = 0; index < 40; index++) {
        const at = noon - 2 * DAY + index * 20 * MINUTE;
        const slow = index % 2 === 0 ? 1 : 4;
        const times = [at, at + MINUTE, at + slow * 6 * MINUTE + index * 1000, at + 50 * MINUTE].map(day);
        lines.push(
          `F-${index};Somebody ${index};${slow === 1 ? 'Cantt' : 'Gulgasht'};${times.join(';')};High`,
        );
      }
      lines.push('F-90;x;Cantt;not a time;;;;High', 'F-91;x;"Cantt;;;;', `;x;Cantt;${day(noon)};;;;High`);
      return lines.join('\r\n');
    };

    test('are looked at first: what is read, what is not, and which lines are bad', async () => {
      const guessed = (await analyst.post('/api/calls/imports/preview', { csv: file() })).json();
      expect(guessed.mapping.columns).toEqual({
        ...{ callId: 'Call No', station: 'Police Station', priority: 'Priority', receivedAt: 'Call Time' },
        ...{ dispatchedAt: 'Dispatch Time', arrivedAt: 'Arrival Time', closedAt: 'Close Time' },
      });
      expect(guessed.unread).toEqual(['Caller Name']);
      // No column names a site, and the priorities are words.
      expect(guessed).toMatchObject({ lines: 43, good: 0, refusedCount: 43 });
      const mapping = { ...guessed.mapping, siteId: site.id, priorities: { high: 1 } };
      const preview = (await analyst.post('/api/calls/imports/preview', { csv: file(), mapping })).json();
      expect(preview).toMatchObject({ good: 40, refusedCount: 3 });
      expect(preview.refused).toEqual([
        { line: 42, reason: 'time-unreadable', field: 'receivedAt' },
        { line: 43, reason: 'quote-open', field: null },
        { line: 44, reason: 'call-id-missing', field: 'callId' },
      ]);
      expect(preview.calls[0].fields).toMatchObject({
        ...{ callId: 'F-0', site: 'Multan', priority: 1, receivedAt: instantOf(noon - 2 * DAY) },
      });
      expect(JSON.stringify(preview)).not.toContain('Somebody');
      const named = { ...mapping, columns: { ...mapping.columns, kind: 'Caller Name' } };
      const refused = await analyst.post('/api/calls/imports/preview', { csv: file(), mapping: named });
      expect(refused.json().code).toBe('COLUMN_PERSONAL');
    });

    test('are kept, the same file twice changes nothing, and stations are ranked as far as the data allow', async () => {
      const guessed = (await analyst.post('/api/calls/imports/preview', { csv: file() })).json();
      const mapping = { ...guessed.mapping, siteId: site.id, priorities: { high: 1 } };
      const body = { source: 'Register of Multan', fileName: 'calls.csv', csv: file(), mapping };
      const done = await analyst.post('/api/calls/imports', body);
      expect(done.statusCode, done.body).toBe(201);
      expect(done.json()).toMatchObject({ added: 40, known: 0, refusedCount: 3, unread: ['Caller Name'] });
      expect((await analyst.post('/api/calls/imports', body)).json()).toMatchObject({
        added: 0,
        changed: 0,
        known: 40,
      });
      expect((await analyst.get('/api/calls/imports')).json()).toHaveLength(2);
      const taken = { ...body, source: 'Helpline 15' };
      expect((await analyst.post('/api/calls/imports', taken)).json().code).toBe('CALL_SOURCE_IS_FEED');

      const performance = await read<CallPerformance>('calls');
      const whole = performance.parts.find((part) => part.siteName === 'Multan' && part.station === null)!;
      expect(performance.stations).toEqual(['Cantt', 'Gulgasht']);
      expect(whole.phases.find(({ phase }) => phase === 'dispatch')!.median).toMatchObject({ value: 60 });
      const shifts = performance.parts.filter((part) => part.siteName === 'Multan' && part.shift !== null);
      expect(shifts.reduce((sum, { calls }) => sum + calls, 0)).toBe(whole.calls);

      const league = await read<LeagueTable>('league', { by: 'station', phase: 'arrival' });
      expect(league.rows.map(({ station, bestRank, worstRank }) => [station, bestRank, worstRank])).toEqual([
        ['Cantt', 1, 1],
        ['Gulgasht', 2, 2],
      ]);
      expect(league.together).toEqual([]);
      const wrong = await supervisor.get(`/api/performance/league?${period({ phase: 'alert' })}`);
      expect(wrong.json().code).toBe('PHASE_NOT_TIMED');
    });

    test('have a control chart by day, in which days of a few calls have no point', async () => {
      const chart = (
        await supervisor.get(
          `/api/performance/chart?${period({ charted: 'within-target', phase: 'arrival' })}`,
        )
      ).json();
      expect(chart).toMatchObject({ kind: 'p', centre: null, simulated: false });
      expect(chart.points.some(({ size }: { size: number }) => size >= 10)).toBe(true);
      expect(
        chart.points.every(
          ({ size, value }: { size: number; value: unknown }) => size >= 10 || value === null,
        ),
      ).toBe(true);
    });
  });

  test('of other cities are not seen, and cannot be told of, by who has one site', async () => {
    const elsewhere = await signInAs(server, 'supervisor', { sites: [] });
    expect((await elsewhere.get(`/api/performance/calls?${period()}`)).json()).toMatchObject({
      calls: 0,
      parts: [],
    });
    expect((await elsewhere.get('/api/performance/reports')).json().reports).toEqual([]);
    const operator = await signInAs(server, 'operator');
    expect((await operator.get(`/api/performance/calls?${period()}`)).statusCode).toBe(403);
  });
});
