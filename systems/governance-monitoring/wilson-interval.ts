/** The 0.975 quantile of the standard normal distribution: intervals are at 95 % unless they say otherwise. */
export const Z_95 = 1.959963984540054;

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * Wilson's score interval for a proportion, at 95 % unless another `z` is given. Unlike the textbook interval it holds for few trials and
 * for proportions near 0 and 1.
 *
 * Source: E. B. Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22
 * (1927) 209–212; recommended by L. D. Brown, T. T. Cai and A. DasGupta, "Interval estimation for a binomial
 * proportion", Statistical Science 16 (2001) 101–133.
 *
 * @throws RangeError unless 0 ≤ successes ≤ trials and trials > 0
 * @example wilsonInterval(0, 10) // { low: 0, high: 0.278 }
 */
export function wilsonInterval(successes: number, trials: number, z = Z_95): Interval {
  if (!(trials > 0 && successes >= 0 && successes <= trials))
    throw new RangeError(`${successes} of ${trials} is no proportion.`);
  const share = successes / trials;
  const square = z * z;
  const centre = share + square / (2 * trials);
  const reach = z * Math.sqrt((share * (1 - share)) / trials + square / (4 * trials * trials));
  const scale = 1 + square / trials;
  return {
    low: successes === 0 ? 0 : Math.max(0, (centre - reach) / scale),
    high: successes === trials ? 1 : Math.min(1, (centre + reach) / scale),
  };
}

/**
 * Interval for the difference of two independent proportions, first minus second, at 95 %.
 *
 * Source: R. G. Newcombe, "Interval estimation for the difference between independent proportions", Statistics
 * in Medicine 17 (1998) 873–890, method 10.
 */
export function differenceInterval(
  first: { readonly successes: number; readonly trials: number },
  second: { readonly successes: number; readonly trials: number },
): Interval {
  const [a, b] = [first.successes / first.trials, second.successes / second.trials];
  const one = wilsonInterval(first.successes, first.trials);
  const two = wilsonInterval(second.successes, second.trials);
  return {
    low: a - b - Math.hypot(a - one.low, two.high - b),
    high: a - b + Math.hypot(one.high - a, b - two.low),
  };
}
