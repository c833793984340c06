import type { AnalysisKind } from '@amaan/contracts/crime/analysis-kind';
import { CrimeAnalyticsError } from '@amaan/crime-analytics/crime-analytics-error';
import type { AnalysisMethod } from './analysis-method.ts';
import { clusterMethod } from './methods/clusters.ts';
import { comparisonMethod } from './methods/comparison.ts';
import { densityMethod } from './methods/density.ts';
import { emergingMethod } from './methods/emerging.ts';
import { forecastMethod } from './methods/forecast.ts';
import { heatMapMethod } from './methods/heat-map.ts';
import { hotSpotMethod } from './methods/hot-spots.ts';
import { nearRepeatMethod } from './methods/near-repeat.ts';
import { riskSurfaceMethod } from './methods/risk-surface.ts';
import { selfExcitingMethod } from './methods/self-exciting.ts';
import { trendMethod } from './methods/trend.ts';

const METHODS = {
  density: densityMethod,
  'hot-spots': hotSpotMethod,
  clusters: clusterMethod,
  'near-repeat': nearRepeatMethod,
  trend: trendMethod,
  'heat-map': heatMapMethod,
  comparison: comparisonMethod,
  emerging: emergingMethod,
  'self-exciting': selfExcitingMethod,
  'risk-surface': riskSurfaceMethod,
  forecast: forecastMethod,
};

/** The method of a kind of analysis. @throws CrimeAnalyticsError `METHOD_MISSING` */
export function methodOf(kind: AnalysisKind): AnalysisMethod<AnalysisKind> {
  const method = (METHODS as Partial<Record<AnalysisKind, unknown>>)[kind];
  if (method === undefined)
    throw new CrimeAnalyticsError(
      'METHOD_MISSING',
      `Analyses of the kind "${kind}" are not part of this version.`,
    );
  // A method is only ever asked questions of its own kind, and given the parts that it made.
  return method as AnalysisMethod<AnalysisKind>;
}
