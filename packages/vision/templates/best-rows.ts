import type { Uuid } from './segment.ts';

/** A row of a list, numbered over all of its segments. */
export interface FoundRow {
  readonly row: number;
  /** Cosine, −1 to 1. */
  readonly similarity: number;
  readonly person: Uuid;
}

/** How much of what was found is kept. */
export interface Wanted {
  /** Rows of at least this similarity are hits. */
  readonly threshold: number;
  /** The best hits that are kept, all others being counted. */
  readonly hits: number;
  /** So many people, each with the best of their rows, whatever its similarity. */
  readonly persons: number;
}

/**
 * The best rows of those offered, in whatever order. Equal similarities are ordered by row, so that the same list
 * and query give the same answer on any number of threads.
 */
export class BestRows {
  readonly #wanted: Wanted;
  #persons: FoundRow[] = [];
  #hits: FoundRow[] = [];
  #hitCount = 0;

  constructor(wanted: Wanted) {
    this.#wanted = wanted;
  }

  /** What lies below changes nothing any more. */
  get bound(): number {
    if (this.#persons.length < this.#wanted.persons) return Number.NEGATIVE_INFINITY;
    return Math.min(this.#wanted.threshold, this.#persons.at(-1)!.similarity);
  }

  offer(found: FoundRow): void {
    if (found.similarity >= this.#wanted.threshold) this.#addHit(found);
    this.#addPerson(found);
  }

  /** How many hits there were, kept or not. */
  get hitCount(): number {
    return this.#hitCount;
  }

  hits(): readonly FoundRow[] {
    this.#cutHits();
    return this.#hits;
  }

  /** The best row of each of the best persons, best first. */
  persons(): readonly FoundRow[] {
    return this.#persons;
  }

  #addHit(found: FoundRow): void {
    this.#hitCount += 1;
    this.#hits.push(found);
    // Sorted now and then only: each hit is then moved a few times, however many there are.
    if (this.#hits.length >= 2 * this.#wanted.hits + 64) this.#cutHits();
  }

  #cutHits(): void {
    this.#hits = this.#hits.sort(bestFirst).slice(0, this.#wanted.hits);
  }

  #addPerson(found: FoundRow): void {
    const last = this.#persons.at(-1);
    if (this.#persons.length >= this.#wanted.persons && last !== undefined && bestFirst(last, found) < 0)
      return;
    const same = this.#persons.findIndex(({ person }) => isSame(person, found.person));
    if (same >= 0) {
      if (bestFirst(this.#persons[same]!, found) < 0) return;
      this.#persons.splice(same, 1);
    }
    const at = this.#persons.findIndex((other) => bestFirst(found, other) < 0);
    this.#persons.splice(at < 0 ? this.#persons.length : at, 0, found);
    if (this.#persons.length > this.#wanted.persons) this.#persons.pop();
  }
}

function bestFirst(a: FoundRow, b: FoundRow): number {
  return b.similarity - a.similarity || a.row - b.row;
}

function isSame(a: Uuid, b: Uuid): boolean {
  return a.every((word, index) => word === b[index]);
}
