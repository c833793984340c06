/** A simulated city of areas in which patrols go where the records send them, and find what is there to be found. */
export interface FeedbackLoopSettings {
  readonly seed: number;
  /** Offences a week that truly happen in each area. */
  readonly trueRates: readonly number[];
  /** Offences recorded in each area before it begins: where an unequal past starts from. */
  readonly recordedBefore: readonly number[];
  /** Part of the offences that people report wherever patrols are, 0 to 1. */
  readonly reportedShare: number;
  /** Part of the unreported ones that are found when all patrols are in that area, 0 to 1. */
  readonly foundShare: number;
  readonly weeks: number;
  readonly replicas: number;
  readonly guards: FeedbackGuards;
}

export interface FeedbackGuards {
  /** Found offences are weighed by how much patrols were there (D. Ensign et al., Runaway feedback loops, FAT* 2018). */
  readonly exposure: boolean;
  /** No area gets more than this many times an equal share; `null` without a bound. */
  readonly mostTimesFairShare: number | null;
  /** Every area gets at least this part of an equal share; 0 without a bound. */
  readonly leastOfFairShare: number;
  /** What patrols find is left out of the records that they are sent by. */
  readonly leaveOutFound: boolean;
}

export interface FeedbackLoopResult {
  /** By week: mean over the replicas. */
  readonly weeks: readonly FeedbackWeek[];
  /** Share of the true offences by area, what shares of patrols would be if records were the truth. */
  readonly trueShares: readonly number[];
}

export interface FeedbackWeek {
  /** Share of the patrols in each area. */
  readonly patrolShares: readonly number[];
  /** Share of what was recorded up to then in each area. */
  readonly recordedShares: readonly number[];
  /** Half the sum of |patrol share − true share|: 0 is in proportion, 1 all in the wrong place; mean and 95 % of replicas. */
  readonly distortion: number;
  readonly distortionInterval: readonly [low: number, high: number];
}
