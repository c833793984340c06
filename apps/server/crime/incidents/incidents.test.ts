import { readdir, readFile } from 'node:fs/promises';
import { createServer, request as httpRequest } from 'node:http';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { ImportMappingInput } from '@amaan/contracts/crime/import-mapping';
import type { Identifier } from '@amaan/contracts/identifier';
import { ensureSite, listSites } from '@amaan/store/sites';
import { openTestDatabase, type TestDatabase } from '@amaan/store/test-database';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signInAs } from '../../testing/sign-in-as.ts';
import { startTestServer, type TestServer } from '../../testing/start-test-server.ts';
import type { TestClient } from '../../testing/test-client.ts';

const MAPPING: ImportMappingInput = {
  place: { x: 'lon', y: 'lat' },
  time: { from: ['when'] },
  offence: { column: 'type' },
  externalId: 'fir',
};
/** Nobody may ever find these again. */
const SECRETS = ['Zubaida Secret', '35202-7654321-9', 'beaten by her husband'];
const HEADER = 'fir,type,when,lon,lat,victim name,cnic,remarks';
const secrets = SECRETS.map((text) => `"${text}"`).join(',');
/** Lines of a file, each a hundredth of a degree further north and an hour later. */
const lines = (count: number, type = 'Burglary', first = 1) =>
  Array.from({ length: count }, (_, n) => {
    const hour = String(n % 24).padStart(2, '0');
    return `${type[0]}${first + n},${type},2026-03-01 ${hour}:15,74.35,${(31.5 + n * 0.01).toFixed(4)},${secrets}`;
  });
const csv = (...rows: string[]) => `${[HEADER, ...rows].join('\n')}\n`;

describe('imported incidents', () => {
  let postgres: TestDatabase;
  let server: TestServer;
  let [analyst, supervisor, auditor, administrator, investigator]: TestClient[] = [];
  let siteId: Identifier;
  let folder: string;

  const upload = (
    text: string | Buffer,
    options: { site?: string; mapping?: object; name?: string } = {},
  ) => {
    const { site = siteId, mapping = MAPPING, name = 'march.csv' } = options;
    const query = new URLSearchParams({ siteId: site, name, mapping: JSON.stringify(mapping) });
    return analyst!.post(`/api/crime/imports?${query}`, Buffer.from(text), {
      'content-type': 'application/octet-stream',
    });
  };
  const preview = async (text: string | Buffer, mapping?: object) => {
    const query = new URLSearchParams({ siteId, ...(mapping && { mapping: JSON.stringify(mapping) }) });
    return analyst!.post(`/api/crime/imports/preview?${query}`, Buffer.from(text), {
      'content-type': 'text/csv',
    });
  };
  const newSite = async (name: string) => (await ensureSite(server.db, name)).id;
  const entries = async (kind: string) =>
    (
      await server.db
        .selectFrom('ledger_entry')
        .select('entry')
        .where('kind', '=', kind)
        .orderBy('index')
        .execute()
    ).map(({ entry }) => JSON.parse(entry));
  const files = () => readdir(folder);

  beforeAll(async () => {
    postgres = await openTestDatabase();
    server = await startTestServer(postgres.db);
    folder = join(server.dataDir, 'crime-incidents');
    await server.services.crimeIncidents.start();
    [analyst, supervisor, auditor, administrator, investigator] = await Promise.all([
      signInAs(server, 'analyst'),
      signInAs(server, 'supervisor'),
      signInAs(server, 'auditor'),
      signInAs(server, 'administrator'),
      signInAs(server, 'investigator'),
    ]);
    siteId = (await listSites(server.db))[0]!.id;
  });
  afterAll(async () => {
    await server?.[Symbol.asyncDispose]();
    await postgres?.[Symbol.asyncDispose]();
  });

  test('are shown beforehand as they would be read, and columns of persons stay unread', async () => {
    const text = csv(...lines(3), 'T9,Theft,nightly,74.35,31.5,,,');
    const proposed = await preview(text);
    expect(proposed.json()).toMatchObject({
      ...{ format: 'csv', encoding: 'utf-8', separator: ',', header: true, seen: 4, good: 3 },
      mapping: { place: { x: 'lon', y: 'lat' }, offence: { column: 'type' }, externalId: 'fir' },
      hints: ['many-rejected'],
      rows: [
        { line: 2, position: [74.35, 31.5], from: '2026-02-28T19:15:00.000Z', externalId: 'B1' },
        {},
        {},
      ],
      rejected: [{ line: 5, code: 'time-unreadable', value: 'nightly' }],
      offences: [{ offence: 'Burglary', kind: 'burglary-home', victimSensitive: false }],
    });
    expect(proposed.json().columns.slice(4)).toEqual([
      { name: 'lat', uses: ['y'], personal: false },
      { name: 'victim name', uses: [], personal: true },
      { name: 'cnic', uses: [], personal: true },
      { name: 'remarks', uses: [], personal: false },
    ]);
    for (const secret of SECRETS) expect(proposed.body).not.toContain(secret);
    const changed = await preview(text, { ...MAPPING, offence: { constant: 'Theft' } });
    expect(changed.json()).toMatchObject({ good: 3, rows: [{ offence: 'Theft' }, {}, {}] });
    const unclear = await preview('a,b\n1,2\n');
    expect(unclear.json()).toMatchObject({ mapping: null, seen: 0, columns: [{ uses: [] }, { uses: [] }] });
    const swapped = await preview('type,lon,lat,date\nx,31.5,74.3,2026-03-01\n');
    expect(swapped.json().hints).toEqual(['swapped-coordinates', 'days-only']);
    expect(await files()).toEqual([]);
  });

  test('keep good rows and name the others; nothing of unread columns is stored, shown or on record', async () => {
    const bad = [
      `X1,Burglary,2026-03-01 10:00,0,0,${secrets}`,
      `X2,Burglary,2026-13-01,74.35,31.5,${secrets}`,
      `B1,Burglary,2026-03-02 10:00,74.35,31.5,${secrets}`,
      `X4,Burglary,"2026-03-01,74.35,31.5,${SECRETS.join(',')}`,
    ];
    const stored = await upload(csv(...lines(4), ...lines(4, 'Assault', 1), ...bad));
    expect(stored.statusCode).toBe(201);
    const batch = stored.json();
    expect(batch).toMatchObject({
      ...{ state: 'stored', simulated: false, rows: 12, stored: 8, rejected: 4, importedBy: 'The analyst' },
      ...{ unread: ['victim name', 'cnic', 'remarks'], name: 'march.csv', format: 'csv' },
      firstAt: '2026-02-28T19:15:00.000Z',
      rejectedLines: [
        { line: 10, code: 'place-zero', value: '0 0' },
        { line: 11, code: 'time-impossible', value: '2026-13-01' },
        { line: 13, code: 'unclosed-quote', value: '' },
        { line: 12, code: 'same-id-in-file', value: '' },
      ],
    });
    const rejected = await analyst!.get(`/api/crime/imports/${batch.id}/rejected`);
    expect(rejected.body.trim().split('\r\n')).toHaveLength(5);
    const [entry] = await entries('crime-import.stored');
    expect(entry).toMatchObject({ subject: `crime-import:${batch.id}`, data: { stored: 8, rejected: 4 } });
    // Everything that is left of the file: answers, the files beside the database, and every row of its tables.
    const kept = [stored.body, rejected.body, JSON.stringify(entry)];
    for (const name of await files()) kept.push(await readFile(join(folder, name), 'latin1'));
    for (const table of ['crime_import', 'crime_import_offence', 'crime_offence'] as const)
      kept.push(JSON.stringify(await server.db.selectFrom(table).selectAll().execute()));
    for (const secret of SECRETS) for (const text of kept) expect(text).not.toContain(secret);
    expect(await files()).toEqual(expect.not.arrayContaining([expect.stringMatching(/\.part$/)]));
  });

  test('count once: neither the file again nor its rows in another one', async () => {
    const site = await newSite('Once');
    const first = csv(...lines(4));
    expect((await upload(first, { site })).statusCode).toBe(201);
    expect((await upload(first, { site })).json()).toMatchObject({
      status: 409,
      code: 'IMPORT_ALREADY_STORED',
    });
    const more = await upload(csv(...lines(6)), { site, name: 'april.csv' });
    expect(more.json()).toMatchObject({ stored: 2, rejectedBy: [{ code: 'already-stored', lines: 4 }] });
  });

  test('are taken back with a reason, and then may come again', async () => {
    const site = await newSite('Taken back');
    const { id } = (await upload(csv(...lines(2)), { site })).json();
    const reason = 'It was the file of another city.';
    const taken = await analyst!.post(`/api/crime/imports/${id}/take-back`, { reason });
    expect(taken.json()).toMatchObject({ state: 'taken-back', takenBack: { by: 'The analyst', reason } });
    expect((await entries('crime-import.taken-back')).at(-1)).toMatchObject({ data: { reason, stored: 2 } });
    expect((await files()).filter((name) => name.startsWith(id))).toEqual([]);
    const again = await analyst!.post(`/api/crime/imports/${id}/take-back`, { reason });
    expect(again.json()).toMatchObject({ code: 'IMPORT_TAKEN_BACK' });
    const summary = await analyst!.get(`/api/crime/incidents/summary?siteId=${site}`);
    expect(summary.json()).toMatchObject({ incidents: 0, firstAt: null, months: [] });
    expect((await upload(csv(...lines(2)), { site })).statusCode).toBe(201);
    expect((await auditor!.get(`/api/crime/imports?siteId=${site}`)).json()).toHaveLength(2);
  });

  test.each([
    ['an empty file', '', MAPPING, 422, 'IMPORT_EMPTY'],
    ['no rows', `${HEADER}\n`, MAPPING, 422, 'IMPORT_EMPTY'],
    ['no good row', csv('1,Theft,soon,74,31,,,'), MAPPING, 422, 'IMPORT_NOTHING_LEFT'],
    ['a spreadsheet', 'PK\u0003\u0004\0\0', MAPPING, 422, 'IMPORT_FORMAT'],
    ['half a Parquet file', 'PAR1 and so on', MAPPING, 422, 'PARQUET_DAMAGED'],
    ['half a compressed file', gzipSync(csv(...lines(500))).subarray(0, 900), MAPPING, 422, 'IMPORT_DAMAGED'],
    [
      'a column that is not there',
      csv(...lines(1)),
      { ...MAPPING, externalId: 'number' },
      422,
      'IMPORT_COLUMN',
    ],
    [
      'a column of persons',
      csv(...lines(1)),
      { ...MAPPING, externalId: 'cnic' },
      422,
      'IMPORT_PERSONAL_COLUMN',
    ],
    [
      'swapped coordinates',
      csv(...lines(3)),
      { ...MAPPING, place: { x: 'lat', y: 'lon' } },
      422,
      'IMPORT_MAPPING',
    ],
    [
      'an unknown system',
      csv(...lines(1)),
      { ...MAPPING, place: { x: 'lon', y: 'lat', crs: 'EPSG:1' } },
      422,
      'CRS_UNKNOWN',
    ],
  ])('refuse %s, and leave nothing behind', async (_, text, mapping, status, code) => {
    const site = await newSite('Refused');
    const before = await files();
    expect((await upload(text, { site, mapping })).json()).toMatchObject({ status, code });
    expect(await files()).toEqual(before);
    expect((await analyst!.get(`/api/crime/imports?siteId=${site}`)).json()).toEqual([]);
  });

  test('leave nothing of a file whose sender went away', async () => {
    const site = await newSite('Torn');
    await using listening = createServer((request, response) =>
      server.app.routing(request, response),
    ) as ReturnType<typeof createServer> & AsyncDisposable;
    await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
    const { port } = listening.address() as { port: number };
    const query = new URLSearchParams({ siteId: site, name: 'x.csv', mapping: JSON.stringify(MAPPING) });
    const sending = httpRequest({
      ...{ port, method: 'POST', path: `/api/crime/imports?${query}` },
      headers: {
        host: 'amaan.test',
        origin: 'http://amaan.test',
        cookie: analyst!.cookie,
        'content-length': 10_000_000,
      },
    });
    const before = await files();
    const gone = new Promise((resolve) => sending.once('error', resolve));
    sending.write(csv(...lines(20_000)).slice(0, 1_000_000));
    // It is being read: its parts lie there.
    await expect.poll(async () => (await files()).some((name) => name.endsWith('.part'))).toBe(true);
    sending.destroy(new Error('gone'));
    await gone;
    await expect.poll(files).toEqual(before);
    expect((await analyst!.get(`/api/crime/imports?siteId=${site}`)).json()).toEqual([]);
  });

  test('are counted by cells, in which places of victims are withheld', async () => {
    const site = await newSite('Cells');
    const near = (type: string, count: number, latitude: number) =>
      Array.from(
        { length: count },
        (_, n) => `${type}${latitude}${n},${type},2026-03-01 10:${10 + n},74.35,${latitude},,,`,
      );
    await upload(
      csv(...near('Burglary', 5, 31.5), ...near('Assault', 2, 31.5), ...near('Assault', 3, 31.6)),
      { site },
    );
    const cells = async (query: string) =>
      (await auditor!.get(`/api/crime/incidents/cells?siteId=${site}&${query}`)).json();
    const fine = await cells('cellMetres=250');
    expect(fine).toMatchObject({
      lattice: { crs: 'EPSG:32643', cellMetres: 250, columns: 1, rows: 1 },
      cells: [{ index: 0, incidents: 5 }],
      notes: { incidents: 5, leftOut: [{ reason: 'victim-sensitive', incidents: 5 }], simulated: false },
    });
    const coarse = await cells('cellMetres=1000');
    expect(coarse.cells.map(({ incidents }: { incidents: number }) => incidents)).toEqual([5, 3]);
    expect(coarse.notes.leftOut).toEqual([{ reason: 'small-cell', incidents: 2 }]);
    const none = await cells('kinds=arson');
    expect(none).toMatchObject({ lattice: null, cells: [], notes: { incidents: 0 } });

    const points = (await supervisor!.get(`/api/crime/incidents/points?siteId=${site}`)).json();
    expect(points).toMatchObject({
      exact: false,
      notes: { leftOut: [{ reason: 'victim-sensitive', incidents: 5 }] },
    });
    expect(points.features).toHaveLength(5);
    for (const { geometry, properties } of points.features) {
      expect(geometry.coordinates).not.toEqual([74.35, 31.5]);
      expect(properties).toMatchObject({
        offence: 'Burglary',
        withinMetres: 142,
        from: '2026-03-01T05:00:00.000Z',
      });
      expect(Math.abs(geometry.coordinates[1] - 31.5) * 111_000).toBeLessThan(142);
    }
    expect((await supervisor!.get(`/api/crime/incidents/points?siteId=${site}`)).json()).toEqual(points);
    const some = (await supervisor!.get(`/api/crime/incidents/points?siteId=${site}&limit=2`)).json();
    expect(some.notes).toMatchObject({ incidents: 2, leftOut: [{}, { reason: 'limit', incidents: 3 }] });
  });

  test('are seen where they happened for a stated purpose alone, and each look is on record', async () => {
    const site = await newSite('Exact');
    await upload(csv(...lines(2), ...lines(1, 'Assault')), { site });
    const address = `/api/crime/incidents/exact?siteId=${site}`;
    expect((await analyst!.get(address)).statusCode).toBe(403);
    expect((await investigator!.get(address)).json()).toMatchObject({
      status: 403,
      code: 'PURPOSE_REQUIRED',
    });
    const opened = await investigator!.post('/api/cases', {
      siteId: site,
      title: 'Burglaries of March',
      number: 'C-8',
    });
    expect(opened.statusCode).toBe(201);
    await investigator!.post('/api/purposes', {
      ...{
        caseId: opened.json().id,
        purpose: 'crime-investigation',
        statement: 'To compare the places of two burglaries.',
      },
    });
    const exact = (await investigator!.get(address)).json();
    expect(exact).toMatchObject({ exact: true, notes: { incidents: 3, leftOut: [] } });
    expect(
      exact.features.map(({ geometry }: { geometry: { coordinates: number[] } }) => geometry.coordinates),
    ).toContainEqual([74.35, 31.51]);
    expect((await entries('crime-places.opened')).at(-1)).toMatchObject({
      data: { siteId: site, incidents: 3, caseId: opened.json().id },
    });
    const elsewhere = await investigator!.get(`/api/crime/incidents/exact?siteId=${siteId}`);
    expect(elsewhere.json()).toMatchObject({ code: 'SITE_NOT_FOUND' });
  });

  test('count as the offence table says, whose changes have a reason', async () => {
    const site = await newSite('Offences');
    await upload(csv(...lines(3, 'Section 9-C')), { site });
    const offence = async () =>
      (await auditor!.get('/api/crime/offences'))
        .json()
        .find((entry: { offence: string }) => entry.offence === 'Section 9-C');
    // What no rule knows counts as a victim's until somebody has looked.
    expect(await offence()).toMatchObject({
      kind: 'other',
      victimSensitive: true,
      reviewed: false,
      incidents: 3,
    });
    const change = { offence: 'Section 9-C', kind: 'drugs', officerInitiated: true, victimSensitive: false };
    const reason = 'Control of Narcotic Substances Act.';
    expect((await analyst!.request('PUT', '/api/crime/offences', { ...change, reason })).statusCode).toBe(
      403,
    );
    const changed = await administrator!.request('PUT', '/api/crime/offences', { ...change, reason });
    expect(changed.json()).toMatchObject({
      ...change,
      reviewed: true,
      changedBy: 'The administrator',
      reason,
    });
    expect((await entries('crime-offence.changed')).at(-1)).toMatchObject({
      data: { before: { kind: 'other' }, reason },
    });
    const points = (await supervisor!.get(`/api/crime/incidents/points?siteId=${site}&kinds=drugs`)).json();
    expect(points.features).toHaveLength(3);
    const unknown = await administrator!.request('PUT', '/api/crime/offences', {
      ...change,
      offence: 'Nothing',
      reason,
    });
    expect(unknown.json()).toMatchObject({ code: 'OFFENCE_NOT_FOUND' });
  });

  test('are counted within areas of stations, which administrators bring', async () => {
    const site = await newSite('Areas');
    await upload(csv(...lines(4)), { site });
    const ring = [
      [74.3, 31.495],
      [74.4, 31.495],
      [74.4, 31.515],
      [74.3, 31.515],
      [74.3, 31.495],
    ];
    const feature = {
      type: 'Feature',
      properties: { name: 'Civil Lines', population: 90_000 },
      geometry: { type: 'Polygon', coordinates: [ring] },
    };
    const put = (features: object[]) =>
      administrator!.request('PUT', '/api/crime/boundaries', {
        siteId: site,
        geojson: { type: 'FeatureCollection', features },
      });
    expect((await put([{ ...feature, properties: {} }])).json()).toMatchObject({
      status: 422,
      code: 'BOUNDARIES_INVALID',
    });
    expect((await supervisor!.get(`/api/crime/boundaries?siteId=${site}`)).json()).toMatchObject({
      version: null,
      boundaries: [],
    });
    const set = (await put([feature])).json();
    expect(set).toMatchObject({ version: 1, boundaries: [{ name: 'Civil Lines', population: 90_000 }] });
    expect((await entries('crime-boundaries.stored')).at(-1)).toMatchObject({
      data: { version: 1, areas: 1 },
    });
    const [{ id }] = set.boundaries;
    const within = (
      await supervisor!.get(`/api/crime/incidents/cells?siteId=${site}&boundaryIds=${id}`)
    ).json();
    expect(within.notes).toMatchObject({ incidents: 2, batches: [{ incidents: 2 }] });
    const second = (await put([feature])).json();
    expect(second.version).toBe(2);
    // The area of the set before is none any more.
    const gone = await supervisor!.get(`/api/crime/incidents/cells?siteId=${site}&boundaryIds=${id}`);
    expect(gone.json()).toMatchObject({ code: 'STATION_AREA_NOT_FOUND' });
  });

  test('read where patrols were, and never who', async () => {
    const site = await newSite('Patrols');
    const mapping = {
      kind: 'patrols',
      place: { x: 'lon', y: 'lat' },
      time: { from: ['start'] },
      minutes: 'minutes',
    };
    const text =
      'officer,lon,lat,start,minutes\nA. Khan,74.35,31.5,2026-03-01 10:00,30\nB. Ali,74.36,31.5,2026-03-01 11:00,x\n';
    const stored = await upload(text, { site, mapping, name: 'patrols.csv' });
    expect(stored.json()).toMatchObject({
      kind: 'patrols',
      stored: 1,
      rejectedBy: [{ code: 'minutes-unreadable' }],
      unread: ['officer'],
    });
    expect(stored.body).not.toContain('Khan');
    expect((await analyst!.get(`/api/crime/incidents/summary?siteId=${site}`)).json()).toMatchObject({
      incidents: 0,
      offences: [],
    });
  });
});
