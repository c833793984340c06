import type { HotSpotSettings } from '@amaan/contracts/crime/analysis-question';
import type { HotSpotResult } from '@amaan/contracts/crime/analysis-result';
import type { CellSet } from '@amaan/contracts/crime/cell-lattice';
import { falseDiscoveryAdjusted } from '@amaan/crime-analytics/autocorrelation/false-discovery';
import { globalMoran } from '@amaan/crime-analytics/autocorrelation/global-moran';
import { gridWeights } from '@amaan/crime-analytics/autocorrelation/grid-weights';
import { localG } from '@amaan/crime-analytics/autocorrelation/local-g';
import { localMoran } from '@amaan/crime-analytics/autocorrelation/local-moran';
import type { PermutationSettings } from '@amaan/crime-analytics/autocorrelation/permutation-settings';
import type { SpatialWeights } from '@amaan/crime-analytics/autocorrelation/spatial-weights';
import { countInCells } from '@amaan/crime-analytics/grid/count-in-cells';
import type { AnalysisData } from '../analysis-data.ts';
import { type AnalysisMethod, limitNote, methodNote } from '../analysis-method.ts';
import { finite, finiteOrNull } from '../finite.ts';
import { hexagonPlaces } from '../hexagon-places.ts';
import { latticeOf } from '../lattice-of.ts';
import { studyGrid } from '../study-grid.ts';

/** One test of all cells needs fewer random orders than a test of each. */
const MOST_FOR_ALL = 999;

/** Cells with more, or less, around them than chance explains: Gi*, Gi or local Moran, with Moran's I of all cells. */
export const hotSpotMethod: AnalysisMethod<'hot-spots'> = {
  finish({ settings }, data) {
    const { cells, counts, weights } = placesOf(settings, data);
    const { alpha, permutations, seed, statistic } = settings;
    const permutation = permutations > 0 ? { permutations, seed } : undefined;
    const { z, p, marks } =
      statistic === 'local-moran'
        ? byLocalMoran(counts, weights, permutation)
        : byLocalG(counts, weights, statistic === 'gi-star', permutation);
    const q = falseDiscoveryAdjusted(p);
    const moran = globalMoran(
      counts,
      weights,
      permutation && { ...permutation, permutations: Math.min(permutations, MOST_FOR_ALL) },
    );
    return {
      result: {
        kind: 'hot-spots',
        cells,
        counts: [...counts],
        z: finite(z),
        p: finite(p),
        q: finite(q),
        marks: marks.map((mark, place) => ((q[place] ?? 1) <= alpha ? mark : 'none')),
        moran: {
          i: moran.i,
          expected: moran.expected,
          z: finiteOrNull(moran.randomisation.z),
          p: finiteOrNull(moran.permutation?.p ?? moran.randomisation.p),
        },
      },
      notes: [
        methodNote(statistic === 'local-moran' ? 'method-local-moran' : 'method-gi-star', {
          statistic: statistic === 'gi' ? 'Gi' : 'Gi*',
          metres: settings.distanceMetres,
          permutations,
          alpha,
        }),
        limitNote('limit-no-denominator'),
      ],
    };
  },
};

/** Cells of the study area with their counts and who is near whom. */
function placesOf(
  { cells, distanceMetres }: HotSpotSettings,
  data: AnalysisData,
): { cells: CellSet; counts: Float64Array; weights: SpatialWeights } {
  const { x, y } = data.incidents;
  if (cells.shape === 'hexagon') return hexagonPlaces(data, cells.resolution, distanceMetres);
  const grid = studyGrid(data, cells.metres);
  const { counts } = countInCells(grid, x, y);
  const near = gridWeights(grid, { metres: Math.max(distanceMetres, cells.metres) });
  return {
    cells: { shape: 'square', lattice: latticeOf(grid, data.crs), cells: [...near.cells] },
    counts: Float64Array.from(near.cells, (cell) => counts[cell]!),
    weights: near.weights,
  };
}

interface Local {
  readonly z: Float64Array;
  readonly p: Float64Array;
  readonly marks: HotSpotResult['marks'];
}

function byLocalG(
  counts: Float64Array,
  weights: SpatialWeights,
  star: boolean,
  permutation?: PermutationSettings,
): Local {
  const { z, p, pPermutation } = localG(counts, weights, { star, ...(permutation && { permutation }) });
  const tested = (pPermutation ?? p).map((value, place) => (Number.isNaN(z[place]) ? Number.NaN : value));
  return { z, p: tested, marks: Array.from(z, (value) => (value > 0 ? 'hot' : 'cold')) };
}

const QUADRANT_MARKS = {
  'high-high': 'hot',
  'low-low': 'cold',
  'high-low': 'high-outlier',
  'low-high': 'low-outlier',
} as const;

function byLocalMoran(
  counts: Float64Array,
  weights: SpatialWeights,
  permutation?: PermutationSettings,
): Local {
  const { z, p, pPermutation, quadrant } = localMoran(counts, weights, permutation);
  const tested = (pPermutation ?? p).map((value, place) => (Number.isNaN(z[place]) ? Number.NaN : value));
  return { z, p: tested, marks: quadrant.map((name) => QUADRANT_MARKS[name]) };
}
