import type { Identifier } from '@amaan/contracts/identifier';
import type { Hotlist } from '@amaan/contracts/plates/hotlist';
import {
  type CharacterClasses,
  GAP_COST,
  MOST_DIFFERENCES,
  NEAR_CLASSES,
  WIDE_CLASSES,
} from './character-numbers.ts';
import { mixed, sumOf, sumWithout } from './class-hash.ts';
import { dayOf, EntryTable, type IdWords, wordsOf } from './entry-table.ts';
import { HashIndex } from './hash-index.ts';
import { NumberList } from './number-list.ts';
import { PlateComparison, type ReadPlate } from './plate-cost.ts';
import { PlateShapes, shapeOf } from './plate-shapes.ts';
import { SpelledReadings } from './spelled-readings.ts';

/** What the engine knows of a list: changed at once for all of its entries. */
export type EngineList = Pick<Hotlist, 'id' | 'siteId' | 'expiresOn' | 'tolerance' | 'active'>;

/** An entry that counts: whether it waits, is refused or removed is for whoever adds it. */
export interface EngineEntry {
  readonly id: Identifier;
  readonly hotlistId: Identifier;
  readonly plate: string;
  /** `YYYY-MM-DD`: from that day on it does not match. */
  readonly expiresOn: string | null;
}

/** `plateDifferences` tells what the cost is made of: only of few matches anybody wants to know. */
export interface EngineMatch {
  readonly entryId: Identifier;
  readonly hotlistId: Identifier;
  readonly cost: number;
}

/**
 * Looks every read up among a million entries, in memory and without I/O. Three questions find all candidates,
 * however plates were misread: entries whose characters are of the same confusion classes; entries that lack one
 * character of the reading; and entries of which the reading lacks one, out of an index of every entry with one
 * character left out (symmetric deletion, Garbe 2012). Where a character is missing much fits by chance, so these
 * two are asked in narrower classes. What leaves a class is spelled out. Each candidate is then compared exactly.
 */
export class HotlistEngine {
  readonly #entries = new EntryTable();
  /** By the wide classes of all characters. */
  readonly #wide = new HashIndex();
  /** By the near classes of all characters. */
  readonly #near = new HashIndex();
  /** By the near classes of all characters but one, for each that may be left out. */
  readonly #shortened = new HashIndex();
  readonly #nearShapes = new PlateShapes();
  readonly #shortenedShapes = new PlateShapes();
  readonly #byId = new HashIndex();
  readonly #hashes = new NumberList();
  readonly #candidates = new NumberList();
  readonly #lists: EngineList[] = [];
  readonly #listNumbers = new Map<Identifier, number>();
  /** Days on which lists end, beside them. */
  readonly #ends: number[] = [];
  /** Which lists count at the site and on the day that were asked about last; null: a list has changed since. */
  #counting: { readonly siteId: Identifier; readonly day: number; readonly lists: Uint8Array } | null = null;
  #largestTolerance = 0;

  /** Entries held. */
  get size(): number {
    return this.#entries.size;
  }

  /** Bytes that the entries and their indexes take. */
  get bytes(): number {
    const indexes = [this.#wide, this.#near, this.#shortened, this.#byId];
    return indexes.reduce((sum, { bytes }) => sum + bytes, this.#entries.bytes);
  }

  /** Adds a list or changes it. Entries of a list that is not active do not match. */
  setList(list: EngineList): void {
    let number = this.#listNumbers.get(list.id);
    if (number === undefined) {
      number = this.#lists.length;
      this.#listNumbers.set(list.id, number);
    }
    this.#lists[number] = list;
    this.#ends[number] = dayOf(list.expiresOn);
    this.#counting = null;
    this.#largestTolerance = this.#lists.reduce(
      (most, { active, tolerance }) => (active ? Math.max(most, tolerance) : most),
      0,
    );
  }

  /**
   * Adds an entry; one that is there already is replaced.
   * @throws RangeError when its list was not set
   */
  add(entry: EngineEntry): void {
    const list = this.#listNumbers.get(entry.hotlistId);
    if (list === undefined) throw new RangeError(`The hotlist ${entry.hotlistId} is not known.`);
    const words = wordsOf(entry.id);
    this.#remove(words);
    const at = this.#entries.add({ words, list, plate: entry.plate, expiresOn: entry.expiresOn });
    this.#byId.add(idHash(words), at);
    this.#eachHash(at, (index, hash) => index.add(hash, at));
    const near = classesOf(this.#entries.plateAt(at), NEAR_CLASSES);
    this.#nearShapes.add(shapeOf(near));
    for (let n = 0; n < near.length; n++) this.#shortenedShapes.add(shapeOf(near, n));
  }

  /** Takes an entry away. @returns whether it was there */
  remove(id: Identifier): boolean {
    return this.#remove(wordsOf(id));
  }

  has(id: Identifier): boolean {
    return this.#find(wordsOf(id)) !== 0;
  }

  /**
   * Every entry that a reading may be, the cheapest first.
   * @param where the site of the camera, and the day (UTC, Unix time in milliseconds) that ends are held against
   */
  match(read: ReadPlate, where: { readonly siteId: Identifier; readonly now: number }): EngineMatch[] {
    const comparison = new PlateComparison(read);
    const tolerance = this.#largestTolerance;
    const [hashes, candidates] = [this.#hashes, this.#candidates];
    candidates.length = 0;
    const same = { budget: tolerance, differences: MOST_DIFFERENCES, ownDoubts: tolerance > 0 };
    new SpelledReadings(comparison, WIDE_CLASSES, same).whole(null, hashes);
    this.#wide.find(hashes, candidates);
    if (tolerance >= GAP_COST) {
      const gap = { budget: tolerance - GAP_COST, differences: MOST_DIFFERENCES - 1, ownDoubts: false };
      const near = new SpelledReadings(comparison, NEAR_CLASSES, gap);
      near.whole(this.#shortenedShapes, hashes);
      this.#shortened.find(hashes, candidates);
      near.shortened(this.#nearShapes, hashes);
      this.#near.find(hashes, candidates);
    }
    const day = dayOf(where.now);
    this.#entries.keepStanding(candidates, this.#listsThatCount(where.siteId, day), day);
    const found: Found[] = [];
    for (let n = 0; n < candidates.length; n++) this.#consider(candidates.items[n]!, comparison, found);
    if (found.length > 1)
      found.sort((a, b) => a.match.cost - b.match.cost || (a.match.entryId < b.match.entryId ? -1 : 1));
    return found.map(({ match }) => match);
  }

  /** By the number of a list, 1 where it is active, of the site or of all, and not at its end. */
  #listsThatCount(siteId: Identifier, day: number): Uint8Array {
    const known = this.#counting;
    if (known !== null && known.siteId === siteId && known.day === day) return known.lists;
    const lists = Uint8Array.from(this.#lists, (list, number) =>
      list.active && day < this.#ends[number]! && (list.siteId === null || list.siteId === siteId) ? 1 : 0,
    );
    this.#counting = { siteId, day, lists };
    return lists;
  }

  #consider(at: number, comparison: PlateComparison, found: Found[]): void {
    const list = this.#lists[this.#entries.listOf(at)]!;
    const cost = comparison.match(this.#entries.plateAt(at), list.tolerance);
    // Several questions may lead to the same entry.
    if (cost === null || found.some((other) => other.at === at)) return;
    found.push({ at, match: { entryId: this.#entries.idAt(at), hotlistId: list.id, cost } });
  }

  /** Where an entry stands in the indexes of plates. */
  #eachHash(at: number, use: (index: HashIndex, hash: number) => void): void {
    const plate = this.#entries.plateAt(at);
    const near = classesOf(plate, NEAR_CLASSES);
    use(this.#wide, mixed(sumOf(classesOf(plate, WIDE_CLASSES))));
    use(this.#near, mixed(sumOf(near)));
    for (let n = 0; n < near.length; n++) {
      // Of equal neighbours either one leaves the same text.
      if (n === 0 || near[n] !== near[n - 1]) use(this.#shortened, mixed(sumWithout(near, n)));
    }
  }

  #remove(words: IdWords): boolean {
    const at = this.#find(words);
    if (at === 0) return false;
    this.#eachHash(at, (index, hash) => index.remove(hash, at));
    this.#byId.remove(idHash(words), at);
    this.#entries.remove(at);
    return true;
  }

  #find(words: IdWords): number {
    const [hashes, candidates] = [this.#hashes, this.#candidates];
    candidates.length = 0;
    hashes.push(idHash(words));
    this.#byId.find(hashes, candidates);
    for (let n = 0; n < candidates.length; n++)
      if (this.#entries.hasId(candidates.items[n]!, words)) return candidates.items[n]!;
    return 0;
  }
}

/** A match and the number of its entry. */
interface Found {
  readonly at: number;
  readonly match: EngineMatch;
}

function classesOf(plate: Uint8Array, { of }: CharacterClasses): Uint8Array {
  return plate.map((character) => of[character]!);
}

/** Of an identifier of version 7 all but the first word is random enough. */
function idHash(words: IdWords): number {
  return mixed(words[1] ^ words[2] ^ words[3]);
}
