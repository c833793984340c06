import type { Identifier } from '@amaan/contracts/identifier';
import type { Site } from '@amaan/store/sites';

/** Finds sites by their ids or their names, however these are written. */
export function siteFinder(sites: readonly Site[]): (text: string) => Identifier | null {
  const known = new Map<string, Identifier>();
  for (const { id, name } of sites) {
    known.set(id, id);
    known.set(name.toLocaleLowerCase(), id);
  }
  return (text) => known.get(text.trim().toLocaleLowerCase()) ?? null;
}
