/** The least number of characters to insert, delete or replace (V. I. Levenshtein, 1966). */
export function editDistance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [index, character] of [...one].entries()) {
    const next = [index + 1];
    for (const [place, wanted] of [...other].entries()) {
      next.push(
        Math.min(row[place]! + (character === wanted ? 0 : 1), row[place + 1]! + 1, next[place]! + 1),
      );
    }
    row = next;
  }
  return row.at(-1)!;
}
