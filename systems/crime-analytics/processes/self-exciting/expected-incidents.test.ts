import { describe, expect, it } from 'vitest';
import { type CellGrid, cellAt } from '../../grid/cell-grid.ts';
import { cellMasses } from '../../grid/gaussian-blur.ts';
import { expectedIncidents, selfExcitingRate } from './expected-incidents.ts';
import { placedEvents } from './placed-events.ts';
import type { PlacedEvents, SelfExcitingModel } from './self-exciting-model.ts';
import { simulateSelfExciting } from './simulate-self-exciting.ts';

const grid: CellGrid = { originX: 0, originY: 0, cellMetres: 100, columns: 41, rows: 41 };
const nothing: PlacedEvents = {
  length: 0,
  x: new Float64Array(0),
  y: new Float64Array(0),
  days: new Float64Array(0),
};
const inTheMiddle: PlacedEvents = {
  length: 1,
  x: Float64Array.of(2050),
  y: Float64Array.of(2050),
  days: Float64Array.of(10),
};
const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);
const quiet: SelfExcitingModel = {
  grid,
  background: new Float64Array(41 * 41),
  productivity: 0.5,
  meanDays: 4,
  metres: 90,
};

describe('the rate of a self-exciting process', () => {
  it('is the background where nothing happened yet, and does not look ahead', () => {
    const background = new Float64Array(41 * 41).fill(0.01);
    expect(selfExcitingRate({ ...quiet, background }, nothing, 10)).toEqual(background);
    expect(sum(selfExcitingRate(quiet, inTheMiddle, 10))).toBe(0);
  });

  it('is θ ω e^(−ω t) in all, spread normally', () => {
    const rate = selfExcitingRate(quiet, inTheMiddle, 13);
    expect(sum(rate)).toBeCloseTo((0.5 / 4) * Math.exp(-3 / 4), 4);
    // Φ(50/90) − Φ(−50/90) = 0.42151 from scipy.stats.norm
    expect(rate[20 * 41 + 20]! / sum(rate)).toBeCloseTo(0.42151 ** 2, 4);
    expect(rate[20 * 41 + 21]).toBeCloseTo(rate[21 * 41 + 20]!, 12);
  });

  it('is cut off at the edge of the study area', () => {
    const atTheEdge = { ...inTheMiddle, x: Float64Array.of(0) };
    expect(sum(selfExcitingRate(quiet, atTheEdge, 13))).toBeCloseTo((0.25 / 4) * Math.exp(-3 / 4), 4);
    const mask = new Uint8Array(41 * 41);
    mask[20 * 41 + 20] = 1;
    const rate = selfExcitingRate({ ...quiet, grid: { ...grid, mask } }, inTheMiddle, 13);
    expect(rate.filter((value) => value > 0)).toHaveLength(1);
  });
});

describe('expected incidents of a self-exciting process', () => {
  it('are θ / (1 − θ) · (1 − e^(−(1 − θ) ω t)) after one event, its later generations included', () => {
    for (const days of [0.5, 3, 7, 30]) {
      const expected = sum(
        expectedIncidents(quiet, inTheMiddle, { from: 10.000001, until: 10.000001 + days }),
      );
      expect(expected / (1 - Math.exp((-0.5 * days) / 4))).toBeCloseTo(1, 2);
    }
  });

  it('settle at μ / (1 − θ) a day', () => {
    const background = new Float64Array(41 * 41);
    background[20 * 41 + 20] = 2;
    const expected = sum(expectedIncidents({ ...quiet, background }, nothing, { from: 0, until: 400 }));
    const late = sum(expectedIncidents({ ...quiet, background }, nothing, { from: 0, until: 500 }));
    expect((late - expected) / 100).toBeCloseTo(4, 1);
  });

  it('are what simulations of the same process have on average, also by cell', () => {
    const background = new Float64Array(41 * 41);
    background[20 * 41 + 20] = 1;
    const model = { ...quiet, background };
    const expected = expectedIncidents(model, nothing, { from: 0, until: 20 });
    const counts = new Float64Array(41 * 41);
    const courses = 1_500;
    for (let seed = 0; seed < courses; seed++) {
      const events = simulateSelfExciting(model, { seed, from: 0, until: 20 });
      for (let n = 0; n < events.length; n++)
        counts[cellAt(grid, events.x[n]!, events.y[n]!)]! += 1 / courses;
    }
    expect(Math.abs(sum(counts) / sum(expected) - 1)).toBeLessThan(0.02);
    for (const cell of [20 * 41 + 20, 20 * 41 + 21, 19 * 41 + 21]) {
      expect(Math.abs(counts[cell]! / expected[cell]! - 1)).toBeLessThan(0.06);
    }
  });

  it('are refused where incidents would multiply without end', () => {
    const run = () => expectedIncidents({ ...quiet, productivity: 1 }, nothing, { from: 0, until: 1 });
    expect(run).toThrow(expect.objectContaining({ code: 'SELF_EXCITING_EXPLODES' }));
  });
});

describe('masses of a normal distribution in a row of cells', () => {
  it('are those of scipy.stats.norm.cdf', () => {
    // norm.cdf([-100, 0, 100, 200], loc=30, scale=80) and their differences
    const masses = cellMasses(100, 80, 30);
    const middle = (masses.length - 1) / 2;
    expect(masses[middle - 1]).toBeCloseTo(0.30174895, 6);
    expect(masses[middle]).toBeCloseTo(0.45538281, 6);
    expect(masses[middle + 1]).toBeCloseTo(0.17399365, 6);
  });
});

describe('incidents as events', () => {
  it('are those within the grid that are wanted, by the middle of their interval', () => {
    const day = 86_400_000;
    const incidents = {
      length: 4,
      x: Float64Array.of(10, 20, -5, 30),
      y: Float64Array.of(1, 2, 3, 4),
      from: Float64Array.of(5 * day, 0, 0, 0),
      until: Float64Array.of(5 * day, 4 * day, 0, 0),
      offence: Uint16Array.of(0, 0, 0, 1),
      offences: ['Burglary', 'Robbery'],
    };
    const events = placedEvents(incidents, grid, day, (n) => incidents.offence[n] === 0);
    expect([...events.x]).toEqual([20, 10]);
    expect([...events.days]).toEqual([1, 4]);
  });
});
