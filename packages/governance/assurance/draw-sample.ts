import { createHash } from 'node:crypto';
import type { Digest } from '@amaan/contracts/digest';

/**
 * A simple random sample without replacement that anybody can repeat: the members with the smallest
 * sha256(seed ‖ member), as in the selection of ballots by a public seed (Rivest, "Consistent Sampling with
 * Replacement", 2018, without the replacement). Nobody can steer it who cannot choose the seed.
 *
 * @param seed what nobody could choose, for example the root of the ledger at the moment of the draw
 * @param members in any order, each once; read once, only `size` of them are kept
 * @returns the drawn members in the order of their digests
 */
export async function drawSample(
  seed: Digest,
  members: AsyncIterable<string> | Iterable<string>,
  size: number,
): Promise<{ readonly drawn: string[]; readonly population: number }> {
  const kept: { readonly key: string; readonly member: string }[] = [];
  let population = 0;
  for await (const member of members) {
    population += 1;
    const key = createHash('sha256').update(seed, 'hex').update(member).digest('hex');
    const largest = kept.at(-1);
    if (kept.length === size && largest !== undefined && key > largest.key) continue;
    const place = kept.findIndex((other) => other.key > key);
    kept.splice(place === -1 ? kept.length : place, 0, { key, member });
    if (kept.length > size) kept.pop();
  }
  return { drawn: kept.map(({ member }) => member), population };
}
