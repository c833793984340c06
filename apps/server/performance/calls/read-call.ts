import type { Identifier } from '@amaan/contracts/identifier';
import {
  CALL_TIMES,
  type CallField,
  CallPriority,
  PLACE_DEGREES,
  type RefusedCall,
} from '@amaan/contracts/service/emergency-call';
import { looksPersonal } from '@amaan/contracts/tables/personal-columns';
import type { CallFacts, CallReport } from '@amaan/governance-monitoring/service/call-record';

/** What stands in the fields of a report or of a line; what is left out is not said, null is taken back. */
export type RawCall = Partial<Record<CallField, unknown>>;

export interface CallReading {
  /** A moment in milliseconds since 1970. @returns null when it cannot be read */
  readonly timeOf: (text: string) => number | null;
  /** The site of an id or a name. @returns null: there is none */
  readonly siteOf: (text: string) => Identifier | null;
  /** Sites that may be reported of; null: every one. */
  readonly siteIds: readonly Identifier[] | null;
  /** The site of what names none. */
  readonly defaultSite: Identifier | null;
  /** Priorities in words of their own, in lower case. */
  readonly priorities: ReadonlyMap<string, number>;
  /** When it was said, unless it says so itself; milliseconds since 1970. */
  readonly saidAt: number;
  readonly now: number;
}

type Refusal = Omit<RefusedCall, 'line'>;

const LONGEST_ID = 64;
const LONGEST_TEXT = 80;
/** Clocks of others may be so much ahead. */
export const AHEAD_MS = 10 * 60_000;
const OLDEST = Date.UTC(2000, 0, 1);

class RefusedField extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.reason);
    this.refusal = refusal;
  }
}

/**
 * Reads what is read of a call and nothing else: whatever stands in other fields is never looked at. Texts that look like
 * a person's number or address are refused, whichever field they stand in.
 */
export function readCall(raw: RawCall, how: CallReading): CallReport | Refusal {
  try {
    return read(raw, how);
  } catch (error) {
    if (error instanceof RefusedField) return error.refusal;
    throw error;
  }
}

function read(raw: RawCall, how: CallReading): CallReport {
  const callId = textOf(raw, 'callId', LONGEST_ID);
  if (callId == null) throw refused('call-id-missing', 'callId');
  const facts: { -readonly [Fact in keyof CallFacts]?: CallFacts[Fact] } = {};
  for (const field of ['station', 'kind', 'unitKind'] as const) {
    const text = textOf(raw, field, LONGEST_TEXT);
    if (text !== undefined) facts[field] = text;
  }
  const site = siteOf(raw, how);
  if (site !== undefined) facts.siteId = site;
  const priority = priorityOf(raw, how);
  if (priority !== undefined) facts.priority = priority;
  const place = placeOf(raw);
  if (place !== undefined) facts.place = place;
  for (const field of CALL_TIMES) {
    const time = timeOf(raw, field, how);
    if (time !== undefined) facts[field] = time;
  }
  const saidAt = timeOf(raw, 'saidAt', how) ?? how.saidAt;
  return { callId, saidAt, facts };
}

/**
 * A part of a degree with thirteen decimals is no number of an identity card. It is rounded and never kept as a text; what
 * is written in another way is looked at as every text is.
 */
function degreesOf(raw: RawCall, field: 'longitude' | 'latitude'): string | null | undefined {
  const value = raw[field];
  const text = typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim() : '';
  return /^-?\d{1,3}\.\d+$/.test(text) ? text : textOf(raw, field, LONGEST_TEXT);
}

/** Undefined: nothing is said. Null: it is taken back. */
function textOf(raw: RawCall, field: CallField, longest: number): string | null | undefined {
  const value = raw[field];
  if (value === undefined || value === null) return value;
  if (typeof value !== 'string' && typeof value !== 'number') throw refused('text-long', field);
  const text = String(value).trim().replace(/\s+/g, ' ');
  if (text === '') return undefined;
  if (text.length > longest) throw refused('text-long', field);
  if (looksPersonal(text)) throw refused('person-data', field);
  return text;
}

function timeOf(
  raw: RawCall,
  field: (typeof CALL_TIMES)[number] | 'saidAt',
  { timeOf, now }: CallReading,
): number | null | undefined {
  const text = textOf(raw, field, LONGEST_TEXT);
  if (text === undefined || text === null) return text;
  const time = timeOf(text);
  if (time === null) throw refused('time-unreadable', field);
  if (time > now + AHEAD_MS) throw refused('time-future', field);
  if (time < OLDEST) throw refused('time-too-old', field);
  return time;
}

/** A site cannot be taken back: a call is always somewhere. */
function siteOf(raw: RawCall, { siteOf, siteIds, defaultSite }: CallReading): Identifier | undefined {
  const text = textOf(raw, 'site', LONGEST_TEXT);
  if (text == null) return defaultSite ?? undefined;
  const site = siteOf(text);
  if (site === null) throw refused('site-unknown', 'site');
  if (siteIds !== null && !siteIds.includes(site)) throw refused('site-not-yours', 'site');
  return site;
}

function priorityOf(raw: RawCall, { priorities }: CallReading): number | null | undefined {
  const text = textOf(raw, 'priority', LONGEST_TEXT);
  if (text === undefined || text === null) return text;
  const named = priorities.get(text.toLowerCase());
  const priority = CallPriority.safeParse(named ?? Number(/^p?\s*([1-5])$/i.exec(text)?.[1]));
  if (!priority.success) throw refused('priority-unreadable', 'priority');
  return priority.data;
}

function placeOf(raw: RawCall): CallFacts['place'] | undefined {
  const longitude = degreesOf(raw, 'longitude');
  const latitude = degreesOf(raw, 'latitude');
  if (longitude === undefined && latitude === undefined) return undefined;
  if (longitude === null && latitude === null) return null;
  const place = [Number(longitude ?? Number.NaN), Number(latitude ?? Number.NaN)] as const;
  if (!(Math.abs(place[0]) <= 180)) throw refused('place-unreadable', 'longitude');
  if (!(Math.abs(place[1]) <= 90)) throw refused('place-unreadable', 'latitude');
  const steps = Math.round(1 / PLACE_DEGREES);
  return [Math.round(place[0] * steps) / steps, Math.round(place[1] * steps) / steps];
}

function refused(reason: Refusal['reason'], field: Refusal['field']): RefusedField {
  return new RefusedField({ reason, field });
}
