import type { Identifier } from '@amaan/contracts/identifier';
import type { Hotlist } from '@amaan/contracts/plates/hotlist';
import { confusionClass, GAP_COST } from './character-numbers.ts';
import { dayOf, EntryTable, wordsOf } from './entry-table.ts';
import { HashIndex } from './hash-index.ts';
import { PlateComparison, type PlateDifference, type ReadPlate } from './plate-cost.ts';

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

export interface EngineMatch {
  readonly entryId: Identifier;
  readonly hotlistId: Identifier;
  readonly cost: number;
  readonly differences: readonly PlateDifference[];
}

/**
 * Looks every read up among a million entries, in memory and without I/O. Three questions find all candidates,
 * however plates were misread: entries whose characters are of the same confusion classes; entries that lack one
 * character of the reading; and entries of which the reading lacks one, out of an index of every entry with one
 * character left out (symmetric deletion, Garbe 2012). Each candidate is then compared exactly.
 */
export class HotlistEngine {
  readonly #entries = new EntryTable();
  /** By the classes of all characters. */
  readonly #whole = new HashIndex();
  /** By the classes of all characters but one, for each that may be left out. */
  readonly #shortened = new HashIndex();
  readonly #byId = new HashIndex();
  readonly #lists: EngineList[] = [];
  readonly #listNumbers = new Map<Identifier, number>();
  /** Days on which lists end, beside them. */
  readonly #ends: number[] = [];
  #largestTolerance = 0;

  /** Entries held. */
  get size(): number {
    return this.#entries.size;
  }

  /** Bytes that the entries and their indexes take. */
  get bytes(): number {
    return this.#entries.bytes + this.#whole.bytes + this.#shortened.bytes + this.#byId.bytes;
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
    this.remove(entry.id);
    const at = this.#entries.add({ ...entry, list });
    this.#byId.add(idHash(wordsOf(entry.id)), at);
    const classes = classesOf(this.#entries.plateAt(at));
    this.#whole.add(hashOf(classes), at);
    forEachShorter(classes, (hash) => this.#shortened.add(hash, at));
  }

  /** Takes an entry away. @returns whether it was there */
  remove(id: Identifier): boolean {
    const at = this.#find(id);
    if (at === 0) return false;
    const classes = classesOf(this.#entries.plateAt(at));
    this.#whole.remove(hashOf(classes), at);
    forEachShorter(classes, (hash) => this.#shortened.remove(hash, at));
    this.#byId.remove(idHash(wordsOf(id)), at);
    this.#entries.remove(at);
    return true;
  }

  has(id: Identifier): boolean {
    return this.#find(id) !== 0;
  }

  /**
   * Every entry that a reading may be, the cheapest first.
   * @param where the site of the camera, and the day (UTC, Unix time in milliseconds) that ends are held against
   */
  match(read: ReadPlate, where: { readonly siteId: Identifier; readonly now: number }): EngineMatch[] {
    const comparison = new PlateComparison(read);
    const classes = classesOf(comparison.characters);
    const day = dayOf(where.now);
    const found: EngineMatch[] = [];
    const look = (index: HashIndex, hash: number) => {
      for (let node = index.first(hash); node !== 0; node = index.after(node)) {
        this.#consider(index.valueAt(node), comparison, where.siteId, day, found);
      }
    };
    look(this.#whole, hashOf(classes));
    this.#lookAtDoubts(comparison, classes, look);
    if (this.#largestTolerance >= GAP_COST) {
      look(this.#shortened, hashOf(classes));
      if (classes.length > 1) forEachShorter(classes, (hash) => look(this.#whole, hash));
    }
    return found.length > 1
      ? found.sort((a, b) => a.cost - b.cost || (a.entryId < b.entryId ? -1 : 1))
      : found;
  }

  /** What the recogniser doubted and no table knows: one place at a time takes the alternative's class. */
  #lookAtDoubts(
    { doubts }: PlateComparison,
    classes: Uint8Array,
    look: (index: HashIndex, hash: number) => void,
  ): void {
    if (this.#largestTolerance === 0) return;
    for (let at = 0; at < doubts.length; at++) {
      const own = classes[at]!;
      for (const { character } of doubts[at]!) {
        const other = confusionClass(character);
        if (other === own) continue;
        classes[at] = other;
        look(this.#whole, hashOf(classes));
      }
      classes[at] = own;
    }
  }

  #consider(
    at: number,
    comparison: PlateComparison,
    siteId: Identifier,
    day: number,
    found: EngineMatch[],
  ): void {
    const number = this.#entries.listOf(at);
    const list = this.#lists[number]!;
    if (!list.active || day >= this.#ends[number]! || !this.#entries.holdsOn(at, day)) return;
    if (list.siteId !== null && list.siteId !== siteId) return;
    const match = comparison.match(this.#entries.plateAt(at), list.tolerance);
    if (match === null) return;
    const entryId = this.#entries.idAt(at);
    // Two questions may lead to the same entry when hashes are equal by chance.
    if (found.some((other) => other.entryId === entryId)) return;
    found.push({ entryId, hotlistId: list.id, ...match });
  }

  #find(id: Identifier): number {
    const words = wordsOf(id);
    const hash = idHash(words);
    for (let node = this.#byId.first(hash); node !== 0; node = this.#byId.after(node)) {
      const at = this.#byId.valueAt(node);
      if (this.#entries.hasId(at, words)) return at;
    }
    return 0;
  }
}

function classesOf(numbers: Uint8Array): Uint8Array {
  const classes = new Uint8Array(numbers.length);
  for (let n = 0; n < numbers.length; n++) classes[n] = confusionClass(numbers[n]!);
  return classes;
}

/** The hash of characters, one of them left out. */
function hashOf(characters: Uint8Array, without = -1): number {
  let hash = 0x811c_9dc5;
  for (let n = 0; n < characters.length; n++) {
    if (n !== without) hash = Math.imul(hash ^ characters[n]!, 0x0100_0193);
  }
  return mixed(hash);
}

/** FNV-1a leaves its low bits poor; this is the finaliser of MurmurHash3. */
function mixed(value: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85eb_ca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2_ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** The hash of every different text that is left when one character goes. */
function forEachShorter(characters: Uint8Array, use: (hash: number) => void): void {
  for (let n = 0; n < characters.length; n++) {
    if (n > 0 && characters[n] === characters[n - 1]) continue;
    use(hashOf(characters, n));
  }
}

function idHash(words: readonly number[]): number {
  return mixed(words[1]! ^ words[2]! ^ words[3]!);
}
