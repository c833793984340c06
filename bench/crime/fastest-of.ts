/** Milliseconds of the fastest of some runs, what the work takes where nothing else disturbs it, and what it gave. */
export function fastestOf<Result>(
  runs: number,
  work: () => Result,
): { readonly ms: number; readonly result: Result } {
  let best = Infinity;
  for (let run = 1; ; run += 1) {
    const began = performance.now();
    const result = work();
    best = Math.min(best, performance.now() - began);
    if (run >= runs) return { ms: best, result };
  }
}
