import { seededRandom } from '@amaan/contracts/seeded-random';
import type { CallMoments } from '../call-record.ts';

/** A simulated station: how busy, and how far from what happens. */
export interface SimulatedStation {
  readonly name: string;
  /** Calls an hour, on average over a week. */
  readonly callsPerHour: number;
  /** Median of the way to a call, in seconds. */
  readonly travelSeconds: number;
  /** `[longitude, latitude]` of its middle. */
  readonly centre: readonly [number, number];
  /** Bad habits in its records; left out: none. */
  readonly habits?: {
    /** Share of arrivals that nobody writes down. */
    readonly missingArrivals?: number;
    /** Share of closures that are written on full five minutes. */
    readonly roundClosures?: number;
    /** Calls are closed together at 06:00 UTC of each day. */
    readonly closesInBatches?: boolean;
    /** Milliseconds by which its vehicles' clock is off. */
    readonly clockOffsetMs?: number;
  };
}

export interface SimulatedCall extends CallMoments {
  readonly callId: string;
  readonly station: string;
  readonly kind: string;
  readonly priority: number;
  readonly unitKind: string | null;
  readonly place: readonly [number, number];
  readonly receivedAt: number;
}

export interface SimulatedCallsOptions {
  readonly seed: number;
  /** Milliseconds since 1970. */
  readonly from: number;
  readonly to: number;
  readonly stations: readonly SimulatedStation[];
  /** What call ids begin with. */
  readonly prefix?: string;
  /** Hours in which the records of all stations are lost. */
  readonly outage?: { readonly from: number; readonly to: number };
  /** From then on the way takes so many times as long: what control charts should see. */
  readonly slower?: { readonly from: number; readonly factor: number };
}

const HOUR_MS = 60 * 60_000;
const DAY_MS = 24 * HOUR_MS;
/** Calls by hour of the day in UTC, against the mean: the evening of Pakistan is the busiest, its early morning the calmest. */
const HOURS = [
  ...[0.55, 0.6, 0.7, 0.85, 1, 1.1, 1.15, 1.2, 1.2, 1.2, 1.25, 1.3],
  ...[1.4, 1.5, 1.6, 1.6, 1.5, 1.3, 1.05, 0.8, 0.6, 0.45, 0.4, 0.4],
];
const KINDS = ['road accident', 'quarrel', 'theft', 'robbery', 'fire', 'medical', 'nuisance'];
const UNITS = ['motorcycle', 'patrol car', 'ambulance'];

/**
 * Emergency calls that never happened, in the order in which they come in: seeded, so that the same options give the same calls.
 * Each is told as it would be known at `to`: what has not happened by then is null. About one in twelve needs no unit.
 */
export function* simulatedCalls(options: SimulatedCallsOptions): Generator<SimulatedCall> {
  const { from, to, stations, prefix = 'SIM', outage, slower } = options;
  const random = seededRandom(options.seed);
  const total = stations.reduce((sum, { callsPerHour }) => sum + callsPerHour, 0);
  let number = 0;
  for (let at = from; total > 0; ) {
    const rate = (total * HOURS[new Date(at).getUTCHours()]!) / HOUR_MS;
    at += -Math.log(1 - random()) / rate;
    if (at >= to) return;
    const station = pick(stations, random() * total);
    number += 1;
    const lost = outage !== undefined && at >= outage.from && at < outage.to;
    const factor = slower !== undefined && at >= slower.from ? slower.factor : 1;
    const call = oneCall(`${prefix}-${number}`, Math.round(at), station, factor, random);
    if (!lost) yield until(call, to);
  }
}

function oneCall(
  callId: string,
  receivedAt: number,
  { name, travelSeconds, centre, habits = {} }: SimulatedStation,
  factor: number,
  random: () => number,
): SimulatedCall {
  const priority = 1 + Math.floor(random() ** 1.6 * 4);
  const dispatchedAt = receivedAt + 1000 * logNormal(35 + 25 * priority, 0.55, random);
  const night = new Date(receivedAt).getUTCHours() >= 17 ? 0.85 : 1;
  const reachedAt = dispatchedAt + 1000 * logNormal(travelSeconds * factor * night, 0.5, random);
  const arrivedAt = reachedAt + (habits.clockOffsetMs ?? 0);
  const done = reachedAt + 1000 * logNormal(1500, 0.7, random);
  const isAdvice = random() < 1 / 12;
  const isMissing = random() < (habits.missingArrivals ?? 0);
  const isRound = random() < (habits.roundClosures ?? 0);
  const closedAt = habits.closesInBatches
    ? Math.ceil(done / DAY_MS - 0.25) * DAY_MS + 6 * HOUR_MS + random() * 50_000
    : isRound
      ? Math.ceil(done / 300_000) * 300_000
      : done;
  const [kind, unitKind] = [pickOf(KINDS, random), pickOf(UNITS, random)];
  const place = [centre[0] + (random() - 0.5) * 0.05, centre[1] + (random() - 0.5) * 0.05] as const;
  return {
    ...{ callId, station: name, kind, priority, place, receivedAt },
    unitKind: isAdvice ? null : unitKind,
    dispatchedAt: isAdvice ? null : Math.round(dispatchedAt),
    arrivedAt: isAdvice || isMissing ? null : Math.round(arrivedAt),
    closedAt: Math.round(isAdvice ? receivedAt + 1000 * logNormal(240, 0.5, random) : closedAt),
  };
}

/** What is known of a call at a moment. */
function until(call: SimulatedCall, now: number): SimulatedCall {
  const known = (moment: number | null) => (moment === null || moment > now ? null : moment);
  return {
    ...call,
    dispatchedAt: known(call.dispatchedAt),
    arrivedAt: known(call.arrivedAt),
    closedAt: known(call.closedAt),
  };
}

/** Seconds with this median, spread as times of service are. */
function logNormal(median: number, spread: number, random: () => number): number {
  const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return median * Math.exp(spread * normal);
}

function pick(stations: readonly SimulatedStation[], at: number): SimulatedStation {
  let left = at;
  for (const station of stations) {
    left -= station.callsPerHour;
    if (left < 0) return station;
  }
  return stations.at(-1)!;
}

function pickOf(all: readonly string[], random: () => number): string {
  return all[Math.floor(random() * all.length)]!;
}
