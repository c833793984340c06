import { describe, expect, it } from 'vitest';
import { type CellGrid, cellAt } from '../../grid/cell-grid.ts';
import { drawsFrom } from '../../simulation/draws.ts';
import { fitSelfExciting } from './fit-self-exciting.ts';
import type { PlacedEvents, SelfExcitingModel } from './self-exciting-model.ts';
import { simulateSelfExciting } from './simulate-self-exciting.ts';

const grid: CellGrid = { originX: 0, originY: 0, cellMetres: 100, columns: 60, rows: 60 };
const period = { from: 0, until: 600 };
/** About 3.6 incidents a day without a cause, most of them round one place. */
const background = Float64Array.from({ length: 3600 }, (_, cell) => {
  const square = (cell % 60) - 25;
  return 0.0004 + 0.004 * Math.exp(-(square ** 2 + (Math.floor(cell / 60) - 35) ** 2) / 200);
});

describe('fitting a self-exciting process', () => {
  it('finds the parameters that events were simulated with', () => {
    const model: SelfExcitingModel = { grid, background, productivity: 0.4, meanDays: 5, metres: 80 };
    const found = [1, 2, 3].map((seed) => fit(simulated(model, seed)).model);
    const mean = (value: (model: SelfExcitingModel) => number) =>
      found.reduce((sum, one) => sum + value(one), 0) / found.length;
    expect(mean(({ productivity }) => productivity)).toBeCloseTo(0.4, 1);
    expect(Math.abs(mean(({ meanDays }) => meanDays) / 5 - 1)).toBeLessThan(0.1);
    expect(Math.abs(mean(({ metres }) => metres) / 80 - 1)).toBeLessThan(0.05);
    const total = background.reduce((sum, rate) => sum + rate, 0);
    expect(
      Math.abs(mean((one) => one.background.reduce((sum, rate) => sum + rate, 0)) / total - 1),
    ).toBeLessThan(0.1);
  });

  it('says which events others brought on', () => {
    const model: SelfExcitingModel = { grid, background, productivity: 0.5, meanDays: 2, metres: 40 };
    const all = simulateSelfExciting(model, { seed: 4, ...period });
    const inside = [...all.days.keys()].filter((n) => cellAt(grid, all.x[n]!, all.y[n]!) >= 0);
    const { backgroundChance, triggeredShare } = fit(chosen(all, inside));
    const meanChance = (triggered: number) => {
      const chances = backgroundChance.filter((_, n) => all.isTriggered[inside[n]!] === triggered);
      return chances.reduce((sum, chance) => sum + chance, 0) / chances.length;
    };
    expect(meanChance(0)).toBeGreaterThan(0.85);
    expect(meanChance(1)).toBeLessThan(0.15);
    expect(triggeredShare).toBeCloseTo(0.5, 1);
  });

  it('is the same on coarse cells, in which hot places are lost', () => {
    const events = simulated({ grid, background, productivity: 0.4, meanDays: 5, metres: 80 }, 1);
    const fine = fit(events).model;
    const coarse = fitSelfExciting(events, { ...grid, cellMetres: 500, columns: 12, rows: 12 }, period).model;
    expect(Math.abs(coarse.productivity / fine.productivity - 1)).toBeLessThan(0.02);
    expect(Math.abs(coarse.metres / fine.metres - 1)).toBeLessThan(0.02);
  });

  it('takes hot places of all sizes for places, and not for repeats', () => {
    // A bazaar of 60 m, one of 300 m, and a city round them; nothing brings on anything.
    const { normal, uniform } = drawsFrom(9);
    const rows = Array.from({ length: 3000 }, (_, n) => {
      const [middle, spread] = [[1500, 60] as const, [4200, 300] as const, [3000, 900] as const][n % 3]!;
      return { x: middle + spread * normal(), y: middle + spread * normal(), days: 600 * uniform() };
    })
      .filter(({ x, y }) => cellAt(grid, x, y) >= 0)
      .sort((a, b) => a.days - b.days);
    const events = {
      length: rows.length,
      x: Float64Array.from(rows, ({ x }) => x),
      y: Float64Array.from(rows, ({ y }) => y),
      days: Float64Array.from(rows, ({ days }) => days),
    };
    expect(fit(events).model.productivity).toBeLessThan(0.08);
    const wide = fitSelfExciting(events, grid, { ...period, backgroundMetres: [960] });
    expect(wide.model.productivity).toBeGreaterThan(0.3);
  });

  it('finds hardly any cause where there is none', () => {
    const { model, logLikelihood, logLikelihoodWithout } = fit(
      simulated({ grid, background, productivity: 0, meanDays: 5, metres: 80 }, 5),
    );
    expect(model.productivity).toBeLessThan(0.06);
    expect(logLikelihood - logLikelihoodWithout).toBeLessThan(12);
  });

  it('tells the data better with causes than without where there are some', () => {
    const model: SelfExcitingModel = { grid, background, productivity: 0.3, meanDays: 4, metres: 60 };
    const { logLikelihood, logLikelihoodWithout, hasConverged, iterations } = fit(simulated(model, 6));
    expect(logLikelihood - logLikelihoodWithout).toBeGreaterThan(100);
    expect(hasConverged).toBe(true);
    expect(iterations).toBeLessThan(100);
  });

  it('is not misled by what the reach and the end of the period cut off', () => {
    const model: SelfExcitingModel = { grid, background, productivity: 0.4, meanDays: 5, metres: 80 };
    const found = fitSelfExciting(simulated(model, 2), grid, {
      ...period,
      reachDays: 12,
      reachMetres: 200,
    }).model;
    expect(Math.abs(found.productivity - 0.4)).toBeLessThan(0.06);
    expect(Math.abs(found.metres - 80)).toBeLessThan(8);
    expect(Math.abs(found.meanDays - 5)).toBeLessThan(1.5);
  });

  it('refuses too few events and such as lie outside', () => {
    const events = simulated({ grid, background, productivity: 0, meanDays: 5, metres: 80 }, 7);
    expect(() => fit(chosen(events, [1, 2, 3]))).toThrow(
      expect.objectContaining({ code: 'SELF_EXCITING_TOO_FEW' }),
    );
    const x = Float64Array.from(events.x);
    x[0] = -1;
    expect(() => fit({ ...events, x })).toThrow(expect.objectContaining({ code: 'EVENT_OUTSIDE' }));
    expect(() => fitSelfExciting(events, grid, { from: 0, until: 300 })).toThrow(
      expect.objectContaining({ code: 'EVENT_OUTSIDE' }),
    );
  });
});

const fit = (events: PlacedEvents) => fitSelfExciting(events, grid, period);

/** Simulated events within the grid. */
function simulated(model: SelfExcitingModel, seed: number): PlacedEvents {
  const all = simulateSelfExciting(model, { seed, ...period });
  return chosen(
    all,
    [...all.days.keys()].filter((n) => cellAt(grid, all.x[n]!, all.y[n]!) >= 0),
  );
}

function chosen(events: PlacedEvents, rows: readonly number[]): PlacedEvents {
  return {
    length: rows.length,
    x: Float64Array.from(rows, (n) => events.x[n]!),
    y: Float64Array.from(rows, (n) => events.y[n]!),
    days: Float64Array.from(rows, (n) => events.days[n]!),
  };
}
