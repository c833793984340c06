import { setImmediate as turn } from 'node:timers/promises';
import type { Digest } from '@amaan/contracts/digest';
import { type Identifier, newIdentifier } from '@amaan/contracts/identifier';
import { openWatchlistBox } from '@amaan/store/faces/watchlist-keys';
import {
  countTemplates,
  openTemplates,
  readListRevision,
  type TemplateSelection,
  whichTemplates,
} from '@amaan/store/faces/watchlist-templates';
import type { Database } from '@amaan/store/open-database';
import type { SecretBox } from '@amaan/store/secret-box';
import { TemplateError } from '@amaan/vision/templates/template-error';
import type { TemplateSearch } from '@amaan/vision/templates/template-search';
import type { Logger } from 'pino';

export interface ListedTemplatesOptions extends TemplateSelection {
  readonly db: Database;
  /** The server's own: it opens the keys of lists. */
  readonly secrets: SecretBox;
  /** Holds them; the list is destroyed there by whoever made this. */
  readonly search: TemplateSearch;
  /** Asked before each template whether the list may still be in memory. */
  readonly isWanted: () => boolean;
  readonly logger: Logger;
}

/** Templates that are taken over before others are served: encoding one takes half a millisecond. */
const CHUNK = 50;
/** Entries that are looked up at once. */
const LOOKED_UP = 5_000;

type Revision = NonNullable<Awaited<ReturnType<typeof readListRevision>>>;

/**
 * The templates of one list in memory, out of their seal in the form alone in which they are searched: each is opened,
 * taken over and overwritten before the next. What changes afterwards is brought over by itself, not by reading all anew.
 */
export class ListedTemplates {
  /** Its name in the search, and nowhere else. */
  readonly name: Identifier = newIdentifier();
  readonly modelDigest: Digest;
  readonly #options: ListedTemplatesOptions;
  /** Pictures whose templates cannot be compared with anything. */
  readonly #refused = new Set<Identifier>();
  #known: Revision | null = null;
  /** One after the other: two at once would take the same templates over. */
  #last: Promise<void> = Promise.resolve();

  constructor(options: ListedTemplatesOptions) {
    this.#options = options;
    this.modelDigest = options.modelDigest;
    options.search.createList(this.name);
  }

  /** Of the list, as far as memory has it; −1 before that. */
  get revision(): number {
    return this.#known?.revision ?? -1;
  }

  get size(): number {
    return this.#options.search.sizeOf(this.name);
  }

  /**
   * Brings memory up to what the database has.
   * @throws TemplateError `TEMPLATE_LIST_DESTROYED` when the list is gone, or is not wanted any more
   */
  sync(): Promise<void> {
    const synced = this.#last.then(() => this.#sync());
    this.#last = synced.catch(() => undefined);
    return synced;
  }

  /**
   * Takes one over that was just committed, where nothing else happened since memory was brought up; else `sync` will.
   * @param template the caller's to overwrite once this is fulfilled
   */
  add(pictureId: Identifier, entryId: Identifier, template: Float32Array, revision: number): Promise<void> {
    const added = this.#last.then(() => {
      const { search } = this.#options;
      if (this.#known?.revision !== revision - 1 || !search.has(this.name)) return;
      this.#take(pictureId, entryId, template);
      this.#known = { ...this.#known, revision };
    });
    this.#last = added.catch(() => undefined);
    return added;
  }

  async #sync(): Promise<void> {
    const { db, secrets, watchlistId, which, logger } = this.#options;
    const now = await readListRevision(db, watchlistId);
    const known = this.#known;
    if (now !== null && now.revision === known?.revision && now.reviewed === known.reviewed) return;
    const box = now === null ? null : await openWatchlistBox(db, secrets, watchlistId);
    if (now === null || box === null) throw this.#gone();
    // What may be searched grows by a review alone, and then by what changed since the one before.
    const changedAfter = which === 'all' ? known?.revision : known?.reviewed;
    const choice = changedAfter === undefined ? {} : { changedAfter };
    const refused = this.#refused.size;
    let taken = 0;
    for await (const { pictureId, entryId, values } of openTemplates(db, box, this.#options, choice)) {
      try {
        this.#take(pictureId, entryId, values);
      } finally {
        values.fill(0);
      }
      taken += 1;
      if (taken % CHUNK === 0) await turn();
    }
    if (this.#refused.size > refused)
      logger.error(
        { watchlistId, refused: this.#refused.size },
        'enrolled pictures cannot be searched: their templates are none',
      );
    await this.#prune();
    this.#known = now;
  }

  /** Takes off what is not there any more. */
  async #prune(): Promise<void> {
    const { db, search } = this.#options;
    this.#assertWanted();
    if ((await countTemplates(db, this.#options)) === this.size + this.#refused.size) return;
    this.#assertWanted();
    const held = [...this.#refused, ...search.entriesOf(this.name)];
    for (let at = 0; at < held.length; at += LOOKED_UP) {
      const asked = held.slice(at, at + LOOKED_UP);
      const there = await whichTemplates(db, this.#options, asked);
      this.#assertWanted();
      for (const id of asked) {
        if (there.has(id)) continue;
        this.#refused.delete(id);
        search.remove(this.name, id);
      }
    }
  }

  #take(pictureId: Identifier, entryId: Identifier, template: Float32Array): void {
    this.#assertWanted();
    const { search } = this.#options;
    if (search.hasEntry(this.name, pictureId)) return;
    try {
      search.enrol(this.name, pictureId, entryId, template);
    } catch (error) {
      // One that cannot be compared with anything must not shut the whole list.
      if (!(error instanceof TemplateError)) throw error;
      this.#refused.add(pictureId);
    }
  }

  #assertWanted(): void {
    const { search, isWanted } = this.#options;
    if (!isWanted() || !search.has(this.name)) throw this.#gone();
  }

  #gone(): TemplateError {
    return new TemplateError('TEMPLATE_LIST_DESTROYED', 'The list left memory while it was loaded.');
  }
}
