import type { Digest } from '@amaan/contracts/digest';
import type { Identifier } from '@amaan/contracts/identifier';
import { listLiveFaceAuthorisations } from '@amaan/store/faces/face-authorisations';
import { openWatchlistBox } from '@amaan/store/faces/watchlist-keys';
import { openTemplates } from '@amaan/store/faces/watchlist-templates';
import type { Database } from '@amaan/store/open-database';
import type { SecretBox } from '@amaan/store/secret-box';
import { HttpError } from '../http/http-errors.ts';

export interface TemplateVaultOptions {
  readonly db: Database;
  readonly secrets: SecretBox;
  /** Of the embedding model in use: templates of another one are not loaded. */
  readonly modelDigest: () => Promise<Digest>;
  readonly now: () => number;
}

/** The templates of a list in memory, for as long as a search on it is authorised. */
export interface LoadedTemplates {
  readonly watchlistId: Identifier;
  /** Another number once something else of the list may be searched. */
  readonly revision: number;
  readonly count: number;
  /** Values of one template. */
  readonly dimension: number;
  /** One after the other. Overwritten with zeros when the last authorisation ends: keep no copy. */
  readonly values: Float32Array;
  readonly pictureIds: readonly Identifier[];
  readonly entryIds: readonly Identifier[];
  /** 0–1, of each: less after "not this person". */
  readonly weights: Float32Array;
  /**
   * Whether they may be searched still. Ask before each search and after it: what was found while they were being
   * overwritten counts for nothing.
   */
  readonly isOpen: boolean;
}

/** Where templates are out of their seal: of lists under a live authorisation, and of no other. */
export class TemplateVault implements Disposable {
  readonly #options: TemplateVaultOptions;
  readonly #lists = new Map<Identifier, OpenList>();
  /** Whoever asks while a list is read gets what is being read: a second reading would overwrite the first. */
  readonly #loading = new Map<Identifier, Promise<OpenList>>();

  constructor(options: TemplateVaultOptions) {
    this.#options = options;
  }

  /**
   * The templates of a list that a search may use.
   * @throws HttpError 403 `FACE_SEARCH_NOT_AUTHORISED` when no authorisation is live for the list
   */
  loadTemplates(watchlistId: Identifier): Promise<LoadedTemplates> {
    const loading = this.#loading.get(watchlistId) ?? this.#load(watchlistId);
    this.#loading.set(watchlistId, loading);
    return loading;
  }

  async #load(watchlistId: Identifier): Promise<OpenList> {
    try {
      return await this.#current(watchlistId);
    } finally {
      this.#loading.delete(watchlistId);
    }
  }

  async #current(watchlistId: Identifier): Promise<OpenList> {
    const { db, secrets, now, modelDigest } = this.#options;
    const until = await this.#liveUntil(watchlistId);
    const box = until === null ? null : await openWatchlistBox(db, secrets, watchlistId);
    if (until === null || box === null) {
      this.#drop(watchlistId);
      throw notAuthorised();
    }
    const revision = await revisionOf(db, watchlistId);
    const known = this.#lists.get(watchlistId);
    if (known !== undefined && known.revision === revision && known.isOpen) {
      known.until = until;
      return known;
    }
    const opened = await readList(
      openTemplates(db, box, { watchlistId, modelDigest: await modelDigest(), which: 'searchable' }),
      new OpenList(watchlistId, revision, now),
    );
    // It may have ended while they were read.
    const still = await this.#liveUntil(watchlistId);
    this.#drop(watchlistId);
    if (still === null) {
      opened.close();
      throw notAuthorised();
    }
    opened.until = still;
    this.#lists.set(watchlistId, opened);
    return opened;
  }

  /** Lets go of every list that no live authorisation names, or that was changed or reviewed since it was loaded. */
  async follow(): Promise<void> {
    for (const [watchlistId, list] of [...this.#lists]) {
      const until = await this.#liveUntil(watchlistId);
      const isCurrent = until !== null && (await revisionOf(this.#options.db, watchlistId)) === list.revision;
      if (this.#lists.get(watchlistId) !== list) continue;
      if (isCurrent) list.until = until;
      else this.#drop(watchlistId);
    }
  }

  [Symbol.dispose](): void {
    for (const watchlistId of [...this.#lists.keys()]) this.#drop(watchlistId);
  }

  #drop(watchlistId: Identifier): void {
    this.#lists.get(watchlistId)?.close();
    this.#lists.delete(watchlistId);
  }

  /** When the last live authorisation of a list ends, Unix time in milliseconds; null: there is none. */
  async #liveUntil(watchlistId: Identifier): Promise<number | null> {
    const { db, now } = this.#options;
    const ends = (await listLiveFaceAuthorisations(db, now()))
      .filter((live) => live.watchlistId === watchlistId)
      .map(({ until }) => Date.parse(until));
    return ends.length === 0 ? null : Math.max(...ends);
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

class OpenList implements LoadedTemplates {
  readonly watchlistId: Identifier;
  readonly revision: number;
  readonly #now: () => number;
  #closed = false;
  until = 0;
  count = 0;
  dimension = 0;
  values = new Float32Array();
  weights = new Float32Array();
  pictureIds: Identifier[] = [];
  entryIds: Identifier[] = [];

  constructor(watchlistId: Identifier, revision: number, now: () => number) {
    this.watchlistId = watchlistId;
    this.revision = revision;
    this.#now = now;
  }

  get isOpen(): boolean {
    return !this.#closed && this.#now() < this.until;
  }

  close(): void {
    this.#closed = true;
    this.values.fill(0);
    this.count = 0;
  }
}

/** Reads templates into one block, and overwrites every copy that this takes. */
async function readList(templates: ReturnType<typeof openTemplates>, list: OpenList): Promise<OpenList> {
  try {
    return await fillList(templates, list);
  } catch (error) {
    list.close();
    throw error;
  }
}

async function fillList(templates: ReturnType<typeof openTemplates>, list: OpenList): Promise<OpenList> {
  const weights: number[] = [];
  let room = 0;
  for await (const { pictureId, entryId, weight, values } of templates) {
    if (list.count === room) {
      room = Math.max(64, room * 2);
      list.dimension = values.length;
      const larger = new Float32Array(room * list.dimension);
      larger.set(list.values);
      list.values.fill(0);
      list.values = larger;
    }
    list.values.set(values, list.count * list.dimension);
    values.fill(0);
    list.count += 1;
    list.pictureIds.push(pictureId);
    list.entryIds.push(entryId);
    weights.push(weight);
  }
  // A view on the same memory, without what is not used.
  list.values = list.values.subarray(0, list.count * list.dimension);
  list.weights = Float32Array.from(weights);
  return list;
}

/** Of what a search may use: a change, or a review of one. */
async function revisionOf(db: Database, watchlistId: Identifier): Promise<number> {
  const row = await db
    .selectFrom('watchlist')
    .select(['revision', 'reviewed_revision'])
    .where('id', '=', watchlistId)
    .executeTakeFirst();
  return row === undefined ? -1 : row.revision * 2 + (row.reviewed_revision === row.revision ? 1 : 0);
}
