import { describe, expect, it } from 'vitest';
import { type CellGrid, cellCentre } from '../../grid/cell-grid.ts';
import { drawsFrom } from '../../simulation/draws.ts';
import { explainedDeviance, fitRiskSurface } from './fit-risk-surface.ts';
import { nearestDistance } from './nearest-distance.ts';
import { riskCovariates, standardised } from './risk-covariates.ts';

const grid: CellGrid = { originX: 0, originY: 0, cellMetres: 200, columns: 40, rows: 40 };
const cells = Array.from({ length: 1600 }, (_, cell) => cell);
const { uniform, poisson } = drawsFrom(11);
const places = (count: number) => ({
  x: Array.from({ length: count }, () => 8000 * uniform()),
  y: Array.from({ length: count }, () => 8000 * uniform()),
});
const markets = { name: 'Market', ...places(12) };
const parks = { name: 'Park', ...places(12) };
const covariates = riskCovariates(grid, [markets, parks]);
/** The risk falls with the distance from markets, and knows nothing of parks. */
const nearness = standardised(grid, covariates[0]!)!;
const risk = nearness.map((value) => Math.exp(-0.5 - 0.8 * value));
const draw = () => risk.map((mean) => poisson(mean));

describe('a risk surface', () => {
  const counts = draw();
  const surface = fitRiskSurface({ grid, counts, covariates, seed: 1, penalties: [0.3, 30] });

  it('finds which places raise the risk, and by how much', () => {
    const ratio = (name: string) => surface.effects.find((effect) => effect.name === name)!.ratio;
    expect(Math.abs(Math.log(ratio('Market: distance')) + 0.8)).toBeLessThan(0.12);
    for (const name of ['Park: distance', 'Park: density', 'Market: density']) {
      expect(Math.abs(Math.log(ratio(name)))).toBeLessThan(0.12);
    }
  });

  it('tells blocks of cells that it did not see, and the next period', () => {
    expect(surface.outOfSample.explained).toBeGreaterThan(0.15);
    expect(surface.outOfSample.explained).toBeLessThan(1);
    const next = draw();
    const told = explainedDeviance(grid, next, surface.expected);
    expect(told).toBeGreaterThan(0.15);
    expect(told).toBeLessThanOrEqual(explainedDeviance(grid, next, risk) + 0.01);
  });

  it('expects as many incidents as there were', () => {
    const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);
    expect(sum(surface.expected) / sum(counts)).toBeCloseTo(1, 6);
  });

  it('claims nothing where places have nothing to do with it', () => {
    const even = counts.map(() => poisson(0.7));
    const { outOfSample, penalty } = fitRiskSurface({
      grid,
      counts: even,
      covariates,
      seed: 2,
      penalties: [0.3, 3000],
    });
    expect(penalty).toBe(3000);
    expect(outOfSample.explained).toBeLessThan(0.005);
  });

  it('keeps to the study area', () => {
    const mask = Uint8Array.from(cells, (cell) => Number(cell % 40 < 30));
    const masked = fitRiskSurface({ grid: { ...grid, mask }, counts, covariates, seed: 1, penalties: [3] });
    expect(masked.expected.every((value, cell) => value > 0 === (mask[cell] === 1))).toBe(true);
  });

  it('refuses what tells nothing, and areas that cannot be divided', () => {
    const flat = { name: 'flat', values: new Float64Array(1600).fill(4) };
    expect(() => fitRiskSurface({ grid, counts, covariates: [flat], seed: 1 })).toThrow(
      expect.objectContaining({ code: 'RISK_NO_COVARIATES' }),
    );
    expect(() => fitRiskSurface({ grid, counts, covariates, seed: 1, blockMetres: 8000 })).toThrow(
      expect.objectContaining({ code: 'RISK_AREA_TOO_SMALL' }),
    );
  });
});

describe('covariates of a risk surface', () => {
  it('hold the distance to the nearest place, up to a reach', () => {
    const distances = nearestDistance(grid, markets.x, markets.y, 1500);
    for (const cell of cells) {
      const { x, y } = cellCentre(grid, cell);
      const nearest = Math.min(...markets.x.map((east, n) => Math.hypot(east - x, markets.y[n]! - y)));
      expect(distances[cell]).toBeCloseTo(Math.min(1500, nearest), 9);
    }
  });

  it('leave kinds without places out', () => {
    expect(riskCovariates(grid, [{ name: 'School', x: [], y: [] }])).toEqual([]);
  });
});
