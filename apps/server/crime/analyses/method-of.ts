import type { AnalysisKind } from '@amaan/contracts/crime/analysis-kind';
import type { AnalysisMethod } from './analysis-method.ts';
import { clusterMethod } from './methods/clusters.ts';
import { comparisonMethod } from './methods/comparison.ts';
import { densityMethod } from './methods/density.ts';
import { emergingMethod } from './methods/emerging.ts';
import { feedbackMethod } from './methods/feedback-loop.ts';
import { forecastMethod } from './methods/forecast.ts';
import { heatMapMethod } from './methods/heat-map.ts';
import { hotSpotMethod } from './methods/hot-spots.ts';
import { nearRepeatMethod } from './methods/near-repeat.ts';
import { patrolAuditMethod } from './methods/patrol-audit.ts';
import { riskSurfaceMethod } from './methods/risk-surface.ts';
import { selfExcitingMethod } from './methods/self-exciting.ts';
import { trendMethod } from './methods/trend.ts';

const METHODS: { readonly [Kind in AnalysisKind]: unknown } = {
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
  'feedback-loop': feedbackMethod,
  'patrol-audit': patrolAuditMethod,
};

/** The method of a kind of analysis. */
export function methodOf(kind: AnalysisKind): AnalysisMethod<AnalysisKind> {
  // A method is only ever asked questions of its own kind, and given the parts that it made.
  return METHODS[kind] as AnalysisMethod<AnalysisKind>;
}
