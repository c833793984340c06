import { instantOf } from '@amaan/contracts/instant';
import { gridWeights } from '@amaan/crime-analytics/autocorrelation/grid-weights';
import { countInSteps } from '@amaan/crime-analytics/emerging/count-in-steps';
import { emergingHotSpots } from '@amaan/crime-analytics/emerging/emerging-hot-spots';
import { type AnalysisMethod, limitNote, methodNote } from '../analysis-method.ts';
import { finite, finiteOrNull } from '../finite.ts';
import { latticeOf } from '../lattice-of.ts';
import { studyGrid } from '../study-grid.ts';

const DAY_MS = 86_400_000;

/** How hot spots came, stayed or went. */
export const emergingMethod: AnalysisMethod<'emerging'> = {
  finish({ selection, settings }, data) {
    const { alpha, stepDays } = settings;
    const grid = studyGrid(data, settings.cells.metres);
    const stepMs = stepDays * DAY_MS;
    const [from, until] = [Date.parse(selection.period.from), Date.parse(selection.period.until)];
    const steps = Math.floor((until - from) / stepMs);
    // Whole steps up to the end of the period: what is new is at its end.
    const begin = until - steps * stepMs;
    const all = countInSteps(grid, data.incidents, { from: begin, stepMs, steps });
    const { cells, weights } = gridWeights(grid, {
      metres: Math.max(settings.distanceMetres, grid.cellMetres),
    });
    const counts = all.map((values) => Float64Array.from(cells, (cell) => values[cell]!));
    const { hot, cold, trends } = emergingHotSpots(counts, weights, { alpha });
    return {
      result: {
        kind: 'emerging',
        cells: { shape: 'square', lattice: latticeOf(grid, data.crs), cells: [...cells] },
        hot: [...hot],
        cold: [...cold],
        at: Array.from({ length: steps }, (_, step) => instantOf(begin + step * stepMs)),
        trendZ: finite(trends.map(({ z }) => z)),
        trendP: trends.map(({ p }) => finiteOrNull(p)),
      },
      notes: [methodNote('method-emerging', { days: stepDays }), limitNote('limit-no-denominator')],
    };
  },
};
