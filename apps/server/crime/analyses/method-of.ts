import type { AnalysisKind } from '@amaan/contracts/crime/analysis-kind';
import { CrimeAnalyticsError } from '@amaan/crime-analytics/crime-analytics-error';
import type { AnalysisMethod } from './analysis-method.ts';
import { hotSpotMethod } from './methods/hot-spots.ts';

const METHODS: { readonly [Kind in AnalysisKind]?: AnalysisMethod<Kind> } = {
  'hot-spots': hotSpotMethod,
};

/** The method of a kind of analysis. */
export function methodOf(kind: AnalysisKind): AnalysisMethod<AnalysisKind> {
  const method = METHODS[kind];
  if (method === undefined)
    throw new CrimeAnalyticsError(
      'METHOD_MISSING',
      `Analyses of the kind "${kind}" are not part of this version.`,
    );
  // A method is only ever asked questions of its own kind.
  return method as AnalysisMethod<AnalysisKind>;
}
