import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lacksSharedData, sharedData } from '@amaan/vision/detectors/testing/shared-data';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { twoKinds } from '../../../systems/crime-analytics/forecast/testing/two-kinds.ts';
import { createProgram } from '../program.ts';
import { type ForecastFileOptions, forecastFile } from './forecast-file.ts';

const VANCOUVER = 'crime/vancouver-2025.csv';
const NOTTINGHAM = 'crime/nottingham-burglary.csv.gz';

const OPTIONS: ForecastFileOptions = {
  ...{ x: 'east', y: 'north', crs: 'EPSG:32643', time: 'when', offence: 'Gathers' },
  ...{ trainUntil: '2025-10-01', horizonDays: 45, areaFraction: 0.01, cell: 150, seed: 1 },
};
let folder: string;
let file: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'amaan-forecast-'));
  file = join(folder, 'incidents.csv');
  const { length, x, y, from, offence, offences } = twoKinds(1, 900);
  const rows = Array.from({ length }, (_, at) =>
    [x[at], y[at], new Date(from[at]!).toISOString().slice(0, 19), offences[offence[at]!]].join(','),
  );
  const bad = ['oops,1,2025-03-03,gathers', '500000,3500000,yesterday,gathers', ''];
  // The name of the last column tells nothing.
  await writeFile(file, ['east,north,when,what', ...rows, ...bad].join('\n'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('the line has what scripts depend on, first and in order', async () => {
  const line = await forecastFile(file, { ...OPTIONS, cells: true });
  expect(Object.keys(line).slice(0, 5)).toEqual(['pai', 'pei', 'hitRate', 'interval', 'baseline']);
  expect(line.pai).toBeCloseTo(line.hitRate! / 0.01, 10);
  expect(line.pai).toBeGreaterThan(20);
  expect(line.interval![0]).toBeLessThan(line.pai!);
  expect(line.interval![1]).toBeGreaterThan(line.pai!);
  expect(line.baseline!.pai).toBe(Math.max(...line.baselines.map(({ pai }) => pai)));
  expect(line.baselines.map(({ name }) => name)).toEqual(['count-all', 'count-last', 'kde']);
  expect(line.incidents.rejectedLines).toBe(2);
  expect(line.incidents.supporting).toBeGreaterThan(200);
  const chosen = line.cells!.reduce((sum, cell) => sum + cell.chosen, 0);
  expect(chosen).toBeCloseTo(0.01 * line.area.cells, 8);
  expect(line.cells![0]!.longitude).toBeGreaterThan(74);
});

test('after the last incident there is a forecast and nothing that tells how good it was', async () => {
  const line = await forecastFile(file, { ...OPTIONS, trainUntil: '2026-06-01', horizonDays: 366 });
  expect(line).toMatchObject({ pai: null, pei: null, hitRate: null, interval: null, baseline: null });
  expect(line.beatsBaseline).toBe(false);
});

test.each<[Partial<ForecastFileOptions>, string]>([
  [{ trainUntil: '2025-02-30' }, 'DATE_INVALID'],
  [{ trainUntil: 'soon' }, 'DATE_INVALID'],
  [{ trainUntil: '1999-01-01' }, 'NO_INCIDENTS'],
  [{ offence: 'witchcraft' }, 'OFFENCE_UNKNOWN'],
  [{ cell: 0.01 }, 'GRID_TOO_LARGE'],
  [{ time: 'nowhere' }, 'IMPORT_COLUMN'],
])('%o is told as %s', async (wrong, code) => {
  await expect(forecastFile(file, { ...OPTIONS, ...wrong })).rejects.toMatchObject({ code });
});

test.each([
  ['--horizon-days', '0'],
  ['--horizon-days', 'many'],
  ['--area-fraction', '0'],
  ['--area-fraction', '2'],
])('%s %s is wrong usage', async (flag, value) => {
  const sound = { '--train-until': '2025-10-01', '--horizon-days': '30', '--area-fraction': '0.01' };
  const flags = Object.entries({ ...sound, [flag]: value }).flat();
  const program = createProgram();
  for (const command of [program, ...program.commands]) command.configureOutput({ writeErr: () => {} });
  for (const command of program.commands.find((one) => one.name() === 'crime')!.commands)
    command.configureOutput({ writeErr: () => {} }).exitOverride();
  await expect(
    program.parseAsync(['node', 'amaan', 'crime', 'forecast', file, ...flags]),
  ).rejects.toMatchObject({ code: 'commander.invalidArgument' });
});

test.skipIf(lacksSharedData(VANCOUVER))(
  'Vancouver (skipped without ../shared/data): burglaries of businesses gather beyond what the count tells',
  async () => {
    const line = await forecastFile(sharedData(VANCOUVER), {
      ...{ x: 'X', y: 'Y', crs: 'EPSG:26910', time: 'YEAR,MONTH,DAY,HOUR,MINUTE' },
      ...{ timeZone: 'America/Vancouver', offence: 'Break and Enter Commercial' },
      ...{ trainUntil: '2025-10-01', horizonDays: 92, areaFraction: 0.005, cell: 150, seed: 1 },
    });
    expect(line.incidents).toMatchObject({ train: 981, test: 295, outside: 1 });
    expect(line.baselines[0]!.ratio).toBeGreaterThan(1.1);
    // Better than a density map, but not surely: it must not be claimed.
    expect(line.beatsBaseline).toBe(false);
    expect(line.offered).toBe(false);
  },
);

test.skipIf(lacksSharedData(NOTTINGHAM))(
  'Nottingham (skipped without ../shared/data): months in degrees, one offence',
  async () => {
    const line = await forecastFile(sharedData(NOTTINGHAM), {
      ...{ x: 'longitude', y: 'latitude', crs: 'EPSG:4326', time: 'month', timeZone: 'Europe/London' },
      ...{ trainUntil: '2022-10-01', horizonDays: 92, areaFraction: 0.005, cell: 150, seed: 1 },
    });
    expect(line.incidents.test).toBe(475);
    expect(line.incidents.supporting).toBe(0);
    expect(line.pai).toBeGreaterThan(1);
  },
);
