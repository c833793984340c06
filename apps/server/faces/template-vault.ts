import type { Digest } from '@amaan/contracts/digest';
import type { Identifier } from '@amaan/contracts/identifier';
import { listLiveFaceAuthorisations } from '@amaan/store/faces/face-authorisations';
import { readListRevision } from '@amaan/store/faces/watchlist-templates';
import type { Database } from '@amaan/store/open-database';
import type { SecretBox } from '@amaan/store/secret-box';
import type { TemplateSearch } from '@amaan/vision/templates/template-search';
import type { Logger } from 'pino';
import { HttpError } from '../http/http-errors.ts';
import { ListedTemplates } from './templates/listed-templates.ts';

export interface TemplateVaultOptions {
  readonly db: Database;
  readonly secrets: SecretBox;
  /** Of the embedding model in use: templates of another one are not loaded. */
  readonly modelDigest: () => Promise<Digest>;
  readonly now: () => number;
  readonly logger: Logger;
}

/** A list whose templates may be out of their seal, for as long as a search on it is authorised. */
export interface OpenList {
  readonly watchlistId: Identifier;
  readonly modelDigest: Digest;
  /**
   * Whether it may be searched still. Ask before each search and after it: what was found while it was being overwritten
   * counts for nothing.
   */
  readonly isOpen: boolean;
  /** Aborted when the last authorisation ends or the list does, but for an end by time alone, which `isOpen` tells. */
  readonly closed: AbortSignal;
}

/** Says which lists may be out of their seal to be searched: those under a live authorisation, and no other. */
export class TemplateVault implements Disposable {
  readonly #options: TemplateVaultOptions;
  readonly #lists = new Map<Identifier, AuthorisedList>();

  constructor(options: TemplateVaultOptions) {
    this.#options = options;
  }

  /**
   * A list that a search may use, the same one as long as it stays open.
   * @throws HttpError 403 `FACE_SEARCH_NOT_AUTHORISED` when no authorisation is live for the list
   */
  async open(watchlistId: Identifier): Promise<OpenList> {
    const modelDigest = await this.#options.modelDigest();
    const until = await this.#openUntil(watchlistId);
    if (until === null) {
      this.#drop(watchlistId);
      throw notAuthorised();
    }
    const known = this.#lists.get(watchlistId);
    if (known?.isOpen && known.modelDigest === modelDigest) {
      known.until = until;
      return known;
    }
    this.#drop(watchlistId);
    const opened = new AuthorisedList(watchlistId, modelDigest, until, this.#options.now);
    this.#lists.set(watchlistId, opened);
    return opened;
  }

  /** A place for the templates of an open list in the memory of a search. `sync` fills it. */
  hold(search: TemplateSearch, list: OpenList): ListedTemplates {
    const { watchlistId, modelDigest } = list;
    return new ListedTemplates({
      ...{ ...this.#options, search, watchlistId, modelDigest, which: 'searchable' },
      isWanted: () => list.isOpen,
    });
  }

  /** Closes every list that no live authorisation names, or that is destroyed. */
  async follow(): Promise<void> {
    for (const [watchlistId, list] of [...this.#lists]) {
      const until = await this.#openUntil(watchlistId);
      if (this.#lists.get(watchlistId) !== list) continue;
      if (until === null) this.#drop(watchlistId);
      else list.until = until;
    }
  }

  [Symbol.dispose](): void {
    for (const watchlistId of [...this.#lists.keys()]) this.#drop(watchlistId);
  }

  #drop(watchlistId: Identifier): void {
    this.#lists.get(watchlistId)?.close();
    this.#lists.delete(watchlistId);
  }

  /** When the last live authorisation of a list that there is ends, Unix time in milliseconds; null: there is none. */
  async #openUntil(watchlistId: Identifier): Promise<number | null> {
    const { db, now } = this.#options;
    const ends = (await listLiveFaceAuthorisations(db, now()))
      .filter((live) => live.watchlistId === watchlistId)
      .map(({ until }) => Date.parse(until));
    if (ends.length === 0 || (await readListRevision(db, watchlistId)) === null) return null;
    return Math.max(...ends);
  }
}

/** The refusal of a search that no authorisation opens. */
export function notAuthorised(): HttpError {
  return new HttpError(
    403,
    'FACE_SEARCH_NOT_AUTHORISED',
    'No authorisation that is in force now opens a search on this watchlist; nothing was searched.',
  );
}

class AuthorisedList implements OpenList {
  readonly watchlistId: Identifier;
  readonly modelDigest: Digest;
  until: number;
  readonly #now: () => number;
  readonly #closing = new AbortController();

  constructor(watchlistId: Identifier, modelDigest: Digest, until: number, now: () => number) {
    this.watchlistId = watchlistId;
    this.modelDigest = modelDigest;
    this.until = until;
    this.#now = now;
  }

  get closed(): AbortSignal {
    return this.#closing.signal;
  }

  get isOpen(): boolean {
    return !this.closed.aborted && this.#now() < this.until;
  }

  close(): void {
    this.#closing.abort();
  }
}
