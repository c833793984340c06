import { INCIDENT_KINDS, type IncidentKind, LONGEST_OFFENCE } from '@amaan/contracts/crime/incident';

/**
 * What is looked at, as the address says it: the places of the area share it, so that a question asked on the map is
 * asked of trends, too. Its names differ from those of other areas, whose times must not come along.
 */
export interface CrimeSearch {
  /** First instant and end of the period; without both everything there is. */
  since?: string;
  until?: string;
  /** Kinds of offences, and offences by the data's own names; left out: all. */
  kinds?: IncidentKind[];
  offences?: string[];
  /** Station areas by their id; left out: the whole site. */
  areas?: string[];
  /** Simulated incidents are looked at instead of reported ones; left out: reported ones where there are any. */
  made?: boolean;
  /** Why offences are counted that are only on record where officers looked; left out: they are not counted. */
  officer?: string;
}

/** What is kept when one goes from one place of the area to another. */
export const KEPT_SEARCH = [
  'since',
  'until',
  'kinds',
  'offences',
  'areas',
  'made',
  'officer',
] as const satisfies (keyof CrimeSearch)[];

/** As much as the server takes. */
const MOST_OF = { kinds: INCIDENT_KINDS.length, offences: 100, areas: 200 } as const;
/** A reason is at least this long and at most that. */
export const REASON_LENGTH = [10, 500] as const;

/** Anything in the address that is none of it is left out; a period that ends before it begins is, too. */
export function parseCrimeSearch(search: Record<string, unknown>): CrimeSearch {
  const [since, until] = [instant(search.since), instant(search.until)];
  return {
    ...(since !== undefined && until !== undefined && since < until && { since, until }),
    ...kindsOf(search),
    ...entries(search, 'offences'),
    ...entries(search, 'areas'),
    ...(typeof search.made === 'boolean' && { made: search.made }),
    ...(isReason(search.officer) && { officer: search.officer.trim() }),
  };
}

/** Whether a text says enough to be a reason, and no more than is kept. */
export function isReason(value: unknown): value is string {
  if (typeof value !== 'string') return false;
  const { length } = value.trim();
  return length >= REASON_LENGTH[0] && length <= REASON_LENGTH[1];
}

/** A UTC instant out of an address; undefined where it says none. */
export function instant(value: unknown): string | undefined {
  if (typeof value !== 'string' || Number.isNaN(Date.parse(value))) return undefined;
  return new Date(value).toISOString();
}

function kindsOf(search: Record<string, unknown>): Pick<CrimeSearch, 'kinds'> {
  const named = entries(search, 'kinds').kinds;
  const kinds = INCIDENT_KINDS.filter((kind) => named?.includes(kind));
  return kinds.length > 0 ? { kinds: kinds.toSorted() } : {};
}

/** Each once, sorted, so that the same choice is the same question. */
function entries<Name extends keyof typeof MOST_OF>(
  search: Record<string, unknown>,
  name: Name,
): { [Key in Name]?: string[] } {
  const list = search[name];
  if (!Array.isArray(list)) return {};
  const texts = list
    // The router reads numbers out of the address.
    .map((one) => (typeof one === 'number' ? String(one) : one))
    .filter((one): one is string => typeof one === 'string' && one !== '' && one.length <= LONGEST_OFFENCE);
  const chosen = [...new Set(texts)].toSorted().slice(0, MOST_OF[name]);
  return chosen.length > 0 ? ({ [name]: chosen } as { [Key in Name]?: string[] }) : {};
}
