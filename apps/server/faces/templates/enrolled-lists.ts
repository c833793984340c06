import type { Digest } from '@amaan/contracts/digest';
import type { Identifier } from '@amaan/contracts/identifier';
import type { FaceTemplate } from '@amaan/face-recognition/embedding/embed-face';
import type { Database } from '@amaan/store/open-database';
import type { SecretBox } from '@amaan/store/secret-box';
import { TemplateError } from '@amaan/vision/templates/template-error';
import { TemplateSearch } from '@amaan/vision/templates/template-search';
import type { Logger } from 'pino';
import { NotFoundError } from '../../http/http-errors.ts';
import { duplicateThreshold, MOST_NAMED } from '../compare-enrolment.ts';
import { ListedTemplates } from './listed-templates.ts';

export interface EnrolledListsOptions {
  readonly db: Database;
  /** The server's own: it opens the keys of lists. */
  readonly secrets: SecretBox;
  readonly logger: Logger;
  /** How long a list stays in memory after the last picture. */
  readonly idleMs?: number;
  readonly openSearch?: () => TemplateSearch;
}

/** Whom a new picture may show, as memory has it. */
export interface AlikePictures {
  /** Of the list when it was compared; what came later was not. */
  readonly revision: number;
  /** Templates that it was compared with. */
  readonly size: number;
  /** The most alike picture of each entry that is alike enough, and a few more. */
  readonly pictureIds: readonly Identifier[];
}

const IDLE_MS = 2 * 60_000;
/** Similarities in memory are rounded; whoever is this near is compared once more. */
const ROUNDING = 0.01;
/** Some of the most alike may be taken off before the answer is used, and one entry is the picture's own. */
const SPARE = 5;

const GONE: ReadonlySet<string> = new Set([
  'TEMPLATE_LIST_DESTROYED',
  'TEMPLATE_LIST_UNKNOWN',
  'TEMPLATE_SEARCH_CLOSED',
]);

interface HeldList {
  readonly search: TemplateSearch;
  readonly listed: ListedTemplates;
  users: number;
  idle: NodeJS.Timeout | undefined;
}

/**
 * The watchlists that are being filled, in memory so that each new picture is compared with everybody without opening the
 * whole list again: from the first picture until nobody has brought one for two minutes, or the list is destroyed.
 */
export class EnrolledLists implements AsyncDisposable {
  readonly #options: EnrolledListsOptions;
  readonly #held = new Map<Identifier, HeldList>();
  readonly #leaving = new Set<Promise<void>>();
  #search: TemplateSearch | null = null;

  constructor(options: EnrolledListsOptions) {
    this.#options = options;
  }

  /** Lists in memory, those that are being overwritten included. */
  get size(): number {
    return this.#held.size + this.#leaving.size;
  }

  /**
   * Compares a template with everybody on a list, held back and waiting ones included. No row is locked meanwhile.
   * @param template the caller's to overwrite
   * @throws NotFoundError `WATCHLIST_NOT_FOUND` when the list is destroyed
   */
  async mostAlike(
    watchlistId: Identifier,
    template: FaceTemplate,
    modelDigest: Digest,
  ): Promise<AlikePictures> {
    for (let isAgain = false; ; isAgain = true)
      try {
        return await this.#use(watchlistId, modelDigest, (held) => compareWith(held, template));
      } catch (error) {
        if (!isGone(error)) throw error;
        // It may have left memory alone; where it is destroyed it cannot be loaded again.
        if (isAgain) throw new NotFoundError('watchlist');
      }
  }

  /** Adds a picture that was just committed as this revision of its list. @param template the caller's to overwrite */
  async add(
    of: { readonly watchlistId: Identifier; readonly entryId: Identifier; readonly id: Identifier },
    template: FaceTemplate,
    revision: number,
  ): Promise<void> {
    await this.#held.get(of.watchlistId)?.listed.add(of.id, of.entryId, template, revision);
  }

  /** Overwrites what was taken off a list, or the whole list where it is destroyed. */
  async follow(watchlistId: Identifier): Promise<void> {
    const held = this.#held.get(watchlistId);
    if (held === undefined) return;
    try {
      await held.listed.sync();
    } catch (error) {
      // It is loaded anew with the next picture.
      this.#letGo(watchlistId, held);
      if (!(error instanceof TemplateError)) this.#logFailure(error);
    }
    await Promise.all(this.#leaving);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const [watchlistId, held] of [...this.#held]) this.#letGo(watchlistId, held);
    await Promise.all(this.#leaving);
  }

  async #use<Result>(
    watchlistId: Identifier,
    modelDigest: Digest,
    work: (held: HeldList) => Promise<Result>,
  ): Promise<Result> {
    const held = this.#hold(watchlistId, modelDigest);
    held.users += 1;
    clearTimeout(held.idle);
    try {
      return await work(held);
    } catch (error) {
      if (isGone(error)) this.#letGo(watchlistId, held);
      throw error;
    } finally {
      held.users -= 1;
      if (held.users === 0 && this.#held.get(watchlistId) === held) this.#waitForIdle(watchlistId, held);
    }
  }

  #hold(watchlistId: Identifier, modelDigest: Digest): HeldList {
    const known = this.#held.get(watchlistId);
    if (known !== undefined) {
      if (known.listed.modelDigest === modelDigest) return known;
      this.#letGo(watchlistId, known);
    }
    const { openSearch = () => new TemplateSearch({ threads: 1 }), ...options } = this.#options;
    const search = this.#search ?? openSearch();
    this.#search = search;
    const held: HeldList = {
      search,
      listed: new ListedTemplates({
        ...{ ...options, search, watchlistId, modelDigest, which: 'all' },
        isWanted: () => this.#held.get(watchlistId) === held,
      }),
      ...{ users: 0, idle: undefined },
    };
    this.#held.set(watchlistId, held);
    return held;
  }

  #waitForIdle(watchlistId: Identifier, held: HeldList): void {
    const { idleMs = IDLE_MS } = this.#options;
    held.idle = setTimeout(() => this.#letGo(watchlistId, held), idleMs).unref();
  }

  #letGo(watchlistId: Identifier, held: HeldList): void {
    if (this.#held.get(watchlistId) !== held) return;
    clearTimeout(held.idle);
    this.#held.delete(watchlistId);
    const { search } = held;
    // With the last list the thread goes, too; it overwrites what is left.
    if (this.#held.size === 0) this.#search = null;
    const gone = this.#held.size === 0 ? search[Symbol.asyncDispose]() : search.destroyList(held.listed.name);
    const leaving = gone
      .catch((error: unknown) => this.#logFailure(error))
      .finally(() => this.#leaving.delete(leaving));
    this.#leaving.add(leaving);
  }

  #logFailure(error: unknown): void {
    this.#options.logger.error({ err: error }, 'a watchlist that is being filled was not followed in memory');
  }
}

async function compareWith({ search, listed }: HeldList, template: FaceTemplate): Promise<AlikePictures> {
  await listed.sync();
  const { revision, size } = listed;
  const threshold = duplicateThreshold(Math.max(1, size)) - ROUNDING;
  const wanted = { threshold, hits: 1, persons: MOST_NAMED + SPARE };
  const { persons } = await search.search(listed.name, template, wanted);
  const near = persons.filter(({ similarity }) => similarity >= threshold);
  return { revision, size, pictureIds: near.map(({ entry }) => entry) };
}

function isGone(error: unknown): boolean {
  return error instanceof TemplateError && GONE.has(error.code);
}
