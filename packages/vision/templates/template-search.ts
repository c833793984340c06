import { randomInt } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { BestRows, type FoundRow, type Wanted } from './best-rows.ts';
import { BLOCK_ROWS, MOST_THREADS } from './block-layout.ts';
import { Rotation } from './rotation.ts';
import type { Scanned, ScanOrder } from './scan-list.ts';
import { SearchThread } from './search-thread.ts';
import { type EncodedQuery, forgetQuery, TemplateEncoder } from './template-encoder.ts';
import { TemplateError } from './template-error.ts';
import { type ListedRow, TemplateList } from './template-list.ts';

/** Lists of up to so many templates are compared one by one; longer ones are looked at first, then compared. */
export const EXACT_UP_TO = 1_000_000;

/** A thread keeps so many people more than asked for: rows may be removed before its answer is used. */
const SPARE_PERSONS = 4;

export interface TemplateSearchOptions {
  /** How many threads search; each takes a core while it does. */
  readonly threads?: number;
  /** Of the rotation; drawn when left out. */
  readonly seed?: number;
}

export interface TemplateQuery extends Wanted {
  /** Left out, the length of the list decides. */
  readonly method?: 'exact' | 'approximate';
}

export interface TemplateAnswer {
  /** For each of the most similar people the most similar entry, best first. */
  readonly persons: readonly ListedRow[];
  /** Entries over the threshold, best first, no more than asked for. */
  readonly hits: readonly ListedRow[];
  /** How many there were over the threshold. */
  readonly hitCount: number;
  /** Templates on the list when the search began. */
  readonly searched: number;
  /** Whether every template was compared; if not, one in 1,600 of those at the threshold itself may be missed. */
  readonly isExact: boolean;
}

/**
 * Lists of 512-dimensional templates in memory, each by itself, searched by threads. Nothing of it is on a disk.
 *
 * @example
 * await using search = new TemplateSearch();
 * search.createList('wanted');
 * search.enrol('wanted', entryId, personId, template);
 * const { persons } = await search.search('wanted', other, { threshold: 0.5, hits: 10, persons: 2 });
 */
export class TemplateSearch implements AsyncDisposable {
  readonly #encoder: TemplateEncoder;
  readonly #lists = new Map<string, TemplateList>();
  readonly #threads: SearchThread[];
  #isClosed = false;

  constructor({ threads = availableParallelism(), seed = randomInt(2 ** 32) }: TemplateSearchOptions = {}) {
    this.#encoder = new TemplateEncoder(new Rotation(seed));
    const count = Math.max(1, Math.min(MOST_THREADS, threads));
    this.#threads = Array.from({ length: count }, (_, number) => new SearchThread(number));
  }

  /** @throws TemplateError `TEMPLATE_LIST_KNOWN` */
  createList(id: string): void {
    this.#assertOpen();
    if (this.#lists.has(id))
      throw new TemplateError('TEMPLATE_LIST_KNOWN', `The list ${id} is loaded already.`);
    const list = new TemplateList(this.#encoder, (memory) => {
      for (const thread of this.#threads) if (!thread.isLost) thread.attach(id, memory);
    });
    this.#lists.set(id, list);
  }

  /** Templates on a list. @throws TemplateError `TEMPLATE_LIST_UNKNOWN` */
  sizeOf(list: string): number {
    return this.#list(list).size;
  }

  /** Whether a list is in memory. */
  has(list: string): boolean {
    return this.#lists.has(list);
  }

  /** Whether an entry is on a list. @throws TemplateError `TEMPLATE_LIST_UNKNOWN` */
  hasEntry(list: string, entry: string): boolean {
    return this.#list(list).has(entry);
  }

  /** The entries on a list. @throws TemplateError `TEMPLATE_LIST_UNKNOWN` */
  entriesOf(list: string): Iterable<string> {
    return this.#list(list).entries();
  }

  /**
   * Searches that begin afterwards find it.
   * @param entry UUID of the entry, `person` of whom it shows; a person may have several entries.
   * @throws TemplateError `TEMPLATE_LIST_UNKNOWN`, `TEMPLATE_ENTRY_KNOWN`, or `TEMPLATE_DIMENSION_WRONG`,
   *   `TEMPLATE_NOT_FINITE`, `TEMPLATE_WITHOUT_DIRECTION`; nothing was changed then.
   */
  enrol(list: string, entry: string, person: string, template: Float32Array): void {
    this.#list(list).enrol(entry, person, template);
  }

  /**
   * Overwrites an entry's template. No answer that comes afterwards has it, not even that of a search which runs.
   * @returns whether it was there.
   * @throws TemplateError `TEMPLATE_LIST_UNKNOWN`
   */
  remove(list: string, entry: string): boolean {
    return this.#list(list).remove(entry);
  }

  /**
   * Takes a list out of memory: from the call on it is unknown, searches of it that run fail, and once the promise
   * is fulfilled its memory holds zeros only and belongs to nobody.
   * @throws TemplateError `TEMPLATE_LIST_UNKNOWN`
   */
  async destroyList(id: string): Promise<void> {
    const list = this.#list(id);
    list.markDestroyed();
    this.#lists.delete(id);
    await Promise.all(this.#threads.map((thread) => thread.detach(id)));
    await list.erase();
  }

  /**
   * @throws TemplateError `TEMPLATE_LIST_UNKNOWN`, `TEMPLATE_LIST_DESTROYED` when that happened meanwhile,
   *   `TEMPLATE_SEARCH_THREAD_LOST`, or for a template that is none as `enrol`.
   */
  async search(id: string, template: Float32Array, wanted: TemplateQuery): Promise<TemplateAnswer> {
    const list = this.#list(id);
    const isExact = (wanted.method ?? (list.size <= EXACT_UP_TO ? 'exact' : 'approximate')) === 'exact';
    const searched = list.size;
    const query = this.#encoder.encodeQuery(template, wanted.threshold);
    this.#encoder.forget();
    try {
      const scanned = await this.#scan(id, list.rows, query, wanted, isExact);
      if (this.#isClosed) throw closed();
      if (this.#lists.get(id) !== list || scanned === null) throw destroyed(id);
      return { ...answerOf(list, query, wanted, scanned), searched, isExact };
    } finally {
      forgetQuery(query);
    }
  }

  /** Ends the threads after what they do, and overwrites every list. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#isClosed = true;
    const lists = [...this.#lists.values()];
    this.#lists.clear();
    for (const list of lists) list.markDestroyed();
    await Promise.all(this.#threads.map((thread) => thread[Symbol.asyncDispose]()));
    for (const list of lists) await list.erase();
  }

  async #scan(
    id: string,
    rows: number,
    query: EncodedQuery,
    wanted: Wanted,
    isExact: boolean,
  ): Promise<readonly Scanned[] | null> {
    // Its threads do not know a list before it has rows.
    if (rows === 0) return [];
    const order: ScanOrder = {
      rows,
      query: query.bytes,
      queryScale: query.scale,
      cutoffs: isExact ? null : query.cutoffs,
      wanted: { ...wanted, persons: wanted.persons + SPARE_PERSONS },
      nextBlock: new Int32Array(new SharedArrayBuffer(4)),
    };
    this.#replaceLostThreads();
    const blocks = Math.ceil(rows / BLOCK_ROWS);
    const threads = this.#threads.slice(0, blocks);
    // All are waited for, so that none reads a query that was overwritten.
    const settled = await Promise.allSettled(threads.map((thread) => thread.scan(id, order)));
    const scanned: Scanned[] = [];
    for (const result of settled) {
      if (result.status === 'rejected') throw result.reason;
      if (result.value === null) return null;
      scanned.push(result.value);
    }
    return scanned;
  }

  #replaceLostThreads(): void {
    for (const [number, thread] of this.#threads.entries()) {
      if (!thread.isLost) continue;
      const fresh = new SearchThread(number);
      this.#threads[number] = fresh;
      for (const [id, list] of this.#lists) {
        list.eraseScratch(number);
        for (const memory of list.memories) fresh.attach(id, memory);
      }
    }
  }

  #list(id: string): TemplateList {
    this.#assertOpen();
    const list = this.#lists.get(id);
    if (list === undefined)
      throw new TemplateError('TEMPLATE_LIST_UNKNOWN', `The list ${id} is not in memory.`);
    return list;
  }

  #assertOpen(): void {
    if (this.#isClosed) throw closed();
  }
}

/** What the threads found, as it is now: removed rows are gone, and a row that was written again is compared again. */
function answerOf(
  list: TemplateList,
  query: EncodedQuery,
  wanted: Wanted,
  scanned: readonly Scanned[],
): Pick<TemplateAnswer, 'persons' | 'hits' | 'hitCount'> {
  const found = new Set(scanned.flatMap(({ hits, persons }) => [...hits, ...persons].map(({ row }) => row)));
  const now = new Map<number, ListedRow>();
  const best = new BestRows(wanted);
  for (const row of found) {
    const listed = list.rowNow(row, query);
    if (listed === null) continue;
    now.set(row, listed);
    best.offer({ row, similarity: listed.similarity, person: list.personOf(row) });
  }
  const listed = (rows: readonly FoundRow[]) => rows.map(({ row }) => now.get(row)!);
  const counted = scanned.reduce((sum, { hitCount }) => sum + hitCount, 0);
  const isCut = scanned.some(({ hits, hitCount }) => hits.length < hitCount);
  return {
    persons: listed(best.persons()),
    hits: listed(best.hits()),
    hitCount: isCut ? counted : best.hitCount,
  };
}

function closed(): TemplateError {
  return new TemplateError('TEMPLATE_SEARCH_CLOSED', 'The template search was shut down.');
}

function destroyed(id: string): TemplateError {
  return new TemplateError('TEMPLATE_LIST_DESTROYED', `The list ${id} was destroyed while it was searched.`);
}
