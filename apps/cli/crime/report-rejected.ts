/** So many lines of a kind are named. */
const NAMED = 5;

/**
 * Tells on stderr which lines of a file were left out: one sentence a reason, with the first lines that have it.
 * @example amaan: 1,240 lines were left out (2116, 2117, 2118, 2119, 2120, …): Its coordinates are 0.
 */
export function reportRejected(
  rejected: readonly { readonly line: number; readonly reason: string }[],
): void {
  for (const [reason, lines] of Map.groupBy(rejected, ({ reason }) => reason)) {
    const named = lines.slice(0, NAMED).map(({ line }) => line);
    const which =
      lines.length === 1
        ? `line ${named[0]} was left out`
        : `${lines.length.toLocaleString('en')} lines were left out (${named.join(', ')}${lines.length > NAMED ? ', …' : ''})`;
    process.stderr.write(`amaan: ${which}: ${reason}\n`);
  }
}
