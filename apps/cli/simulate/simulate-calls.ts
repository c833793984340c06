import { setTimeout as pause } from 'node:timers/promises';
import { AmaanError } from '@amaan/contracts/problem';
import { seededRandom } from '@amaan/contracts/seeded-random';
import { callReports } from '@amaan/governance-monitoring/service/simulation/call-reports';
import {
  type SimulatedStation,
  simulatedCalls,
} from '@amaan/governance-monitoring/service/simulation/simulated-calls';
import { type CallCounts, sendReports } from './call-feed.ts';

export interface SimulateCallsOptions {
  readonly feed: string;
  readonly site?: string;
  /** Calls an hour. */
  readonly rate: number;
  /** So many hours before now are told first. */
  readonly hours: number;
  /** Left out: until it is stopped. */
  readonly seconds?: number;
  readonly seed: number;
  readonly disorder?: boolean;
  readonly json?: boolean;
}

/** Where the token is looked for: arguments of a command can be read by everybody on the machine. */
const TOKEN_VARIABLE = 'AMAAN_CALL_FEED_TOKEN';
const STEP_MS = 5000;
const HOUR_MS = 60 * 60_000;
const DAYS_AHEAD_MS = 24 * HOUR_MS;

/** Made-up stations around the middle of Lahore. */
const STATIONS = [
  { name: 'Station A (made up)', share: 0.5, travelSeconds: 330, centre: [74.32, 31.56] },
  { name: 'Station B (made up)', share: 0.3, travelSeconds: 380, centre: [74.35, 31.52] },
  { name: 'Station C (made up)', share: 0.2, travelSeconds: 520, centre: [74.29, 31.6] },
] as const;

/**
 * Plays a dispatch system: tells the feed of a running server what happened in the last hours, and then goes on as calls come
 * in and are served. A server that goes away later is waited for. Open the feed as simulated. @throws AmaanError `FEED_TOKEN_MISSING`, `FEED_ADDRESS`; else as `sendReports`
 */
export async function simulateCalls(options: SimulateCallsOptions, stepMs = STEP_MS): Promise<void> {
  const token = process.env[TOKEN_VARIABLE];
  if (token === undefined || token === '')
    throw new AmaanError('FEED_TOKEN_MISSING', `Put the token of the feed into ${TOKEN_VARIABLE}.`);
  if (!URL.canParse(options.feed))
    throw new AmaanError('FEED_ADDRESS', 'Name the whole address of the feed, with http:// and its path.');
  const feed = new URL(options.feed);
  const start = Date.now();
  const stations = STATIONS.map(
    ({ share, ...station }): SimulatedStation => ({ ...station, callsPerHour: options.rate * share }),
  );
  const from = start - options.hours * HOUR_MS;
  const calls = simulatedCalls({
    ...{ seed: options.seed, from, to: start + DAYS_AHEAD_MS, stations },
    prefix: `SIM-${Math.floor(from / 1000)}`,
  });
  const random = options.disorder ? seededRandom(options.seed + 1) : undefined;
  const waiting = callReports(calls, options.site ?? null, random);
  const stop = new AbortController();
  process.once('SIGINT', () => stop.abort());
  process.once('SIGTERM', () => stop.abort());
  const end = options.seconds === undefined ? Number.POSITIVE_INFINITY : start + options.seconds * 1000;
  let sent = 0;
  while (!stop.signal.aborted) {
    const now = Date.now();
    let upTo = sent;
    while (upTo < waiting.length && waiting[upTo]!.at <= now) upTo += 1;
    const reports = waiting.slice(sent, upTo).map(({ report }) => report);
    // Who reports through a restart of the server says again what it did not answer: nothing is lost, and nothing counts twice.
    const counts = await sendReports(feed, token, reports, now).catch((error: unknown) => {
      if (sent === 0 || now >= end || !isAway(error)) throw error;
      console.error(`${error.message} ${reports.length} reports are kept and sent again.`);
      return null;
    });
    if (counts !== null) {
      tell(counts, reports.length, options);
      sent = upTo;
    }
    if (sent >= waiting.length || now >= end) return;
    await pause(Math.min(stepMs, Math.max(0, end - now)), undefined, { signal: stop.signal }).catch(() => {});
  }
}

/** Whether the server may come back: a wrong token or address is not made right by waiting. */
function isAway(error: unknown): error is AmaanError {
  return error instanceof AmaanError && (error.code === 'FEED_UNREACHABLE' || error.code === 'FEED_BUSY');
}

function tell(counts: CallCounts, reports: number, { json }: SimulateCallsOptions): void {
  const { added, changed, known, contradictions, refusedCount } = counts;
  if (json) console.log(JSON.stringify({ reports, ...counts }));
  else
    console.log(
      `${reports} reports: ${added} new calls, ${changed} changed, ${known} known already, ` +
        `${contradictions} contradictions, ${refusedCount} not taken`,
    );
}
