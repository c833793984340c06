import type { CellReach } from '@amaan/crime-analytics/autocorrelation/grid-weights';
import { hotSpots } from '@amaan/crime-analytics/autocorrelation/hot-spots';
import type { Kernel } from '@amaan/crime-analytics/density/kernel';
import { kernelDensity } from '@amaan/crime-analytics/density/kernel-density';
import { boxAround, cellCentre, gridOver } from '@amaan/crime-analytics/grid/cell-grid';
import { countInCells } from '@amaan/crime-analytics/grid/count-in-cells';
import { maskNearIncidents } from '@amaan/crime-analytics/grid/mask-near-incidents';
import { type IncidentFile, type IncidentFileOptions, readIncidents } from './read-incidents.ts';
import { reportRejected } from './report-rejected.ts';

export interface HotspotOptions extends IncidentFileOptions {
  readonly cell: number;
  readonly reach: CellReach;
  /** Whether a cell counts among its neighbours: Gi* rather than Gi. */
  readonly self: boolean;
  readonly permutations: number;
  readonly seed: number;
  readonly rate: number;
  readonly kernel: Kernel;
  readonly bandwidth?: number;
  /** Metres from cells with incidents that belong to the study area; without it the box around them does. */
  readonly within?: number;
  readonly all?: boolean;
}

/** One line of `amaan crime hotspots --json`. */
export type HotspotLine = HotspotCell | HotspotSummary;

export interface HotspotCell {
  readonly kind: 'cell';
  /** Its middle in the plane of the file, in metres; degrees where the plane has a name. */
  readonly x: number;
  readonly y: number;
  readonly longitude: number | null;
  readonly latitude: number | null;
  readonly count: number;
  /** Incidents per square kilometre, smoothed. */
  readonly density: number;
  readonly z: number;
  readonly p: number;
  readonly q: number;
  readonly spot: 'hot' | 'cold' | null;
}

export interface HotspotSummary {
  readonly kind: 'summary';
  readonly incidents: number;
  readonly rejected: number;
  readonly otherOffences: number;
  readonly crs: string | null;
  readonly cellMetres: number;
  readonly columns: number;
  readonly rows: number;
  readonly bandwidthMetres: number;
  /** Those of the study area. */
  readonly cells: number;
  readonly hot: number;
  readonly cold: number;
  /** Share of all incidents that lie in hot cells. */
  readonly shareInHot: number;
}

/** Counts the incidents of a file in cells over the box around them and tells where they gather, the hottest cell first. */
export async function* findHotspots(file: string, options: HotspotOptions): AsyncGenerator<HotspotLine> {
  const read = await readIncidents(file, options);
  reportRejected(read.rejected);
  const { x, y, length } = read.incidents;
  const box = gridOver(boxAround(x, y), options.cell);
  const { counts } = countInCells(box, x, y);
  const grid = options.within === undefined ? box : maskNearIncidents(box, counts, options.within);
  const { permutations, seed, bandwidth = 2 * options.cell } = options;
  const spots = hotSpots(grid, counts, {
    reach: options.reach,
    star: options.self,
    falseDiscoveryRate: options.rate,
    ...(permutations > 0 && { permutation: { permutations, seed } }),
  });
  const density = kernelDensity(read.incidents, grid, {
    kernel: options.kernel,
    bandwidthMetres: bandwidth,
  });
  const order = Array.from(counts, (_, cell) => cell)
    .filter((cell) => (options.all === true ? !Number.isNaN(spots.z[cell]) : spots.mark[cell] !== 0))
    .sort((one, two) => spots.z[two]! - spots.z[one]!);
  for (const cell of order)
    yield {
      kind: 'cell',
      ...placed(cellCentre(grid, cell), read),
      count: counts[cell]!,
      density: density[cell]!,
      z: spots.z[cell]!,
      p: spots.p[cell]!,
      q: spots.q[cell]!,
      spot: ([null, 'hot', 'cold'] as const).at(spots.mark[cell]!)!,
    };
  const inHot = counts.reduce((sum, count, cell) => sum + (spots.mark[cell] === 1 ? count : 0), 0);
  yield {
    kind: 'summary',
    incidents: length,
    rejected: read.rejected.length,
    otherOffences: read.otherOffences,
    crs: read.projection?.code ?? null,
    cellMetres: grid.cellMetres,
    columns: grid.columns,
    rows: grid.rows,
    bandwidthMetres: bandwidth,
    cells: spots.cells,
    hot: spots.hot,
    cold: spots.cold,
    shareInHot: inHot / length,
  };
}

function placed({ x, y }: { x: number; y: number }, { projection }: IncidentFile) {
  const [longitude, latitude] = projection?.inverse(x, y) ?? [null, null];
  return { x, y, longitude, latitude };
}
