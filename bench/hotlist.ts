import { setImmediate } from 'node:timers/promises';
import { newIdentifier } from '@amaan/contracts/identifier';
import { ALPHABET } from '@amaan/vehicle-trace/hotlist/character-numbers';
import { type EngineList, HotlistEngine } from '@amaan/vehicle-trace/hotlist/hotlist-engine';
import type { ReadPlate } from '@amaan/vehicle-trace/hotlist/plate-cost';
import type { Benchmark, Figure } from './figure.ts';
import { percentile } from './percentile.ts';

/** `AMAAN_BENCH_ENTRIES` makes it shorter; the aims are for a million. */
const ENTRIES = Number(process.env.AMAAN_BENCH_ENTRIES ?? 1_000_000);
const READS = 300_000;
const CHANGES = 2_000;
const SITE = newIdentifier();
const NOW = Date.parse('2026-06-15T12:00:00Z');
/** What a tired recogniser takes for what. */
const MISREAD: Readonly<Record<string, string>> = {
  0: 'O',
  O: '0',
  1: 'I',
  I: '1',
  8: 'B',
  B: '8',
  5: 'S',
  S: '5',
};

/**
 * A million entries on hotlists, and reads as a city brings them: one in a hundred is on a list, half of those
 * misread; every fifth carries alternatives of the recogniser. The floor is the same reads looked up, exactly, in a
 * plain `Map` of strings.
 */
export const benchHotlist: Benchmark = async function* () {
  const random = randomNumbers(4);
  const list = (tolerance: number): EngineList => ({
    id: newIdentifier(),
    siteId: null,
    expiresOn: '2027-01-01',
    tolerance,
    active: true,
  });
  const hotlist = list(1);
  const plates = Array.from({ length: ENTRIES }, () => randomPlate(random));
  const ids = plates.map(() => newIdentifier());
  const reads = Array.from({ length: READS }, (_, n) => randomRead(n, plates, random));
  const before = memory();
  const engine = new HotlistEngine();
  engine.setList(hotlist);
  const began = performance.now();
  for (let n = 0; n < ENTRIES; n++)
    engine.add({ id: ids[n]!, hotlistId: hotlist.id, plate: plates[n]!, expiresOn: null });
  const loaded = performance.now() - began;
  await setImmediate();
  const megabytes = (memory() - before) / 1e6;
  yield figure(`loading ${ENTRIES} entries`, loaded / 1000, 's');
  yield {
    ...figure(`memory of ${ENTRIES} entries (growth of the process)`, megabytes, 'MB'),
    aim: '≤ 400 MB',
    met: megabytes <= 400,
  };
  yield figure('of it the arrays of the engine', engine.bytes / 1e6, 'MB');

  const floor = lookUpInMap(plates, reads);
  for (const tolerance of [0, 1, 2, 3]) {
    engine.setList({ ...hotlist, tolerance });
    yield* matchAll(engine, reads, tolerance, floor);
  }
  engine.setList(hotlist);
  yield* changes(engine, hotlist, random);
};

function* matchAll(
  engine: HotlistEngine,
  reads: readonly ReadPlate[],
  tolerance: number,
  floor: number,
): Iterable<Figure> {
  const where = { siteId: SITE, now: NOW };
  for (const read of reads.slice(0, 20_000)) engine.match(read, where);
  let hits = 0;
  const began = process.cpuUsage();
  for (const read of reads) hits += engine.match(read, where).length;
  const perSecond = reads.length / cpuSecondsSince(began);
  const times = reads.map((read) => {
    const start = performance.now();
    engine.match(read, where);
    return performance.now() - start;
  });
  const name = `tolerance ${tolerance}`;
  yield {
    ...figure(`${name}: reads a CPU second`, perSecond, 'reads/s'),
    floor,
    ratio: perSecond / floor,
    aim: '≥ 50,000 reads/s',
    met: perSecond >= 50_000,
  };
  yield figure(`${name}: p50`, percentile(times, 0.5), 'ms');
  const p99 = percentile(times, 0.99);
  yield { ...figure(`${name}: p99`, p99, 'ms'), aim: '≤ 1 ms', met: p99 <= 1 };
  yield figure(`${name}: longest`, percentile(times, 1), 'ms');
  yield figure(`${name}: matches of ${reads.length} reads`, hits, 'matches');
}

/** How long from a change to the first read that sees it: added and matched, removed and no longer matched. */
function* changes(engine: HotlistEngine, list: EngineList, random: () => number): Iterable<Figure> {
  const where = { siteId: SITE, now: NOW };
  const times = Array.from({ length: CHANGES }, () => {
    const entry = { id: newIdentifier(), hotlistId: list.id, plate: randomPlate(random), expiresOn: null };
    const matches = () =>
      engine.match({ text: entry.plate }, where).some(({ entryId }) => entryId === entry.id);
    const start = performance.now();
    engine.add(entry);
    const seen = matches();
    engine.remove(entry.id);
    const gone = !matches();
    if (!seen || !gone) throw new Error(`The change of ${entry.plate} was not seen.`);
    return performance.now() - start;
  });
  const value = percentile(times, 1);
  yield {
    ...figure('an entry added, matched, removed, no longer matched: longest', value, 'ms'),
    aim: '≤ 1,000 ms',
    met: value <= 1000,
  };
}

/** Reads a second of exact look-ups in a `Map`. */
function lookUpInMap(plates: readonly string[], reads: readonly ReadPlate[]): number {
  const map = new Map(plates.map((plate, n) => [plate, n]));
  let found = 0;
  for (const { text } of reads.slice(0, 20_000)) if (map.has(text)) found++;
  const began = process.cpuUsage();
  for (const { text } of reads) if (map.has(text)) found++;
  const seconds = cpuSecondsSince(began);
  if (found === 0) throw new Error('No read is on the list.');
  return reads.length / seconds;
}

function randomRead(n: number, plates: readonly string[], random: () => number): ReadPlate {
  const listed = n % 100 === 0;
  const text = listed ? plates[Math.floor(random() * plates.length)]! : randomPlate(random);
  const read = listed && n % 200 === 0 ? misread(text) : text;
  if (n % 5 !== 0) return { text: read };
  const characters = [...read].map((own) => ({
    text: own,
    confidence: 0.7,
    others: [{ text: ALPHABET[Math.floor(random() * ALPHABET.length)]!, confidence: 0.3 * random() }],
  }));
  return { text: read, characters };
}

function misread(text: string): string {
  const at = [...text].findIndex((letter) => letter in MISREAD);
  return at < 0 ? text : text.slice(0, at) + MISREAD[text[at]!] + text.slice(at + 1);
}

/** Two or three letters and three or four digits, as most plates of the Punjab have them. */
function randomPlate(random: () => number): string {
  const letters = Array.from(
    { length: random() < 0.2 ? 2 : 3 },
    () => ALPHABET[10 + Math.floor(random() * 26)],
  );
  const digits = Array.from({ length: random() < 0.3 ? 3 : 4 }, () => ALPHABET[Math.floor(random() * 10)]);
  return [...letters, ...digits].join('');
}

function figure(name: string, value: number, unit: string): Figure {
  return { benchmark: 'hotlist', name, value, unit };
}

/** Processor time: other programs of the machine are no cost of a read. */
function cpuSecondsSince(began: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1e6;
}

/** What the process holds, garbage gone where the runtime was started to allow it. */
function memory(): number {
  globalThis.gc?.();
  return process.memoryUsage.rss();
}

/** The same numbers every time (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
  };
}
