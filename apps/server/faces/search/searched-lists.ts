import { setImmediate as turn } from 'node:timers/promises';
import { type Identifier, newIdentifier } from '@amaan/contracts/identifier';
import { TemplateError } from '@amaan/vision/templates/template-error';
import { TemplateSearch } from '@amaan/vision/templates/template-search';
import type { Logger } from 'pino';
import type { LoadedTemplates, TemplateVault } from '../template-vault.ts';
import { FaceSearchRefused } from './face-search-refused.ts';

/** Templates that are taken over before others are served. */
const CHUNK = 500;

/** A list that can be searched at this moment. */
export interface SearchedList {
  readonly search: TemplateSearch;
  /** Its name in `search`: another one each time that it is loaded. */
  readonly name: Identifier;
  /** Whether it may be searched still. */
  readonly isOpen: boolean;
}

export interface SearchedListsOptions {
  readonly vault: Pick<TemplateVault, 'loadTemplates'>;
  readonly logger: Logger;
  /** How the memory for lists is made; left out: with as many threads as there are cores. */
  readonly openSearch?: () => TemplateSearch;
}

interface HeldList {
  readonly templates: LoadedTemplates;
  readonly name: Identifier;
  readonly loaded: Promise<void>;
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
    const templates = await this.#options.vault.loadTemplates(watchlistId);
    let held = this.#held.get(watchlistId);
    if (held?.templates !== templates) {
      if (held) this.#letGo(watchlistId, held);
      this.#search ??= this.#options.openSearch?.() ?? new TemplateSearch();
      const name = newIdentifier();
      held = { templates, name, loaded: this.#load(this.#search, name, templates) };
      this.#held.set(watchlistId, held);
    }
    const search = this.#search!;
    try {
      await held.loaded;
    } catch (error) {
      if (this.#held.get(watchlistId) === held) this.#letGo(watchlistId, held);
      throw error;
    }
    if (this.#held.get(watchlistId) !== held || !templates.isOpen)
      throw new FaceSearchRefused('FACE_SEARCH_NOT_AUTHORISED');
    return {
      search,
      name: held.name,
      get isOpen() {
        return templates.isOpen;
      },
    };
  }

  /** Overwrites every list that may not be searched any more. Searches of it that run are refused. */
  async follow(): Promise<void> {
    for (const [watchlistId, held] of [...this.#held])
      if (!held.templates.isOpen) this.#letGo(watchlistId, held);
    await Promise.all(this.#leaving);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const [watchlistId, held] of [...this.#held]) this.#letGo(watchlistId, held);
    await Promise.all(this.#leaving);
    await this.#search?.[Symbol.asyncDispose]();
  }

  #letGo(watchlistId: Identifier, { name, loaded }: HeldList): void {
    this.#held.delete(watchlistId);
    const search = this.#search!;
    // From this call on a search that runs comes to no answer; one that still loads stops at its next chunk.
    const destroyed = search.has(name) ? search.destroyList(name) : Promise.resolve();
    const leaving = Promise.all([destroyed, loaded.catch(() => undefined)])
      .then(() => undefined)
      .catch((error: unknown) => {
        this.#options.logger.error({ err: error }, 'a watchlist was not overwritten in memory');
      })
      .finally(() => this.#leaving.delete(leaving));
    this.#leaving.add(leaving);
  }

  async #load(search: TemplateSearch, name: Identifier, templates: LoadedTemplates): Promise<void> {
    const { count, dimension, values, pictureIds, entryIds } = templates;
    search.createList(name);
    let refused = 0;
    for (let index = 0; index < count; index++) {
      if (index % CHUNK === CHUNK - 1) await turn();
      if (!templates.isOpen || !search.has(name)) throw new FaceSearchRefused('FACE_SEARCH_NOT_AUTHORISED');
      const template = values.subarray(index * dimension, (index + 1) * dimension);
      try {
        search.enrol(name, pictureIds[index]!, entryIds[index]!, template);
      } catch (error) {
        // One that cannot be compared with anything must not shut the whole list.
        if (!(error instanceof TemplateError) || error.code === 'TEMPLATE_LIST_UNKNOWN') throw error;
        refused += 1;
      }
    }
    if (refused > 0)
      this.#options.logger.error(
        { watchlistId: templates.watchlistId, refused },
        'enrolled pictures cannot be searched: their templates are none',
      );
  }
}
