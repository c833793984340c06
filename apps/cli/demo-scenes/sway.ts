/**
 * How far a tree's crown leans in the wind, for `Placement.lean`: two slow waves that fit a loop a whole
 * number of times.
 * @param share how much of the loop has passed; whole numbers give the same lean.
 */
export function sway(share: number, tree: number): number {
  const turn = 2 * Math.PI * (share % 1);
  return 0.008 * Math.sin(13 * turn + tree * 2) + 0.004 * Math.sin(31 * turn + tree);
}
