import type { ForecastScore } from './forecast-score.ts';

/** How the same method did from earlier origins, all of them before the question's, taken together. */
export interface ForecastAssessment {
  readonly origins: readonly number[];
  readonly horizonDays: number;
  /** Pooled over the origins. `null` where there was not enough to try it on. */
  readonly score: ForecastScore | null;
  readonly offer: ForecastOffer;
}

/** Whether a forecast may be used to plan patrols. */
export interface ForecastOffer {
  readonly offered: boolean;
  readonly reason: OfferReason;
  /** The strongest baseline's name and what the model's hits are of its. */
  readonly against: string | null;
  readonly ratio: number | null;
  readonly interval: readonly [low: number, high: number] | null;
}

export type OfferReason =
  /** The interval of the ratio to the strongest baseline lies above 1, and the chosen area's count is right. */
  | 'beats-baseline'
  /** It may be better or worse: the interval holds 1. */
  | 'not-told-apart'
  /** The interval lies below 1. */
  | 'worse-than-baseline'
  /** Too few incidents in the periods that it was tried on. */
  | 'too-few-incidents'
  /** The incidents reach over too short a time to try it on anything. */
  | 'too-short'
  /** More or fewer incidents came to the chosen area than it can be trusted with. */
  | 'not-calibrated';
