import type { HotlistHit } from '@amaan/contracts/plates/hotlist';

/** One column of the comparison of a read plate with an entry. Empty: nothing stands there. */
export interface MatchColumn {
  readonly read: string;
  readonly expected: string;
  /** 0: the same. */
  readonly cost: number;
}

/**
 * A read plate and an entry, character under character, as the match says that they differ.
 * @throws never: differences that do not fit the texts are shown where they are said to be
 */
export function matchColumns({
  readPlate,
  entryPlate,
  differences,
}: Pick<HotlistHit, 'readPlate' | 'entryPlate' | 'differences'>): MatchColumn[] {
  const columns: MatchColumn[] = [];
  let readAt = 0;
  for (let at = 0; at <= entryPlate.length; at += 1) {
    for (const { read, cost } of differences.filter((one) => one.at === at && one.expected === '')) {
      columns.push({ read, expected: '', cost });
      readAt += read.length;
    }
    const expected = entryPlate[at];
    if (expected === undefined) continue;
    const other = differences.find((one) => one.at === at && one.expected !== '');
    const read = other ? other.read : (readPlate[readAt] ?? '');
    columns.push({ read, expected, cost: other?.cost ?? 0 });
    readAt += read.length;
  }
  return columns;
}

/** How likely a reader confuses two characters, by the cost of it. */
export function confusionWord(cost: number): 'easily' | 'sometimes' | 'rarely' {
  if (cost < 0.4) return 'easily';
  return cost < 0.75 ? 'sometimes' : 'rarely';
}
