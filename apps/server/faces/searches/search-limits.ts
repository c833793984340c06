import type { Identifier } from '@amaan/contracts/identifier';
import { personKey } from '@amaan/governance/four-eyes';
import { chargeSearch, type SearchAllowance } from '@amaan/store/faces/searches/search-charges';
import type { Database } from '@amaan/store/open-database';
import type { Principal } from '../../access/decide.ts';
import { HttpError } from '../../http/http-errors.ts';

/** How much may be searched with pictures. */
export interface SearchLimitSettings extends SearchAllowance {
  /** Pictures that are looked at or searched at the same time. */
  readonly atOnce: number;
}

export const DEFAULT_SEARCH_LIMITS: SearchLimitSettings = {
  perPersonAndHour: 20,
  perAuthorisationAndDay: 100,
  atOnce: 2,
};

/** Pictures may be looked at more often than searched: the first one is often not the one. */
const LOOKS_PER_SEARCH = 5;
/** A picture takes a second or so. */
const BUSY_SECONDS = 5;

/**
 * Keeps searches few: each person and each authorisation has so many, counted in the database, so that nobody begins
 * anew after a restart; and so many run at once.
 */
export class SearchLimits {
  readonly #db: Database;
  readonly #now: () => number;
  readonly #settings: SearchLimitSettings;
  #running = 0;

  constructor(options: {
    readonly db: Database;
    readonly now: () => number;
    readonly settings?: SearchLimitSettings;
  }) {
    this.#db = options.db;
    this.#now = options.now;
    this.#settings = options.settings ?? DEFAULT_SEARCH_LIMITS;
  }

  /** @throws HttpError 429 `FACE_SEARCHES_BUSY` when too many run already */
  async run<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.#running >= this.#settings.atOnce)
      throw new HttpError(
        429,
        'FACE_SEARCHES_BUSY',
        'Other pictures are being searched; nothing was done. Try again in a few seconds.',
        { retryAfterSeconds: BUSY_SECONDS },
      );
    this.#running += 1;
    try {
      return await work();
    } finally {
      this.#running -= 1;
    }
  }

  /**
   * Counts a picture before it is looked at or searched.
   * @throws HttpError 429 `FACE_SEARCHES_TOO_MANY` with the time after which one is free again; 403 `PERSON_UNKNOWN`
   */
  async charge(kind: 'look' | 'search', authorisationId: Identifier, by: Principal): Promise<void> {
    const person = personKey(by.person);
    if (person === null)
      throw new HttpError(
        403,
        'PERSON_UNKNOWN',
        'Nobody knows which person is behind this account, so that it may not search for faces.',
      );
    const now = this.#now();
    const factor = kind === 'look' ? LOOKS_PER_SEARCH : 1;
    const { perPersonAndHour, perAuthorisationAndDay } = this.#settings;
    const free = await this.#db.transaction().execute((tx) =>
      chargeSearch(
        tx,
        { kind, authorisationId, person, now },
        {
          perPersonAndHour: perPersonAndHour * factor,
          perAuthorisationAndDay: perAuthorisationAndDay * factor,
        },
      ),
    );
    if (free === null) return;
    const retryAfterSeconds = Math.max(1, Math.ceil((Date.parse(free) - now) / 1000));
    throw new HttpError(
      429,
      'FACE_SEARCHES_TOO_MANY',
      `So many pictures were searched by you, or under this authorisation, that there is none left for now; nothing was searched. Try again in ${Math.ceil(retryAfterSeconds / 60)} min.`,
      { retryAfterSeconds },
    );
  }
}
