import { countInCells } from '@amaan/crime-analytics/grid/count-in-cells';
import { fitRiskSurface } from '@amaan/crime-analytics/processes/risk-surface/fit-risk-surface';
import { riskCovariates } from '@amaan/crime-analytics/processes/risk-surface/risk-covariates';
import type { RiskFactor } from '@amaan/crime-analytics/processes/risk-surface/risk-surface-model';
import type { AnalysisData } from '../analysis-data.ts';
import { type AnalysisMethod, limitNote, methodNote } from '../analysis-method.ts';
import { latticeOf } from '../lattice-of.ts';
import { studyGrid } from '../study-grid.ts';

/**
 * Which cells the surroundings make likely: incidents of the second half of the period by what lay near in the first half,
 * by kind of offence. Nothing about who lives there is among the covariates.
 */
export const riskSurfaceMethod: AnalysisMethod<'risk-surface'> = {
  finish({ selection, settings }, data) {
    const grid = studyGrid(data, settings.cells.metres);
    const middle = (Date.parse(selection.period.from) + Date.parse(selection.period.until)) / 2;
    const { incidents } = data;
    const isLate = (at: number) => (incidents.from[at]! + incidents.until[at]!) / 2 >= middle;
    const late = placesWhere(data, isLate);
    const factors = factorsByKind(data, (at) => !isLate(at));
    const surface = fitRiskSurface({
      grid,
      counts: countInCells(grid, late.x, late.y).counts,
      covariates: riskCovariates(grid, factors),
      seed: settings.seed,
    });
    const cells = Array.from(surface.expected.keys()).filter((cell) => !grid.mask || grid.mask[cell] === 1);
    return {
      result: {
        kind: 'risk-surface',
        cells: { shape: 'square', lattice: latticeOf(grid, data.crs), cells },
        expected: cells.map((cell) => surface.expected[cell]!),
        covariates: surface.effects.map(({ name, ratio }) => ({ name, rateRatio: ratio })),
        outOfSample: surface.outOfSample.explained,
      },
      notes: [methodNote('method-risk-surface', { cell: grid.cellMetres }), limitNote('limit-no-cause')],
    };
  },
};

function placesWhere(
  { incidents }: AnalysisData,
  isWanted: (at: number) => boolean,
): { x: number[]; y: number[] } {
  const places: { x: number[]; y: number[] } = { x: [], y: [] };
  for (let at = 0; at < incidents.length; at += 1) {
    if (!isWanted(at)) continue;
    places.x.push(incidents.x[at]!);
    places.y.push(incidents.y[at]!);
  }
  return places;
}

function factorsByKind(data: AnalysisData, isWanted: (at: number) => boolean): RiskFactor[] {
  const { kinds, incidents } = data;
  return [...new Set(kinds)].map((kind) => ({
    name: kind,
    ...placesWhere(data, (at) => isWanted(at) && kinds[incidents.offence[at]!] === kind),
  }));
}
