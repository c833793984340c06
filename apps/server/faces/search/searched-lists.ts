import type { Identifier } from '@amaan/contracts/identifier';
import { TemplateError } from '@amaan/vision/templates/template-error';
import { TemplateSearch } from '@amaan/vision/templates/template-search';
import type { Logger } from 'pino';
import type { OpenList, TemplateVault } from '../template-vault.ts';
import type { ListedTemplates } from '../templates/listed-templates.ts';
import { FaceSearchRefused } from './face-search-refused.ts';

/** A list that can be searched at this moment. */
export interface SearchedList {
  readonly search: TemplateSearch;
  /** Its name in `search`: another one each time that it is loaded. */
  readonly name: Identifier;
  /** Whether it may be searched still. */
  readonly isOpen: boolean;
}

export interface SearchedListsOptions {
  readonly vault: Pick<TemplateVault, 'open' | 'hold'>;
  readonly logger: Logger;
  /** How the memory for lists is made; left out: with as many threads as there are cores. */
  readonly openSearch?: () => TemplateSearch;
}

interface HeldList {
  readonly open: OpenList;
  readonly listed: ListedTemplates;
}

/**
 * The watchlists that are in memory to be searched: from the first search under a live authorisation until the last one
 * ends, or the list does. What is let go of is overwritten.
 */
export class SearchedLists implements AsyncDisposable {
  readonly #options: SearchedListsOptions;
  readonly #held = new Map<Identifier, HeldList>();
  readonly #leaving = new Set<Promise<void>>();
  #search: TemplateSearch | null = null;

  constructor(options: SearchedListsOptions) {
    this.#options = options;
  }

  /** Lists in memory, those that are being overwritten included. */
  get size(): number {
    return this.#held.size + this.#leaving.size;
  }

  /**
   * A list as it stands now.
   * @throws HttpError or FaceSearchRefused `FACE_SEARCH_NOT_AUTHORISED` when no authorisation is live for it
   */
  async open(watchlistId: Identifier): Promise<SearchedList> {
    const open = await this.#options.vault.open(watchlistId);
    const held = this.#hold(open);
    try {
      await held.listed.sync();
    } catch (error) {
      if (this.#held.get(watchlistId) === held) this.#letGo(held);
      if (!(error instanceof TemplateError)) throw error;
    }
    if (this.#held.get(watchlistId) !== held || !open.isOpen)
      throw new FaceSearchRefused('FACE_SEARCH_NOT_AUTHORISED');
    return {
      search: this.#search!,
      name: held.listed.name,
      get isOpen() {
        return open.isOpen;
      },
    };
  }

  /** Overwrites every list that may not be searched any more. Searches of it that run are refused. */
  async follow(): Promise<void> {
    for (const held of [...this.#held.values()]) if (!held.open.isOpen) this.#letGo(held);
    await Promise.all(this.#leaving);
  }

  /** Overwrites what may not be searched any more in lists that may: pictures that were taken off or held back. */
  async refresh(): Promise<void> {
    for (const { listed, open } of [...this.#held.values()])
      await listed.sync().catch((error: unknown) => {
        if (!(error instanceof TemplateError) || open.isOpen) throw error;
      });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const held of [...this.#held.values()]) this.#letGo(held);
    await Promise.all(this.#leaving);
    await this.#search?.[Symbol.asyncDispose]();
  }

  #hold(open: OpenList): HeldList {
    const { watchlistId } = open;
    const known = this.#held.get(watchlistId);
    if (known?.open === open) return known;
    if (known) this.#letGo(known);
    const { vault, openSearch = () => new TemplateSearch() } = this.#options;
    this.#search ??= openSearch();
    const held = { open, listed: vault.hold(this.#search, open) };
    this.#held.set(watchlistId, held);
    open.closed.addEventListener('abort', () => this.#letGo(held), { once: true });
    return held;
  }

  #letGo(held: HeldList): void {
    const { watchlistId } = held.open;
    if (this.#held.get(watchlistId) !== held) return;
    this.#held.delete(watchlistId);
    // From this call on a search that runs comes to no answer; one that still loads stops at its next template.
    const leaving = this.#search!.destroyList(held.listed.name)
      .catch((error: unknown) => {
        this.#options.logger.error({ err: error }, 'a watchlist was not overwritten in memory');
      })
      .finally(() => this.#leaving.delete(leaving));
    this.#leaving.add(leaving);
  }
}
