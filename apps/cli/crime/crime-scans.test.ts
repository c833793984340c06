import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ReplicaRandom } from '@amaan/crime-analytics/replica-random';
import { lacksSharedData, sharedData } from '@amaan/vision/detectors/testing/shared-data';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findClusters, type ScanLine, type ScanOptions } from './find-clusters.ts';
import { findNearRepeats, type NearRepeatLine, type NearRepeatOptions } from './find-near-repeats.ts';

const crime = (name: string) => sharedData(`crime/${name}`);
const knox: NearRepeatOptions = {
  crs: 'plane',
  metres: [0.01, 200, 400, 600],
  days: [1, 2, 3],
  metric: 'manhattan',
  alpha: 0.05,
  replicas: 99,
  seed: 1,
};
const scan: ScanOptions = {
  crs: 'EPSG:32643',
  cell: 250,
  maxDays: 14,
  maxShare: 0.1,
  stepDays: 1,
  minCases: 2,
  most: 20,
  replicas: 99,
  seed: 1,
};

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'amaan-scans-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function written(name: string, lines: readonly string[]): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, `${lines.join('\n')}\n`);
  return path;
}

async function allOf<Line>(lines: AsyncIterable<Line>): Promise<Line[]> {
  return Array.fromAsync(lines);
}

/** Incidents anywhere on any day of two months, and twelve more in one cell from 10 to 12 March. */
async function incidentFile(name: string, broken: readonly string[] = []): Promise<string> {
  const random = new ReplicaRandom(4, 0);
  const rows = ['east,north,date,offence'];
  for (let at = 0; at < 600; at += 1) {
    const day = at === 0 ? 59 : random.below(60);
    const date = new Date(Date.UTC(2026, 1, 1 + day)).toISOString().slice(0, 10);
    rows.push(`${430_000 + random.below(2500)},${3_480_000 + random.below(3000)},${date} 13:00,theft`);
  }
  for (let at = 0; at < 12; at += 1) rows.push(`${431_350 + at},3481350,2026-03-1${at % 3} 21:00,theft`);
  return written(name, [...rows, ...broken]);
}

describe('amaan crime near-repeat', () => {
  test.skipIf(lacksSharedData('crime/chicago-arson.csv'))(
    'prints the table of the R package NearRepeat, what it advises, and where that holds',
    async () => {
      const lines = await allOf<NearRepeatLine>(findNearRepeats(crime('chicago-arson.csv'), knox));
      const cells = lines.filter((line) => line.kind === 'cell');
      expect(cells.filter(({ toMetres }) => toMetres === null).map(({ observed }) => observed)).toEqual([
        393, 710, 770, 133658,
      ]);
      const summary = lines.at(-1)!;
      expect(summary).toMatchObject({ kind: 'summary', incidents: 522, pairs: 135_981, rejected: 0 });
      expect(summary).toHaveProperty('advice.withinMetres', 200);
      const places = lines.filter((line) => line.kind === 'place');
      expect(places.every(({ lastDay }) => lastDay >= '2016-12-30')).toBe(true);
      expect(places[0]).toMatchObject({ withinMetres: 200, longitude: null });
    },
  );
});

describe('amaan crime scan', () => {
  test.skipIf(lacksSharedData(...['cases', 'pop', 'coords'].map((name) => `crime/satscan-ny-${name}.txt`)))(
    'reads the files of SaTScan and finds its clusters',
    async () => {
      const lines = await allOf<ScanLine>(
        findClusters(crime('satscan-ny-cases.txt'), {
          ...scan,
          coordinates: crime('satscan-ny-coords.txt'),
          population: crime('satscan-ny-pop.txt'),
        }),
      );
      const ratios = lines.flatMap((line) =>
        line.kind === 'cluster' ? [line.logLikelihoodRatio.toFixed(6)] : [],
      );
      expect(ratios.slice(0, 3)).toEqual(['11.577255', '9.019716', '6.114140']);
      expect(lines[1]).toMatchObject({ cases: 38, ids: ['89', '88', '87', '84', '90', '86', '92', '85'] });
    },
  );

  test('finds what gathered in a file of incidents, by day and in degrees, and tells bad lines', async () => {
    const lines = await allOf<ScanLine>(
      findClusters(await incidentFile('good.csv', ['here,there,2026-03-11,theft']), scan),
    );
    expect(lines[0]).toMatchObject({
      ...{ kind: 'cluster', rank: 1, from: '2026-03-10', until: '2026-03-12', places: 1, p: 0.01 },
      ...{ x: 431_375, y: 3_481_375 },
    });
    const [first] = lines;
    expect(first?.kind === 'cluster' && first.longitude).toBeCloseTo(74.278, 2);
    expect(first?.kind === 'cluster' && first.latitude).toBeCloseTo(31.464, 2);
    expect(lines.at(-1)).toMatchObject({ kind: 'summary', cases: 612, rejected: 1, steps: 60 });
  });

  test('gives the same with one thread and with two, in steps of weeks, for what goes on', async () => {
    const file = await incidentFile('weeks.csv');
    const options = { ...scan, stepDays: 7, ongoing: true };
    const one = await allOf(findClusters(file, { ...options, threads: 1 }));
    expect(await allOf(findClusters(file, { ...options, threads: 2 }))).toEqual(one);
    // The last day of the file ends the last week.
    const clusters = one.filter((line) => line.kind === 'cluster');
    expect(clusters.length).toBeGreaterThan(0);
    expect(clusters.every(({ until }) => until === '2026-04-01')).toBe(true);
  });

  test.each([
    ['a place without coordinates', ['1 2', '9 1'], 'Place "9" has no coordinates', 'line 2'],
    ['no whole number', ['1 2.5'], 'no whole number', 'line 1'],
    ['too few columns', ['1'], 'needs 2 columns', 'line 1'],
    ['a negative number', ['1 -2'], '"-2" is no number that can stand there', 'line 1'],
  ])('says in a sentence what is wrong with a case file: %s', async (_, cases, what, line) => {
    const options = {
      ...scan,
      coordinates: await written('coordinates', ['1 0 0', '2 0 1']),
      population: await written('population', ['1 2000 10', '2 2000 10']),
    };
    const failing = allOf(findClusters(await written('cases', cases), options));
    await expect(failing).rejects.toThrow(what);
    await expect(allOf(findClusters(join(folder, 'cases'), options))).rejects.toThrow(line);
  });

  test('wants both files of SaTScan or none', async () => {
    const options = { ...scan, coordinates: 'somewhere' };
    await expect(allOf(findClusters('cases', options))).rejects.toMatchObject({ code: 'SCAN_INVALID' });
  });
});

test('Ctrl-C ends a long scan with one sentence', async () => {
  const file = await incidentFile('long.csv');
  const main = join(import.meta.dirname, '../main.ts');
  const args = ['crime', 'scan', file, '--crs', 'EPSG:32643', '--replicas', '99999', '--json'];
  const child = execFile(process.execPath, [main, ...args]);
  const [stdout, stderr]: string[][] = [[], []];
  child.stdout?.on('data', (text: string) => stdout!.push(text));
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  // The first line of its log says that replicas are being drawn.
  await new Promise<void>((resolve) => {
    child.stderr?.on('data', (text: string) => {
      stderr!.push(text);
      if (stderr!.join('').includes('replicas')) resolve();
    });
    child.once('exit', () => resolve());
  });
  child.kill('SIGINT');
  expect(await ended).toBe(1);
  expect(stdout!.join('')).toBe('');
  expect(stderr!.join('')).toMatch(
    /amaan: Cancelled after \d+ of 99999 replicas; there is no result\. \(CANCELLED\)\n$/,
  );
});
