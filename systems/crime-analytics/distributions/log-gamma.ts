/**
 * The logarithm of Γ(x) for x > 0: Stirling's series, after moving x up to where seven terms of it are exact to 15 digits
 * (M. Abramowitz and I. A. Stegun, Handbook of Mathematical Functions, 1964, 6.1.15 and 6.1.41).
 */
export function logGamma(x: number): number {
  let shifted = x;
  let product = 1;
  for (; shifted < 12; shifted++) product *= shifted;
  const inverse = 1 / shifted;
  const square = inverse * inverse;
  const series =
    inverse *
    (1 / 12 -
      square *
        (1 / 360 -
          square * (1 / 1260 - square * (1 / 1680 - square * (1 / 1188 - (square * 691) / 360_360)))));
  return (
    (shifted - 0.5) * Math.log(shifted) - shifted + Math.log(2 * Math.PI) / 2 + series - Math.log(product)
  );
}
