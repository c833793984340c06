import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { IncidentStaging } from '@amaan/store/crime/incident-staging';
import { lacksSharedData, sharedData } from '@amaan/vision/detectors/testing/shared-data';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type IncidentFileOptions, readIncidents } from './read-incidents.ts';

describe('readIncidents', () => {
  let folder: string;
  const read = async (content: string | Buffer, options: IncidentFileOptions = {}) => {
    const path = join(folder, 'file');
    await writeFile(path, content);
    return readIncidents(path, options);
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'amaan-read-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const german =
    'Art;Straße;X;Y;Date\nRaub;Müllerstr.;439112,03;3487455,81;01.03.2025 10:30\nRaub;Süd;0;0;02.03.2025\n';
  test.each([
    ['UTF-8', Buffer.from(german)],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${german}`)],
    ['Latin-1', Buffer.from(german, 'latin1')],
    ['UTF-16', Buffer.from(`\uFEFF${german}`, 'utf16le')],
    ['gzip', gzipSync(german)],
  ])('reads semicolons and decimal commas in %s', async (_, content) => {
    const { incidents, projection, rejected } = await read(content, {
      crs: 'EPSG:32643',
      offenceColumn: 'Art',
    });
    expect(projection?.code).toBe('EPSG:32643');
    expect([incidents.x[0], incidents.y[0], incidents.offences]).toEqual([
      439_112.03,
      3_487_455.81,
      ['Raub'],
    ]);
    expect(incidents.from[0]).toBe(Date.parse('2025-03-01T10:30Z'));
    expect(rejected).toMatchObject([{ line: 3, code: 'place-zero' }]);
  });

  test('reads GeoJSON into the UTM zone around it', async () => {
    const features = [74.35, 74.36].map((longitude) => ({
      type: 'Feature',
      properties: { type: 'Theft', date: '2025-03-01' },
      geometry: { type: 'Point', coordinates: [longitude, 31.52] },
    }));
    const { incidents, projection } = await read(JSON.stringify({ type: 'FeatureCollection', features }));
    expect(projection?.code).toBe('EPSG:32643');
    expect(incidents.x[1]! - incidents.x[0]!).toBeCloseTo(949.4, 0);
    expect(incidents.until[0]! - incidents.from[0]!).toBe(24 * 60 * 60_000);
  });

  test('reads Parquet', async () => {
    await using staging = await IncidentStaging.open(folder, 'x');
    const at = Date.parse('2025-03-01T10:30Z');
    staging.add({
      ...{ line: 1, longitude: 74.35, latitude: 31.52, east: 0, north: 0, from: at, until: at },
      ...{ offence: 'Theft', externalId: null },
    });
    for await (const _ of await staging.repeated([], false));
    await staging.write();
    const { incidents } = await readIncidents(join(folder, 'x.parquet.part'), {
      time: 'from_at',
      offenceColumn: 'offence',
    });
    expect(incidents).toMatchObject({ length: 1, offences: ['Theft'] });
    expect(incidents.from[0]).toBe(at);
  });

  test('takes one offence, whatever its capitals', async () => {
    const rows = 'type,x,y,date\nTheft,1,2,2025-03-01\nRobbery,1,2,2025-03-02\nx';
    const options = { crs: 'plane', offence: 'robbery', offenceColumn: 'TYPE' };
    expect(await read(rows, options)).toMatchObject({
      incidents: { length: 1, offences: ['Robbery'] },
      ...{ projection: null, otherOffences: 1, rejected: [{ line: 4, code: 'too-few-cells' }] },
    });
    await expect(read(rows, { ...options, offence: 'arson' })).rejects.toMatchObject({
      code: 'IMPORT_EMPTY',
    });
  });

  test.each([
    ['a,b\n1,2\n', {}, 'IMPORT_MAPPING', /--x and --y/],
    ['x,y\n1,2\n', {}, 'IMPORT_MAPPING', /--time/],
    ['x,y,date\n439112,3487455,2025-03-01\n', {}, 'IMPORT_MAPPING', /--crs/],
    ['x,y,date\n31.5,200,2025-03-01\n', {}, 'IMPORT_MAPPING', /other way round/],
    ['x,y,date\n1,2,2025-03-01\n', { x: 'east' }, 'IMPORT_COLUMN', /no column "east"/],
    ['x,y,date\n1,2,2025-03-01\n', { crs: 'EPSG:7' }, 'CRS_UNKNOWN', /EPSG:7/],
    ['x,y,date\n1,2,never\n', {}, 'IMPORT_EMPTY', /line 2/],
    ['x,y,date\n', {}, 'IMPORT_EMPTY', /no rows/],
  ] as const)('says what is missing: %j', async (content, options, code, message) => {
    await expect(read(content, options)).rejects.toMatchObject({
      code,
      message: expect.stringMatching(message),
    });
  });

  test('says that a file is not there', async () => {
    await expect(readIncidents(join(folder, 'none'))).rejects.toMatchObject({ code: 'FILE_NOT_FOUND' });
  });

  describe.skipIf(lacksSharedData('crime/vancouver-2025.csv'))(
    'on published files (skipped without ../shared/data)',
    () => {
      test.each([
        ['chicago-arson.csv', { crs: 'plane' }, 522, 0],
        ['nottingham-burglary.csv.gz', {}, 1795, 0],
        ['vancouver-2025.csv', { crs: 'EPSG:26910' }, 29_263, 3148],
      ] as const)('reads %s', async (name, options, count, rejected) => {
        const file = await readIncidents(sharedData(`crime/${name}`), options);
        expect([file.incidents.length, file.rejected.length]).toEqual([count, rejected]);
      });

      test('Nottingham has months, Chicago days and Vancouver minutes', async () => {
        const hours = async (name: string, options: IncidentFileOptions) => {
          const { incidents } = await readIncidents(sharedData(`crime/${name}`), options);
          return (incidents.until[0]! - incidents.from[0]!) / 3_600_000;
        };
        expect(await hours('nottingham-burglary.csv.gz', {})).toBe(31 * 24);
        expect(await hours('chicago-arson.csv', { crs: 'plane' })).toBe(24);
        expect(await hours('vancouver-2025.csv', { crs: 'EPSG:26910' })).toBe(0);
      });

      test.each([
        'satscan-ny-cases.txt',
        'satscan-ny-coords.txt',
        'satscan-ny-out.txt',
        'satscan-ny-pop.txt',
      ])('says that %s is no file of incidents', async (name) => {
        await expect(readIncidents(sharedData(`crime/${name}`))).rejects.toMatchObject({
          code: 'IMPORT_MAPPING',
        });
      });
    },
  );
});
