import type { DensitySettings } from '@amaan/contracts/crime/analysis-question';
import { CrimeAnalyticsError } from '@amaan/crime-analytics/crime-analytics-error';
import { adaptiveBandwidths, adaptiveDensity } from '@amaan/crime-analytics/density/adaptive-density';
import { dualDensity } from '@amaan/crime-analytics/density/dual-density';
import { kernelDensity } from '@amaan/crime-analytics/density/kernel-density';
import { networkDensity } from '@amaan/crime-analytics/density/network/network-density';
import { roadNetwork } from '@amaan/crime-analytics/density/network/road-network';
import { roadsInCells } from '@amaan/crime-analytics/density/network/roads-in-cells';
import { suggestBandwidth } from '@amaan/crime-analytics/density/suggest-bandwidth';
import type { CellGrid } from '@amaan/crime-analytics/grid/cell-grid';
import type { AnalysisData } from '../analysis-data.ts';
import { type AnalysisMethod, limitNote, methodNote, type QuestionOf } from '../analysis-method.ts';
import { rasterOf } from '../lattice-of.ts';
import { studyBox, studyGrid } from '../study-grid.ts';

/** Smooth density, or how it changed from another period. */
export const densityMethod: AnalysisMethod<'density'> = {
  finish(question, data) {
    const { settings } = question;
    const { bandwidth, kernel } = settings;
    const grid = studyGrid(data, sideOf(data, settings));
    const metres =
      bandwidth.rule === 'fixed'
        ? bandwidth.metres
        : suggestBandwidth(data.incidents.x, data.incidents.y, kernel);
    const shared = { kernel, metres, cell: grid.cellMetres };
    if (settings.alongRoads) return alongRoads(question, data, grid, metres);
    if (settings.against !== null) return changed(question, data, grid, metres);
    if (bandwidth.rule === 'adaptive') {
      const widths = adaptiveBandwidths(data.incidents, { kernel, bandwidthMetres: metres });
      const middle = widths.metres.toSorted()[Math.floor(widths.metres.length / 2)] ?? metres;
      const values = adaptiveDensity(data.incidents, grid, kernel, widths);
      return {
        result: {
          kind: 'density',
          raster: rasterOf(grid, values, data.crs),
          unit: 'per-km2',
          bandwidthMetres: middle,
        },
        notes: [
          methodNote('method-density-adaptive', { ...shared, metres: middle }),
          limitNote('limit-no-denominator'),
        ],
      };
    }
    const values = kernelDensity(data.incidents, grid, { kernel, bandwidthMetres: metres });
    return {
      result: {
        kind: 'density',
        raster: rasterOf(grid, values, data.crs),
        unit: 'per-km2',
        bandwidthMetres: metres,
      },
      notes: [methodNote('method-density', shared), limitNote('limit-no-denominator')],
    };
  },
};

/** Whole metres, so that as many cells as were asked for lie along the longer side. */
function sideOf(data: AnalysisData, { resolution }: DensitySettings): number {
  const { west, south, east, north } = studyBox(data);
  return Math.max(5, Math.ceil(Math.max(east - west, north - south) / (resolution - 1)));
}

/** Incidents this far from every road are on none, in metres. */
const OFF_ROADS_METRES = 100;

function alongRoads(
  { settings: { kernel, against } }: QuestionOf<'density'>,
  { incidents, roads: lines, crs }: AnalysisData,
  grid: CellGrid,
  metres: number,
): ReturnType<AnalysisMethod<'density'>['finish']> {
  if (against !== null)
    throw new CrimeAnalyticsError(
      'ROADS_NOT_COMPARED',
      'Two periods are not compared along roads; leave one of both out.',
    );
  const roads = roadNetwork(lines ?? []);
  const density = networkDensity(incidents, roads, {
    kernel,
    bandwidthMetres: metres,
    lixelMetres: grid.cellMetres / 2,
    farthestMetres: OFF_ROADS_METRES,
  });
  const { offRoads } = density;
  return {
    result: {
      kind: 'density',
      raster: rasterOf(grid, roadsInCells(grid, roads, density), crs),
      unit: 'per-km-road',
      bandwidthMetres: metres,
    },
    notes: [
      methodNote('method-density-roads', { metres }),
      ...(offRoads > 0
        ? [
            {
              about: 'data',
              code: 'data-off-roads',
              values: { incidents: offRoads, metres: OFF_ROADS_METRES },
            } as const,
          ]
        : []),
      limitNote('limit-no-denominator'),
    ],
  };
}

const DAY_MS = 86_400_000;

function daysOf({ from, until }: { readonly from: string; readonly until: string }): number {
  return (Date.parse(until) - Date.parse(from)) / DAY_MS;
}

function changed(
  { selection, settings }: QuestionOf<'density'>,
  data: AnalysisData,
  grid: CellGrid,
  metres: number,
): ReturnType<AnalysisMethod<'density'>['finish']> {
  const { kernel, against } = settings;
  const before = against ?? selection.period;
  const quotients = dualDensity(data.incidents, data.earlier ?? { x: [], y: [] }, grid, {
    kernel,
    bandwidthMetres: metres,
    measure: 'rate',
  });
  const days = daysOf(before) / daysOf(selection.period);
  // Where there is nothing now the logarithm has no value.
  const values = quotients.map((quotient) => (quotient > 0 ? Math.log(quotient * days) : Number.NaN));
  return {
    result: {
      kind: 'density',
      raster: rasterOf(grid, values, data.crs),
      unit: 'log-ratio',
      bandwidthMetres: metres,
    },
    notes: [
      methodNote('method-density', { kernel, metres, cell: grid.cellMetres }),
      methodNote('method-density-dual', { from: before.from, until: before.until }),
      limitNote('limit-no-cause'),
    ],
  };
}
