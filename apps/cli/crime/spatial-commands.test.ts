import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seededRandom } from '@amaan/contracts/seeded-random';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { findHotspots, type HotspotOptions } from './find-hotspots.ts';
import { type GistarOptions, scoreValuedPlaces } from './score-valued-places.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'amaan-spatial-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));
afterEach(() => vi.restoreAllMocks());

async function written(name: string, text: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
}

async function linesOf<Line>(lines: AsyncIterable<Line>): Promise<Line[]> {
  return await Array.fromAsync(lines);
}

const gistar: GistarOptions = {
  value: 'y0',
  band: 15,
  weights: 'binary',
  variance: '1992',
  self: true,
  permutations: 0,
  seed: 1,
};
const SIX = 'x,y,y0\n10,10,2\n20,10,3\n40,10,3.2\n15,20,5\n30,20,8\n30,30,7\n';

test("the six points of PySAL's documentation, typed as a file", async () => {
  const file = await written('six.csv', SIX);
  const scores = async (change: Partial<GistarOptions>) =>
    (await linesOf(scoreValuedPlaces(file, { ...gistar, ...change }))).map((line) =>
      line.kind === 'place' ? line.z : line.g?.value,
    );
  const star = await scores({});
  expect(star[0]).toBeCloseTo(-1.39727626, 7);
  expect(star[6]).toBeCloseTo(0.55709779, 8);
  expect((await scores({ self: false }))[0]).toBeCloseTo(-1.0136729, 7);
  expect((await scores({ self: false, weights: 'row-standardised' }))[0]).toBeCloseTo(-0.62074534, 7);
});

test('a file without names has columns by number, and bad lines are told once a reason', async () => {
  const told = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const file = await written('bad.csv', `${SIX.slice(SIX.indexOf('\n') + 1)}50,50,many\n60,60,\n`);
  const lines = await linesOf(scoreValuedPlaces(file, { ...gistar, x: '1', y: '2', value: '3' }));
  expect(lines.at(-1)).toMatchObject({ kind: 'summary', places: 6, rejected: 2 });
  expect(told.mock.calls.map(([text]) => text)).toEqual([
    expect.stringMatching(/line 7 was left out: "many" in column 3 is no number/),
    expect.stringMatching(/line 8 was left out/),
  ]);
});

test('a column, a file and values that do not serve are refused in a sentence', async () => {
  const file = await written('six.csv', SIX);
  await expect(linesOf(scoreValuedPlaces(file, { ...gistar, value: 'z' }))).rejects.toThrow('no column "z"');
  await expect(linesOf(scoreValuedPlaces(join(folder, 'no.csv'), gistar))).rejects.toThrow('cannot be found');
  const same = await written('same.csv', 'x,y,y0\n1,1,2\n2,1,2\n3,1,2\n4,1,2\n');
  await expect(linesOf(scoreValuedPlaces(same, gistar))).rejects.toThrow('same value');
});

test('hot spots of a file: where incidents gather, with their share and place on the globe', async () => {
  const random = seededRandom(12);
  const row = (x: number, y: number) => `${x.toFixed(1)},${y.toFixed(1)},2025-03-01,theft`;
  const rows = [
    ...Array.from({ length: 600 }, () => row(430_000 + 5_000 * random(), 3_480_000 + 5_000 * random())),
    ...Array.from({ length: 60 }, () => row(432_600 + 300 * random(), 3_482_600 + 300 * random())),
  ];
  const file = await written('thefts.csv', ['x,y,date,offence', ...rows].join('\n'));
  const options: HotspotOptions = {
    ...{ crs: 'EPSG:32643', cell: 250, reach: 'queen', self: true, permutations: 99_999, seed: 1 },
    ...{ rate: 0.05, kernel: 'quartic' },
  };
  const lines = await linesOf(findHotspots(file, options));
  const [first] = lines;
  if (first?.kind !== 'cell') throw new Error('There is no hot cell.');
  expect(Math.hypot(first.x - 432_750, first.y - 3_482_750)).toBeLessThan(400);
  expect(first.longitude).toBeCloseTo(74.29, 1);
  expect(first.latitude).toBeCloseTo(31.48, 1);
  expect(first).toMatchObject({ spot: 'hot' });
  const summary = lines.at(-1)!;
  expect(summary).toMatchObject({ kind: 'summary', incidents: 660, rejected: 0, crs: 'EPSG:32643' });
  if (summary.kind === 'summary') expect(summary.hot).toBe(lines.length - 1 - summary.cold);
  const all = await linesOf(findHotspots(file, { ...options, all: true, within: 500 }));
  expect(all.length).toBeGreaterThan(300);
});
