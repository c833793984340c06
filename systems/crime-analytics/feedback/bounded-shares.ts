/**
 * The shares nearest to some wished ones that keep within bounds and sum to 1: all are multiplied by one number and those
 * that would leave the bounds are put on them.
 *
 * @param wished None negative
 * @param least, most Of every share; `least × number ≤ 1 ≤ most × number`
 */
export function boundedShares(wished: Float64Array, least: number, most: number): Float64Array {
  const total = (scale: number) =>
    wished.reduce((sum, one) => sum + Math.min(most, Math.max(least, one * scale)), 0);
  // Some wishes are 0 and stay on `least` however large the scale: then the others fill up to `most`.
  let [low, high] = [0, 1];
  while (total(high) < 1 && high < 1e12) high *= 2;
  for (let round = 0; round < 100; round += 1) {
    const middle = (low + high) / 2;
    if (total(middle) < 1) low = middle;
    else high = middle;
  }
  const shares = wished.map((one) => Math.min(most, Math.max(least, one * high)));
  const missing = 1 - shares.reduce((sum, one) => sum + one, 0);
  if (!(missing > 1e-9)) return shares;
  // Too few were wished for to hold everything: what is left goes to the others alike.
  const room = shares.map((one) => most - one);
  const free = room.reduce((sum, one) => sum + one, 0);
  return shares.map((one, n) => one + (missing * room[n]!) / free);
}
