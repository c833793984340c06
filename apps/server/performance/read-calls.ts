import { setImmediate } from 'node:timers/promises';
import type { Identifier } from '@amaan/contracts/identifier';
import type { CallQuery } from '@amaan/contracts/service/call-performance';
import type { CallColumns } from '@amaan/governance-monitoring/service/call-columns';
import type { Database } from '@amaan/store/open-database';
import { type PackedCallDay, readCallDays, spanAt } from '@amaan/store/service/call-days';
import type { Site } from '@amaan/store/sites';

/** A station of a site; two sites may each have one of the same name. */
export interface CallStation {
  readonly siteId: Identifier;
  readonly name: string;
}

/** The calls of a question, in columns. */
export interface ReadCalls extends CallColumns {
  /** When each was first heard of, where it came by a feed and that was asked for; else NaN. */
  readonly heardAt: Float64Array;
  /** Index into the sites that were asked for. */
  readonly site: Int32Array;
  /** Index into `stations`; −1: none is named. */
  readonly station: Int32Array;
  readonly stations: readonly CallStation[];
  /** By name. */
  readonly kinds: readonly string[];
}

const DAY_MS = 24 * 60 * 60_000;
/** After so many calls others have their turn. */
const CALLS_AT_ONCE = 100_000;

/** Reads the calls that came in a period. @param withHeard whether anybody looks at `heardAt` */
export async function readCalls(
  db: Database,
  query: CallQuery,
  sites: readonly Site[],
  withHeard = false,
): Promise<ReadCalls> {
  const days = await readCallDays(db, { ...query, siteIds: sites.map(({ id }) => id), withHeard });
  const reader = new CallReader(
    query,
    sites,
    days.reduce((sum, { calls }) => sum + calls, 0),
  );
  let since = 0;
  for (const day of days) {
    reader.read(day);
    since += day.calls;
    if (since < CALLS_AT_ONCE) continue;
    since = 0;
    await setImmediate();
  }
  return reader.calls();
}

/** Puts days one after the other into columns. */
class CallReader {
  readonly #query: CallQuery;
  readonly #from: number;
  readonly #to: number;
  readonly #sites: ReadonlyMap<Identifier, number>;
  readonly #moments: readonly [Float64Array, Float64Array, Float64Array, Float64Array, Float64Array];
  readonly #site: Int32Array;
  readonly #station: Int32Array;
  readonly #stations = new Map<string, number>();
  readonly #named: CallStation[] = [];
  readonly #kinds = new Set<string>();
  #length = 0;

  constructor(query: CallQuery, sites: readonly Site[], most: number) {
    this.#query = query;
    this.#from = Date.parse(query.from);
    this.#to = Date.parse(query.to);
    this.#sites = new Map(sites.map(({ id }, index) => [id, index]));
    const moments = () => new Float64Array(most);
    this.#moments = [moments(), moments(), moments(), moments(), moments()];
    this.#site = new Int32Array(most);
    this.#station = new Int32Array(most);
  }

  read(day: PackedCallDay): void {
    const { station, kind, priority } = this.#query;
    const site = this.#sites.get(day.siteId)!;
    const begin = day.day * DAY_MS;
    const [received, dispatched, arrived, closed, heard] = [
      day.received,
      day.dispatched,
      day.arrived,
      day.closed,
      day.heard,
    ].map(viewOf);
    const [stations, kinds, priorities] = [day.station, day.kind, day.priority].map(viewOf);
    // 0 stands for none, which nobody asks for by a name.
    const wanted = {
      station: station === undefined ? null : day.stations.indexOf(station) + 1 || -1,
      kind: kind === undefined ? null : day.kinds.indexOf(kind) + 1 || -1,
    };
    const stationOf = [-1, ...day.stations.map((name) => this.#stationNamed(day.siteId, name))];
    const kindsSeen = new Uint8Array(day.kinds.length + 1);
    const [receivedAt, dispatchedAt, arrivedAt, closedAt, heardAt] = this.#moments;
    for (let index = 0; index < day.calls; index++) {
      const at = begin + received!.getInt32(4 * index);
      if (at < this.#from || at >= this.#to) continue;
      const ownStation = stations!.getInt16(2 * index);
      const ownKind = kinds!.getInt16(2 * index);
      if (wanted.station !== null && ownStation !== wanted.station) continue;
      if (wanted.kind !== null && ownKind !== wanted.kind) continue;
      if (priority !== undefined && priorities!.getInt16(2 * index) !== priority) continue;
      const place = this.#length;
      receivedAt[place] = at;
      dispatchedAt[place] = at + spanAt(dispatched!, index);
      arrivedAt[place] = at + spanAt(arrived!, index);
      closedAt[place] = at + spanAt(closed!, index);
      heardAt[place] = heard!.byteLength === 0 ? Number.NaN : at + spanAt(heard!, index);
      this.#site[place] = site;
      this.#station[place] = stationOf[ownStation]!;
      kindsSeen[ownKind] = 1;
      this.#length += 1;
    }
    for (const [index, name] of day.kinds.entries()) if (kindsSeen[index + 1] === 1) this.#kinds.add(name);
  }

  calls(): ReadCalls {
    const length = this.#length;
    const [receivedAt, dispatchedAt, arrivedAt, closedAt, heardAt] = this.#moments.map((moments) =>
      moments.subarray(0, length),
    ) as [Float64Array, Float64Array, Float64Array, Float64Array, Float64Array];
    return {
      ...{ length, receivedAt, dispatchedAt, arrivedAt, closedAt, heardAt },
      site: this.#site.subarray(0, length),
      station: this.#station.subarray(0, length),
      stations: this.#named,
      kinds: [...this.#kinds].sort((a, b) => a.localeCompare(b)),
    };
  }

  #stationNamed(siteId: Identifier, name: string): number {
    const key = `${siteId} ${name}`;
    const known = this.#stations.get(key);
    if (known !== undefined) return known;
    this.#named.push({ siteId, name });
    this.#stations.set(key, this.#named.length - 1);
    return this.#named.length - 1;
  }
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
