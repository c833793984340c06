import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { instantOf } from '@amaan/contracts/instant';
import { readChallanNumber } from '@amaan/contracts/violations/challan-number';
import type { CitizenLookup } from '@amaan/contracts/violations/citizen';
import type { Database } from '@amaan/store/open-database';
import { chargeAttempt, clearAttempts, type ThrottleRule } from '@amaan/store/sign-in-throttle';
import { findChallanByNumber, type StoredChallan } from '@amaan/store/violations/challans';
import { HttpError } from '../http/http-errors.ts';
import { readTypedPlate } from './read-typed-plate.ts';

/** One number is tried with six plates, then once in 30 s, in a minute, … and in an hour at last. */
const RULE: ThrottleRule = {
  free: 6,
  firstDelaySeconds: 30,
  longestDelaySeconds: 60 * 60,
  forgetAfterSeconds: 24 * 60 * 60,
};

export interface LookupServiceOptions {
  readonly db: Database;
  /** Keys the digests of numbers and plates. */
  readonly secret: string;
  /** Unix time in milliseconds. */
  readonly now: () => number;
}

/**
 * Finds a challan for whoever knows its number and its plate. A number that is none, one that nobody has and one with another
 * plate are told alike: by the same answer, after the same work. Each number slows down by itself, whether it exists or not.
 */
export class LookupService {
  readonly #options: LookupServiceOptions;
  readonly #key: Buffer;

  constructor(options: LookupServiceOptions) {
    this.#options = options;
    this.#key = createHmac('sha256', options.secret).update('challan look-up').digest();
  }

  /** @throws HttpError 404 `CHALLAN_UNKNOWN`, 429 `CHALLAN_LOOKUP_SLOWED` */
  async find(typed: CitizenLookup): Promise<StoredChallan> {
    const { db, now } = this.#options;
    // What cannot be a number is looked up like any other.
    const number = readChallanNumber(typed.number) ?? typed.number.toUpperCase();
    const attempt = this.#digest(`number ${number}`);
    await this.#charge(attempt);
    const challan = await findChallanByNumber(db, number);
    const shown = this.#digest(`plate ${readTypedPlate(typed.plate)}`);
    const wanted = challan === null ? randomBytes(shown.length) : this.#digest(`plate ${challan.plate}`);
    if (!timingSafeEqual(shown, wanted) || challan === null)
      throw new HttpError(
        404,
        'CHALLAN_UNKNOWN',
        'There is no challan with this plate and this number. Compare both with the notice.',
      );
    await clearAttempts(db, attempt, instantOf(now() - RULE.forgetAfterSeconds * 1000));
    return challan;
  }

  async #charge(attempt: Buffer): Promise<void> {
    const now = this.#options.now();
    const until = await chargeAttempt(this.#options.db, attempt, instantOf(now), RULE);
    if (until === null) return;
    const seconds = Math.max(1, Math.ceil((Date.parse(until) - now) / 1000));
    throw new HttpError(
      429,
      'CHALLAN_LOOKUP_SLOWED',
      'There were too many wrong attempts with this number. Wait a little and try again; no deadline depends on it.',
      { retryAfterSeconds: seconds },
    );
  }

  #digest(said: string): Buffer {
    return createHmac('sha256', this.#key).update(said).digest();
  }
}
