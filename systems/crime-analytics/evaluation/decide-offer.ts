import type { ForecastOffer, OfferReason } from './forecast-assessment.ts';
import type { ForecastScore } from './forecast-score.ts';

/** Below this the interval of a hit rate is wider than anything that could be told by it. */
const FEWEST_INCIDENTS = 50;
/** Observed over expected incidents of the chosen area: outside of these the number of visits would be planned on sand. */
const CALIBRATED = { low: 2 / 3, high: 3 / 2 } as const;

/**
 * Whether a forecast may be used to plan patrols: only where it is surely better than the strongest of the simple ways, on
 * periods that it had not seen. Everything else is a plain no with its reason; nobody can overrule it.
 *
 * @param score Of the trials together; `null` where there was no trial
 */
export function decideOffer(score: ForecastScore | null): ForecastOffer {
  if (score === null) return refused('too-short');
  const against = score.strongest.name;
  const { ratio, interval } = score.ratios.find(({ baseline }) => baseline === against)!;
  const told = { against, ratio, interval };
  if (score.incidents < FEWEST_INCIDENTS || interval === null)
    return { ...refused('too-few-incidents'), ...told };
  if (interval[1] < 1) return { ...refused('worse-than-baseline'), ...told };
  if (!(interval[0] > 1)) return { ...refused('not-told-apart'), ...told };
  const calibrated = score.model.calibration.groups[0]!.ratio;
  if (calibrated === null || calibrated < CALIBRATED.low || calibrated > CALIBRATED.high)
    return { ...refused('not-calibrated'), ...told };
  return { offered: true, reason: 'beats-baseline', ...told };
}

function refused(reason: OfferReason): ForecastOffer {
  return { offered: false, reason, against: null, ratio: null, interval: null };
}
