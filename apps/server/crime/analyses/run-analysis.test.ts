import type { AnalysisKind } from '@amaan/contracts/crime/analysis-kind';
import { AnalysisQuestion } from '@amaan/contracts/crime/analysis-question';
import { AnalysisResult } from '@amaan/contracts/crime/analysis-result';
import { decodeRaster } from '@amaan/contracts/crime/cell-lattice';
import { NOTE_CODES, noteWords } from '@amaan/contracts/crime/note-words';
import { newIdentifier } from '@amaan/contracts/identifier';
import { describe, expect, test } from 'vitest';
import { resultTable } from '../exports/result-table.ts';
import type { ResultOf } from './analysis-method.ts';
import { type FinishedAnalysis, prepareWork } from './compute-analysis.ts';
import { methodOf } from './method-of.ts';
import { runAnalysis } from './run-analysis.ts';
import { SIMULATED_PERIOD, simulatedData } from './testing/simulated-data.ts';

const data = simulatedData();
const selection = { siteId: newIdentifier(), period: SIMULATED_PERIOD, simulated: true };

const kindOf = (_: string, at: number) => (at % 2 === 0 ? 'theft' : 'robbery');

/** As the contract has it, with words for all its notes, and as rows of a file. In this thread, which is quicker here. */
function made<Kind extends AnalysisKind>(kind: Kind, settings: object = {}, with_ = data) {
  const question = AnalysisQuestion.parse({ kind, selection, settings });
  const work = prepareWork({ question, data: with_ });
  const parts = methodOf(kind).parts?.chunks(question, with_) ?? [];
  const finished = work({ finish: parts.map((part) => work({ part })) });
  const { result, notes, digest } = finished as FinishedAnalysis;
  expect(AnalysisResult.parse(result)).toEqual(result);
  for (const note of notes) {
    expect(NOTE_CODES).toContain(note.code);
    expect(noteWords(note).en).not.toMatch(/ –[ ,.]/);
  }
  const table = resultTable(result);
  for (const { values } of table.rows) expect(values).toHaveLength(table.columns.length);
  return { result: result as ResultOf<Kind>, notes, digest, question, table };
}

describe('an analysis', () => {
  test('hot spots', () => {
    const { result, table } = made('hot-spots');
    expect(result.counts.reduce((sum, count) => sum + count, 0)).toBe(data.incidents.length);
    expect(result.marks.filter((mark) => mark === 'hot').length).toBeGreaterThan(3);
    expect(result.moran.p).toBeLessThan(0.05);
    expect(table.rows).toHaveLength(result.cells.cells.length);
  });

  test('hot spots in hexagons', () => {
    const { result } = made('hot-spots', { cells: { shape: 'hexagon', resolution: 8 } });
    expect(result.counts.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(0.9 * data.incidents.length);
    expect(result.marks).toContain('hot');
    if (result.cells.shape === 'hexagon') expect(result.cells.rings).toHaveLength(result.counts.length);
  });

  test('local Moran', async () => {
    const { result } = made('hot-spots', { statistic: 'local-moran' });
    expect(result.marks).toContain('hot');
  });

  test('density adds up to the incidents', async () => {
    const { result } = made('density', { resolution: 64, bandwidth: { rule: 'fixed', metres: 400 } });
    const { raster } = result;
    const cellKm2 = (raster.lattice.cellMetres / 1000) ** 2;
    const sum = decodeRaster(raster).reduce((all, value) => all + value * cellKm2, 0);
    expect(sum).toBeGreaterThan(0.9 * data.incidents.length);
    expect(sum).toBeLessThan(1.01 * data.incidents.length);
  });

  test('density along roads, for what lies on them', () => {
    const { x, y } = data.incidents;
    const roads = [Float64Array.of(x[0]! - 2_000, y[0]!, x[0]!, y[0]!, x[0]!, y[0]! + 2_000)];
    const { result, notes } = made('density', { alongRoads: true, resolution: 64 }, { ...data, roads });
    expect(result.unit).toBe('per-km-road');
    expect(result.raster.maximum).toBeGreaterThan(0);
    expect(decodeRaster(result.raster).some(Number.isNaN)).toBe(true);
    expect(notes.map(({ code }) => code)).toContain('data-off-roads');
    expect(() => made('density', { alongRoads: true })).toThrow('no roads');
  });

  test('density that changed', async () => {
    const against = { from: '2022-01-01T00:00:00.000Z', until: '2024-01-01T00:00:00.000Z' };
    const { result } = made('density', { resolution: 32, against }, { ...data, earlier: data.incidents });
    // The same incidents in a period as long: nothing changed anywhere.
    const values = decodeRaster(result.raster).filter((value) => !Number.isNaN(value));
    expect(values.length).toBeGreaterThan(10);
    for (const value of values) expect(Math.abs(value)).toBeLessThan(0.01);
  });

  test('clusters', async () => {
    const { result } = made('clusters', { replicas: 99, maximumMetres: 1500 });
    expect(result.clusters.length).toBeGreaterThan(0);
    const [first] = result.clusters;
    expect(first!.observed).toBeGreaterThan(first!.expected);
    expect(first!.from! < first!.until!).toBe(true);
  });

  test('a scan against people needs to know where they live', async () => {
    expect(() => made('clusters', { model: 'space' })).toThrow('station areas with their population');
  });

  test('near repeats', async () => {
    const { result, digest, question } = made('near-repeat', { permutations: 99 });
    const progress: number[] = [];
    const onProgress = (share: number) => progress.push(share);
    // In threads it is the same to the last digit.
    expect((await runAnalysis(question, data, { threads: 2, onProgress })).digest).toBe(digest);
    expect(progress.length).toBeGreaterThan(4);
    expect(progress.at(-1)).toBeCloseTo(0.9, 12);
    const pairs = result.observed.flat().reduce((sum, count) => sum + count, 0);
    const exact = Array.from(data.incidents.from).filter(
      (from, at) => data.incidents.until[at]! - from <= 86_400_000,
    ).length;
    expect(pairs).toBe((exact * (exact - 1)) / 2);
    expect(result.observed).toHaveLength(result.metres.length);
    expect(result.advice).not.toBeNull();
    expect(result.windows.length).toBeGreaterThan(0);
  });

  test('hours of the week', () => {
    const { result } = made('heat-map');
    const sum = result.hours.flat().reduce((all, value) => all + value, 0);
    expect(sum).toBeCloseTo(result.exact + result.shared, 6);
    expect(result.exact + result.shared + result.leftOut).toBe(data.incidents.length);
  });

  test('trends by kind', () => {
    const { result } = made(
      'trend',
      { step: 'month' },
      { ...data, kinds: data.incidents.offences.map(kindOf) },
    );
    expect(result.at).toHaveLength(23);
    expect(result.series[0]).toMatchObject({ offenceKind: null });
    const all = result.series[0]!.counts.reduce((sum, count) => sum + count, 0);
    const byKind = result.series.slice(1).flatMap(({ counts }) => counts);
    expect(byKind.reduce((sum, count) => sum + count, 0)).toBeCloseTo(all, 6);
    for (const { yearly } of result.series) expect(yearly!.low).toBeLessThanOrEqual(yearly!.high);
  });

  test('two periods, by cell and by station area', () => {
    const before = { from: '2022-01-01T00:00:00.000Z', until: '2024-01-01T00:00:00.000Z' };
    // The same incidents stand for both periods: nothing changed.
    const twice = { ...data, earlier: data.incidents };
    const { result } = made('comparison', { before, areas: { by: 'cells', metres: 2000 } }, twice);
    expect(result.total).toMatchObject({ before: data.incidents.length, after: data.incidents.length });
    expect(result.total.ratio).toBeCloseTo(1, 2);
    expect(new Set(result.areas.map(({ change }) => change))).toEqual(new Set(['none']));
    expect(() => made('comparison', { before }, twice)).toThrow('No station areas are stored');
  });

  test('emerging hot spots', () => {
    const { result } = made('emerging', { cells: { metres: 1000 }, stepDays: 61, distanceMetres: 1500 });
    expect(result.at).toHaveLength(11);
    expect(result.hot.filter((name) => name !== 'none').length).toBeGreaterThan(0);
  });

  test('incidents that set off others', async () => {
    const { result } = made('self-exciting');
    expect(result.branching).toBeGreaterThan(0);
    expect(result.branching).toBeLessThan(1);
  });

  test('a loop of records and patrols, without guards and with them', () => {
    const { result } = made('feedback-loop', { weeks: 40, replicas: 20 });
    const last = result.runs.map(({ weeks }) => weeks.at(-1)!);
    expect(last[0]!.distortion).toBeGreaterThan(last[1]!.distortion);
    expect(result.runs.map(({ guards }) => guards)).toEqual([false, true]);
  });

  test('an audit of patrols by station area', () => {
    const { x, y } = data.incidents;
    const [west, south, east, north] = [
      Math.min(...x),
      Math.min(...y),
      Math.max(...x) + 1,
      Math.max(...y) + 1,
    ];
    const middle = (west + east) / 2;
    const area = (id: string, left: number, right: number) => ({
      ...{ id, name: id, nameUrdu: '', population: 1000, areaKm2: 1, rings: [] },
      plane: [Float64Array.of(left, south, right, south, right, north, left, north)],
    });
    const begin = Date.parse(SIMULATED_PERIOD.from);
    const patrols = {
      length: 2,
      x: Float64Array.of(west + 1, west + 2),
      y: Float64Array.of(south + 1, south + 1),
      from: Float64Array.of(begin, begin),
      until: Float64Array.of(begin + 3_600_000, begin + 7_200_000),
    };
    const areas = [area('west', west, middle), area('east', middle, east)];
    const { result } = made('patrol-audit', {}, { ...data, areas, patrols });
    expect(result.areas).toMatchObject([
      { name: 'west', patrolHours: 3, patrolShare: 1, fairShare: 0.5, timesFair: 2 },
      { name: 'east', patrolHours: 0, flags: ['under-least'] },
    ]);
    expect(result.areas.reduce((sum, one) => sum + one.reported, 0)).toBe(data.incidents.length);
    expect(() => made('patrol-audit')).toThrow('No station areas are stored');
  });

  test('a risk surface', async () => {
    const { result } = made('risk-surface', { cells: { metres: 1000 } });
    expect(result.covariates.length).toBeGreaterThan(0);
    expect(result.outOfSample).toBeGreaterThan(0);
  });

  test('a forecast stands beside its baselines', async () => {
    const { result } = made('forecast', {
      cells: { shape: 'square', metres: 500 },
      horizonDays: 28,
      areaFraction: 0.05,
    });
    expect(result.evaluation!.baselines.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['count-all', 'count-last', 'kde']),
    );
    expect(result.offered).toBe(result.reason === 'beats-baseline');
    expect(result.cells.cells.length / result.studyCells).toBeCloseTo(0.05, 1);
    expect(result.horizon).toEqual({ from: SIMULATED_PERIOD.until, until: '2026-01-29T00:00:00.000Z' });
  });

  test('a forecast in hexagons, which other offences help', async () => {
    const asked = Uint8Array.from(data.incidents.offences, (_, offence) => (offence === 0 ? 1 : 0));
    const settings = { cells: { shape: 'hexagon', resolution: 8 }, horizonDays: 28, areaFraction: 0.05 };
    const { result, notes } = made('forecast', settings, { ...data, asked });
    expect(result.raster).toBeUndefined();
    const { hexagons, cells, studyCells, expected } = result;
    expect(hexagons!.cells).toHaveLength(studyCells);
    expect(hexagons!.expected.reduce((sum, one) => sum + one, 0)).toBeCloseTo(result.expectedTotal, 6);
    const all = made('forecast', settings).result.expectedTotal;
    expect(result.expectedTotal).toBeLessThan(0.8 * all);
    if (cells.shape !== 'hexagon') throw new Error('the marked cells are no hexagons');
    expect(cells.rings).toHaveLength(expected.length);
    for (const [place, cell] of cells.cells.entries())
      expect(expected[place]).toBe(hexagons!.expected[hexagons!.cells.indexOf(cell)]);
    expect(notes.map(({ code }) => code)).toContain('method-forecast-hexagons');
  });

  test('what cannot be computed says why', async () => {
    const none = new Float64Array();
    const nothing = { ...data.incidents, length: 0, x: none, y: none, from: none, until: none };
    const question = AnalysisQuestion.parse({ kind: 'hot-spots', selection, settings: {} });
    await expect(runAnalysis(question, { ...data, incidents: nothing })).rejects.toMatchObject({
      code: 'NO_INCIDENTS',
    });
  });
});
