import { INCIDENT_KINDS, type IncidentSummary } from '@amaan/contracts/crime/incident';
import type { CrimeSearch } from './crime-search.ts';

type Offences = Pick<CrimeSearch, 'kinds' | 'offences'>;

const KIND = 'kind:';
const OFFENCE = 'offence:';

/** One choice list over kinds and the data's own words: what is chosen, as entries of the list. */
export function chosenEntries({ kinds = [], offences = [] }: Offences): string[] {
  return [...kinds.map((kind) => KIND + kind), ...offences.map((offence) => OFFENCE + offence)];
}

/** What chosen entries mean; nothing chosen: everything. */
export function offencesOf(entries: readonly string[]): {
  [Key in keyof Offences]: Offences[Key] | undefined;
} {
  const after = (mark: string) =>
    entries.filter((entry) => entry.startsWith(mark)).map((entry) => entry.slice(mark.length));
  const named = after(KIND);
  const kinds = INCIDENT_KINDS.filter((kind) => named.includes(kind)).toSorted();
  const offences = after(OFFENCE).toSorted();
  return {
    kinds: kinds.length > 0 ? kinds : undefined,
    offences: offences.length > 0 ? offences : undefined,
  };
}

/** The entries: kinds that there are incidents of, then offences, most frequent first. */
export function offenceEntries({ offences }: Pick<IncidentSummary, 'offences'>) {
  const byKind = new Map<string, number>();
  for (const { kind, incidents } of offences) byKind.set(kind, (byKind.get(kind) ?? 0) + incidents);
  return {
    kinds: [...byKind]
      .map(([kind, incidents]) => ({
        kind: kind as (typeof offences)[number]['kind'],
        incidents,
        value: KIND + kind,
      }))
      .toSorted((a, b) => b.incidents - a.incidents),
    offences: offences
      .map((entry) => ({ ...entry, value: OFFENCE + entry.offence }))
      .toSorted((a, b) => b.incidents - a.incidents),
  };
}
