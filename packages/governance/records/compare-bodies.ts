import { canonicalJson } from '@amaan/contracts/digest-of';
import type { GovernanceRecord } from '@amaan/contracts/governance/record';
import type { RecordDifference } from '@amaan/contracts/governance/record-comparison';

type Body = GovernanceRecord['body'];
type Json = RecordDifference['after'];

/**
 * What differs between two versions of a body, place by place, in the order of the newer one. A place is a
 * leaf, or a list of plain values as a whole. Members of a list that have an `id` are compared with their
 * namesakes, so that moving one changes nothing.
 */
export function compareBodies(
  before: Body,
  after: Body,
): { readonly differences: RecordDifference[]; readonly same: number } {
  const [old, now] = [placesOf(before), placesOf(after)];
  const differences: RecordDifference[] = [];
  let same = 0;
  for (const [key, { path, value }] of now) {
    const earlier = old.get(key);
    if (earlier === undefined) differences.push({ path, change: 'added', before: null, after: value });
    else if (canonicalJson(earlier.value) === canonicalJson(value)) same++;
    else differences.push({ path, change: 'changed', before: earlier.value, after: value });
  }
  for (const [key, { path, value }] of old) {
    if (!now.has(key)) differences.push({ path, change: 'removed', before: value, after: null });
  }
  return { differences, same };
}

interface Place {
  readonly path: string[];
  readonly value: Json;
}

function placesOf(body: Body): Map<string, Place> {
  const places = new Map<string, Place>();
  collect([], body, places);
  return places;
}

function collect(path: string[], value: Json, places: Map<string, Place>): void {
  const members = membersOf(value);
  if (members === null) places.set(JSON.stringify(path), { path, value });
  else for (const [name, member] of members) collect([...path, name], member, places);
}

/** What a value consists of, by name; null for what is compared as a whole. */
function membersOf(value: Json): [string, Json][] | null {
  if (value === null || typeof value !== 'object') return null;
  if (!Array.isArray(value)) return Object.entries(value);
  if (!value.some((item) => item !== null && typeof item === 'object')) return null;
  return value.map((item, index) => [idOf(item) ?? String(index + 1), item]);
}

function idOf(item: Json): string | null {
  if (item === null || typeof item !== 'object' || Array.isArray(item)) return null;
  return typeof item.id === 'string' ? item.id : null;
}
