/**
 * Who a person is, however the name was typed: what four eyes compare. Two accounts of one person have one
 * key. Null: nobody knows who is behind the account, so it counts for nothing.
 */
export function personKey(person: string): string | null {
  const key = person.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();
  return key === '' ? null : key;
}

/** Whether both are one human being. Somebody unknown may be anybody, so also the other. */
export function isSamePerson(one: string, other: string): boolean {
  const [a, b] = [personKey(one), personKey(other)];
  return a === null || b === null || a === b;
}

/** How many different people these are. */
export function countPeople(people: readonly { readonly person: string }[]): number {
  return new Set(people.map(({ person }) => personKey(person)).filter((key) => key !== null)).size;
}
