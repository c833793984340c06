import { mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { IncidentFiles } from './incident-files.ts';
import { IncidentStaging, type StagedIncident } from './incident-staging.ts';

const HOUR = 60 * 60_000;
const START = Date.parse('2026-03-01T00:00:00Z');

/** A row; `n` moves it by as many hours and ten metres. */
const row = (line: number, n = line, change: Partial<StagedIncident> = {}): StagedIncident => ({
  line,
  longitude: 74.3 + n * 1e-4,
  latitude: 31.5,
  east: 439_000 + n * 10,
  north: 3_487_000,
  from: START + n * HOUR,
  until: START + n * HOUR,
  offence: 'Theft',
  externalId: null,
  ...change,
});

describe('files of incidents', () => {
  let folder: string;
  let files: IncidentFiles;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'amaan-incidents-'));
    files = new IncidentFiles(folder);
  });
  afterEach(async () => {
    await files[Symbol.asyncDispose]();
    await rm(folder, { recursive: true, force: true });
  });

  async function store(id: string, rows: readonly StagedIncident[], stored: string[] = [], drop = false) {
    await using staging = await IncidentStaging.open(folder, id);
    for (const one of rows) staging.add(one);
    const repeated = [];
    for await (const lines of await staging.repeated(
      stored.map((other) => files.pathOf(other)),
      drop,
    ))
      repeated.push(...lines.map(({ line, code }) => `${line} ${code}`));
    const written = await staging.write();
    await writeFile(join(folder, `${id}.rejected.csv.part`), '');
    if (written !== null) await files.keep(id);
    return { written, repeated };
  }

  test('are written whole, sorted by time, and read by period, offence and box', async () => {
    const rows = [row(2), row(1, 1, { until: START + 5 * HOUR, offence: 'Robbery' }), row(3)];
    const { written, repeated } = await store('a', rows);
    expect(repeated).toEqual([]);
    expect(written).toMatchObject({
      ...{ stored: 3, alike: 0, firstAt: START + HOUR, lastAt: START + 5 * HOUR },
      offences: [
        { offence: 'Theft', incidents: 2 },
        { offence: 'Robbery', incidents: 1 },
      ],
    });
    expect((await readdir(folder)).sort()).toEqual(['a.parquet', 'a.rejected.csv']);
    const all = await files.columns({ imports: ['a'] });
    expect([...all.line]).toEqual([1, 2, 3]);
    expect(all).toMatchObject({ length: 3, offence: ['Robbery', 'Theft', 'Theft'] });
    expect([all.east[0], all.from[0], all.until[0]]).toEqual([439_010, START + HOUR, START + 5 * HOUR]);
    const lines = async (query: object) => [...(await files.columns({ imports: ['a'], ...query })).line];
    // The robbery may have happened until the fifth hour; an end is not part of a period.
    expect(await lines({ from: START + 3 * HOUR })).toEqual([1, 3]);
    expect(await lines({ from: START + 5 * HOUR })).toEqual([]);
    expect(await lines({ to: START + 2 * HOUR })).toEqual([1]);
    expect(await lines({ offences: ['Theft'] })).toEqual([2, 3]);
    expect(await lines({ offences: [] })).toEqual([]);
    expect(await lines({ box: [439_015, 0, 439_025, 4_000_000] })).toEqual([2]);
    expect(await files.columns({ imports: [] })).toMatchObject({ length: 0 });
  });

  test('count by cell, import and month, and give the same sample each time', async () => {
    await store(
      'a',
      Array.from({ length: 30 }, (_, n) => row(n + 1, n)),
    );
    await store('b', [row(1, 500, { offence: 'Robbery', until: START + 600 * HOUR })]);
    const query = { imports: ['a', 'b'] };
    const { cells, counts } = await files.cells(query, 100, ['Robbery']);
    expect(cells.map(({ incidents }) => incidents).sort()).toEqual([1, 10, 10, 10]);
    expect(cells.find(({ listed }) => listed === 1)).toMatchObject({
      column: 4440,
      row: 34870,
      incidents: 1,
    });
    expect(counts).toEqual([
      { id: 'a', incidents: 30, withInterval: 0, listed: 0, listedWithInterval: 0 },
      { id: 'b', incidents: 1, withInterval: 1, listed: 1, listedWithInterval: 1 },
    ]);
    expect(await files.counts(query, ['Robbery'])).toEqual(counts);
    // New York is five hours behind: there the first five of them are still of February.
    expect(await files.summary(query, 'America/New_York')).toMatchObject({
      months: [
        { month: '2026-02', incidents: 5 },
        { month: '2026-03', incidents: 26 },
      ],
    });
    const sample = await files.sample(query, 5);
    expect(sample.length).toBe(5);
    expect(await files.sample(query, 5)).toEqual(sample);
  });

  test('know rows again: by their number, or else as often as they are there', async () => {
    const id = (externalId: string) => ({ externalId });
    await store('a', [row(1, 1), row(2, 1), row(3, 3, id('F1'))]);
    const { written, repeated } = await store(
      'b',
      [
        row(1, 1),
        row(2, 1),
        row(3, 1),
        row(4, 4, id('F1')),
        row(5, 5, id('F2')),
        row(6, 6, id('F2')),
        row(7, 3),
      ],
      ['a'],
    );
    expect(repeated).toEqual([
      '1 already-stored',
      '2 already-stored',
      '4 already-stored',
      '6 same-id-in-file',
    ]);
    expect(written).toMatchObject({ stored: 3, alike: 1 });
    const dropped = await store('c', [row(1, 7), row(2, 7)], [], true);
    expect(dropped).toMatchObject({ repeated: ['2 same-row-in-file'], written: { stored: 1, alike: 0 } });
    expect(await store('d', [row(1, 7)], ['c'])).toEqual({ written: null, repeated: ['1 already-stored'] });
  });

  test.skipIf(process.platform !== 'linux')('leave nothing behind where the disk is full', async () => {
    await using staging = await IncidentStaging.open(folder, 'a');
    // Whatever is written there finds no room.
    await symlink('/dev/full', join(folder, 'a.parquet.part'));
    staging.add(row(1));
    for await (const _ of await staging.repeated([], false));
    await expect(staging.write()).rejects.toMatchObject({ code: 'INCIDENTS_DISK_FULL' });
    await files.remove('a');
    expect(await readdir(folder)).toEqual([]);
  });

  test('are cleared of what a crash left', async () => {
    await store('a', [row(1)]);
    await store('b', [row(1)]);
    await writeFile(join(folder, 'c.source.part'), 'names of people');
    await files.removeOthers(new Set(['a']));
    expect((await readdir(folder)).sort()).toEqual(['a.parquet', 'a.rejected.csv']);
  });
});
