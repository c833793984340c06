import { createHmac } from 'node:crypto';
import { instantOf } from '@amaan/contracts/instant';
import type { Database } from '@amaan/store/open-database';
import {
  chargeAttempt,
  clearAttempts,
  releaseAttempt,
  type ThrottleRule,
} from '@amaan/store/sign-in-throttle';
import { HttpError } from '../../http/http-errors.ts';

/** 1 s after the sixth failure in a row, twice as long after each further one, 15 minutes at most. */
const RULE: ThrottleRule = {
  free: 5,
  firstDelaySeconds: 1,
  longestDelaySeconds: 15 * 60,
  forgetAfterSeconds: 24 * 60 * 60,
};

export interface SignInThrottleOptions {
  readonly db: Database;
  /** Keys the digests of user names. */
  readonly secret: string;
  /** Unix time in milliseconds. */
  readonly now: () => number;
}

/**
 * Slows down guessing at one account, from however many addresses. It never shuts the account, and it
 * treats names that do not exist alike, so that nobody learns from it which ones do.
 */
export class SignInThrottle {
  readonly #options: SignInThrottleOptions;

  constructor(options: SignInThrottleOptions) {
    this.#options = options;
  }

  /**
   * To be called before a proof is looked at: it counts as wrong until `clear` says otherwise.
   * @throws HttpError 429 `ACCOUNT_SLOWED_DOWN`
   */
  async charge(username: string): Promise<void> {
    const now = this.#options.now();
    const until = await chargeAttempt(this.#options.db, this.#key(username), instantOf(now), RULE);
    if (until === null) return;
    const seconds = Math.max(1, Math.ceil((Date.parse(until) - now) / 1000));
    throw new HttpError(
      429,
      'ACCOUNT_SLOWED_DOWN',
      `Too many wrong attempts for this user name; try again in ${seconds} s. A passkey works at once.`,
    );
  }

  /** The proof was right, and another one must follow: what failed before still counts. */
  async release(username: string): Promise<void> {
    await releaseAttempt(this.#options.db, this.#key(username), instantOf(this.#options.now()));
  }

  /** The proof was right. */
  async clear(username: string): Promise<void> {
    const forgotten = instantOf(this.#options.now() - RULE.forgetAfterSeconds * 1000);
    await clearAttempts(this.#options.db, this.#key(username), forgotten);
  }

  #key(username: string): Uint8Array {
    return createHmac('sha256', this.#options.secret).update(`sign-in ${username}`).digest();
  }
}
