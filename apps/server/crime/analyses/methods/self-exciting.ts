import { selfExcitingRate } from '@amaan/crime-analytics/processes/self-exciting/expected-incidents';
import { fitSelfExciting } from '@amaan/crime-analytics/processes/self-exciting/fit-self-exciting';
import { placedEvents } from '@amaan/crime-analytics/processes/self-exciting/placed-events';
import { type AnalysisMethod, limitNote, methodNote } from '../analysis-method.ts';
import { rasterOf } from '../lattice-of.ts';
import { studyGrid } from '../study-grid.ts';

const DAY_MS = 86_400_000;

/** How incidents set off others: background and aftershocks. */
export const selfExcitingMethod: AnalysisMethod<'self-exciting'> = {
  finish({ selection, settings }, data) {
    const begin = Date.parse(selection.period.from);
    const until = (Date.parse(selection.period.until) - begin) / DAY_MS;
    const grid = studyGrid(data, settings.cells.metres);
    // An interval that reaches out of the period may have its middle outside.
    const all = placedEvents(data.incidents, grid, begin);
    const kept = Array.from({ length: all.length }, (_, at) => at).filter(
      (at) => all.days[at]! >= 0 && all.days[at]! < until,
    );
    const pick = (values: Float64Array) => Float64Array.from(kept, (at) => values[at]!);
    const events = { length: kept.length, x: pick(all.x), y: pick(all.y), days: pick(all.days) };
    const { iterations } = settings;
    const fit = fitSelfExciting(events, grid, { from: 0, until, iterations });
    const { model } = fit;
    const perKm2 = 1e6 / grid.cellMetres ** 2;
    const rate = selfExcitingRate(model, events, until).map((value) => value * perKm2);
    return {
      result: {
        kind: 'self-exciting',
        branching: model.productivity,
        meanDays: model.meanDays,
        spreadMetres: model.metres,
        backgroundPerDay: model.background.reduce((sum, value) => sum + value, 0),
        converged: fit.hasConverged,
        raster: rasterOf(grid, rate, data.crs),
      },
      notes: [
        methodNote('method-self-exciting', { iterations: fit.iterations }),
        limitNote('limit-repeats-or-places'),
      ],
    };
  },
};
