const DAY = 86_400_000;

/** Periods on which something is tried before the origin that counts: from `origins`, `horizon` milliseconds each. */
export interface TrialPeriods {
  /** The latest first. */
  readonly origins: readonly number[];
  readonly horizon: number;
}

/**
 * Rolling origins within a history (L. J. Tashman, International Journal of Forecasting 16 (2000), 437–450): each trial
 * knows only what came before it. The first part of the history is left for the earliest to learn from. Where more trials
 * would fit than are made they are spread over the whole rest, so that no one season decides.
 *
 * @param begin When the history begins, milliseconds
 * @param end Where it ends: no trial reaches beyond
 * @param horizonDays Length of a trial; shortened where the rest of the history holds less than two of them
 */
export function trialPeriods(
  begin: number,
  end: number,
  horizonDays: number,
  { most, learning = 0.35, stepDays }: { most: number; learning?: number; stepDays?: number },
): TrialPeriods {
  const rest = (end - begin) * (1 - learning);
  const horizon = Math.min(horizonDays * DAY, rest / 2);
  if (!(horizon > 0)) return { origins: [], horizon: 0 };
  const span = rest - horizon;
  const step = Math.max(Math.min((stepDays ?? horizonDays) * DAY, horizon), span / Math.max(1, most - 1));
  // One part in a million, since the last origin may miss the span by the rounding of its multiplication.
  const count = Math.min(most, Math.floor((span / step) * (1 + 1e-6)) + 1);
  return { origins: Array.from({ length: count }, (_, n) => end - horizon - n * step), horizon };
}
