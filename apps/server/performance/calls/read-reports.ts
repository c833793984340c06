import { CALL_FIELDS, type CallField, type RefusedCall } from '@amaan/contracts/service/emergency-call';
import type { CallReport } from '@amaan/governance-monitoring/service/call-record';
import { type CallReading, type RawCall, readCall } from './read-call.ts';

export interface ReadReports {
  readonly reports: readonly CallReport[];
  readonly refused: readonly RefusedCall[];
  /** Names of fields that were there and were not looked at. */
  readonly unread: readonly string[];
}

/** How many names of unread fields are told: they are the sender's, and may be anything. */
const MOST_UNREAD = 50;

/** Reads what a feed sent, one by one: a bad report spoils no other. */
export function readReports(all: readonly unknown[], how: CallReading): ReadReports {
  const reports: CallReport[] = [];
  const refused: RefusedCall[] = [];
  const unread = new Set<string>();
  for (const [index, one] of all.entries()) {
    const line = index + 1;
    if (typeof one !== 'object' || one === null || Array.isArray(one)) {
      refused.push({ line, reason: 'not-an-object', field: null });
      continue;
    }
    const raw: RawCall = {};
    for (const name of Object.keys(one)) {
      if (isField(name)) raw[name] = (one as Record<string, unknown>)[name];
      else if (unread.size < MOST_UNREAD) unread.add(name.slice(0, 80));
    }
    const read = readCall(raw, how);
    if ('reason' in read) refused.push({ line, ...read });
    else reports.push(read);
  }
  return { reports, refused, unread: [...unread] };
}

function isField(name: string): name is CallField {
  return (CALL_FIELDS as readonly string[]).includes(name);
}
