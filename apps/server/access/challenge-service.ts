import { createHash, randomBytes } from 'node:crypto';
import { type Instant, instantOf } from '@amaan/contracts/instant';
import { attemptChallenge, insertChallenge, takeChallenge } from '@amaan/store/identity-challenges';
import type { Database } from '@amaan/store/open-database';
import type { ChallengePurpose } from '@amaan/store/tables/second-factor-tables';
import { HttpError } from '../http/http-errors.ts';

const LIFETIME_MS = 5 * 60_000;
/** Codes that may be tried before the password is asked for again. */
const ATTEMPTS = 5;

export interface ChallengeServiceOptions {
  readonly db: Database;
  /** Unix time in milliseconds. */
  readonly now: () => number;
}

/** Random challenges that are answered once, by whom and for what they were made, within five minutes. */
export class ChallengeService {
  readonly #options: ChallengeServiceOptions;

  constructor(options: ChallengeServiceOptions) {
    this.#options = options;
  }

  /** @param userId whose answer is expected; null: whoever owns the passkey that answers */
  async issue(
    purpose: ChallengePurpose,
    userId: string | null,
  ): Promise<{ readonly challenge: string; readonly expiresAt: Instant }> {
    const { db, now } = this.#options;
    const challenge = randomBytes(32).toString('base64url');
    const expiresAt = instantOf(now() + LIFETIME_MS);
    await insertChallenge(db, { digest: digestOf(challenge), purpose, userId, expiresAt }, instantOf(now()));
    return { challenge, expiresAt };
  }

  /**
   * Uses a challenge up.
   * @returns whose answer was expected
   * @throws HttpError 401 `CHALLENGE_EXPIRED`
   */
  async take(challenge: string, purpose: ChallengePurpose): Promise<string | null> {
    const { db, now } = this.#options;
    const taken = await takeChallenge(db, digestOf(challenge), purpose, instantOf(now()));
    if (taken === null) throw expired();
    return taken.userId;
  }

  /**
   * Counts one answer, of a few, at the challenge that follows a right password.
   * @returns whose password was right
   * @throws HttpError 401 `CHALLENGE_EXPIRED`
   */
  async attempt(challenge: string): Promise<string> {
    const { db, now } = this.#options;
    const limits = { now: instantOf(now()), attempts: ATTEMPTS };
    const found = await attemptChallenge(db, digestOf(challenge), 'second-factor', limits);
    if (found === null || found.userId === null) throw expired();
    return found.userId;
  }
}

function digestOf(challenge: string): Uint8Array {
  return createHash('sha256').update(challenge).digest();
}

function expired(): HttpError {
  return new HttpError(
    401,
    'CHALLENGE_EXPIRED',
    'This took longer than five minutes, was answered already or was tried too often; nothing was changed. Begin again.',
  );
}
