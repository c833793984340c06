import type {
  NewPasskey,
  Passkey,
  PasskeyAssertion,
  PasskeyOptions,
} from '@amaan/contracts/api/second-factor';
import { instantOf } from '@amaan/contracts/instant';
import type { Database } from '@amaan/store/open-database';
import {
  deletePasskeys,
  findPasskey,
  insertPasskey,
  listPasskeys,
  markPasskeyUsed,
  renamePasskey,
  type StoredPasskey,
} from '@amaan/store/passkeys';
import type { ChallengePurpose } from '@amaan/store/tables/second-factor-tables';
import { markSecondFactor } from '@amaan/store/user-credentials';
import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { ConflictError, HttpError, NotFoundError } from '../../http/http-errors.ts';
import { changeInLedger } from '../../ledger/change-in-ledger.ts';
import { ledgerEntry } from '../../ledger/ledger-entry.ts';
import type { ChallengeService } from '../challenge-service.ts';
import type { Principal } from '../decide.ts';
import { challengeIn } from './challenge-in.ts';
import type { RelyingParty } from './relying-party.ts';

const RP_NAME = 'Amaan';
/** EdDSA, ES256 and RS256, as COSE numbers them: every authenticator has one of them (RFC 9053, RFC 8812). */
const ALGORITHMS = [-8, -7, -257];

export interface PasskeyServiceOptions {
  readonly db: Database;
  readonly challenges: ChallengeService;
  /** Unix time in milliseconds. */
  readonly now: () => number;
}

/** What an assertion is good for. */
type AssertionPurpose = Exclude<ChallengePurpose, 'second-factor' | 'passkey-registration'>;

/**
 * Passkeys: W3C Web Authentication with user verification, so that one of them is two factors by itself
 * (something one has, and its PIN or fingerprint).
 */
export class PasskeyService {
  readonly #db: Database;
  readonly #challenges: ChallengeService;
  readonly #now: () => number;

  constructor({ db, challenges, now }: PasskeyServiceOptions) {
    this.#db = db;
    this.#challenges = challenges;
    this.#now = now;
  }

  /** What a browser needs to make a passkey for a person. */
  async registrationOptions(person: Principal, party: RelyingParty): Promise<PasskeyOptions> {
    const { challenge } = await this.#challenges.issue('passkey-registration', person.id);
    const known = await listPasskeys(this.#db, person.id);
    return {
      ...(await generateRegistrationOptions({
        rpName: RP_NAME,
        rpID: party.id,
        userID: new TextEncoder().encode(person.id),
        userName: person.username,
        userDisplayName: person.name,
        challenge: Buffer.from(challenge, 'base64url'),
        excludeCredentials: known.map(({ id, transports }) => ({ id, transports })),
        supportedAlgorithmIDs: ALGORITHMS,
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      })),
    };
  }

  /**
   * Keeps a passkey that a person's authenticator has just made.
   * @throws HttpError 401 `CHALLENGE_EXPIRED`, 422 `PASSKEY_INVALID`; ConflictError `PASSKEY_KNOWN`
   */
  async register(
    person: Principal,
    { name, registration }: NewPasskey,
    party: RelyingParty,
  ): Promise<Passkey> {
    const challenge = challengeIn(registration.response.clientDataJSON);
    const owner = await this.#challenges.take(challenge, 'passkey-registration');
    if (owner !== person.id) throw invalid();
    const { registrationInfo } = await verifyRegistrationResponse({
      response: registration as RegistrationResponseJSON,
      expectedChallenge: challenge,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: true,
      supportedAlgorithmIDs: ALGORITHMS,
    }).catch((cause: unknown) => {
      throw invalid(cause);
    });
    if (registrationInfo === undefined) throw invalid();
    const { credential, credentialBackedUp: backedUp } = registrationInfo;
    const { id, publicKey, counter, transports = [] } = credential;
    const createdAt = instantOf(this.#now());
    return changeInLedger(this.#db, async (transaction) => {
      const stored = { id, userId: person.id, name, publicKey, counter, transports, backedUp, createdAt };
      if (!(await insertPasskey(transaction, stored)))
        throw new ConflictError('PASSKEY_KNOWN', 'This passkey is registered already; nothing was changed.');
      await markSecondFactor(transaction, person.id);
      const entries = [this.#entry('passkey.added', person.id, { passkey: id })];
      return { result: { id, name, createdAt, backedUp, lastUsedAt: null }, entries };
    });
  }

  /** @throws NotFoundError `PASSKEY_NOT_FOUND` */
  rename(person: Principal, id: string, name: string): Promise<void> {
    return changeInLedger(this.#db, async (transaction) => {
      if (!(await renamePasskey(transaction, person.id, id, name))) throw new NotFoundError('passkey');
      return { result: undefined, entries: [this.#entry('passkey.renamed', person.id, { passkey: id })] };
    });
  }

  /** @throws NotFoundError `PASSKEY_NOT_FOUND` */
  remove(person: Principal, id: string): Promise<void> {
    return changeInLedger(this.#db, async (transaction) => {
      if ((await deletePasskeys(transaction, person.id, id)) === 0) throw new NotFoundError('passkey');
      await markSecondFactor(transaction, person.id);
      return { result: undefined, entries: [this.#entry('passkey.removed', person.id, { passkey: id })] };
    });
  }

  /**
   * What a browser needs to have something signed with a passkey.
   * @param userId whose passkey; null: any that its owner chooses in the browser
   */
  async assertionOptions(
    purpose: AssertionPurpose,
    userId: string | null,
    party: RelyingParty,
  ): Promise<PasskeyOptions> {
    const { challenge } = await this.#challenges.issue(purpose, userId);
    const known = userId === null ? [] : await listPasskeys(this.#db, userId);
    return {
      ...(await generateAuthenticationOptions({
        rpID: party.id,
        challenge: Buffer.from(challenge, 'base64url'),
        allowCredentials: known.map(({ id, transports }) => ({ id, transports })),
        userVerification: 'required',
      })),
    };
  }

  /**
   * Checks what a passkey has signed, and uses its challenge up.
   * @returns whose passkey it is, or null when it proves nothing
   * @throws HttpError 401 `CHALLENGE_EXPIRED`
   */
  async verify(
    purpose: AssertionPurpose,
    assertion: PasskeyAssertion,
    party: RelyingParty,
  ): Promise<string | null> {
    const challenge = challengeIn(assertion.response.clientDataJSON);
    const expected = await this.#challenges.take(challenge, purpose);
    const passkey = await findPasskey(this.#db, assertion.id);
    if (passkey === null || (expected !== null && expected !== passkey.userId)) return null;
    const counter = await this.#signedCounter(assertion, challenge, party, passkey);
    if (counter === null) return null;
    const at = instantOf(this.#now());
    const used = await markPasskeyUsed(this.#db, passkey.id, counter, at);
    if (used) return passkey.userId;
    await changeInLedger(this.#db, async () => ({
      result: undefined,
      entries: [
        this.#entry('passkey.counter-regressed', passkey.userId, { passkey: passkey.id }, 'system:server'),
      ],
    }));
    return null;
  }

  /** The counter that a valid signature vouches for; null when it is not valid. */
  async #signedCounter(
    assertion: PasskeyAssertion,
    challenge: string,
    party: RelyingParty,
    passkey: StoredPasskey,
  ): Promise<number | null> {
    const answer = await verifyAuthenticationResponse({
      response: assertion as AuthenticationResponseJSON,
      expectedChallenge: challenge,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: true,
      // Counters are compared in the database, where two at once cannot both win.
      credential: { id: passkey.id, publicKey: Uint8Array.from(passkey.publicKey), counter: 0 },
    }).catch(() => null);
    return answer?.verified ? answer.authenticationInfo.newCounter : null;
  }

  #entry(kind: string, userId: string, data: Record<string, string>, actor = `user:${userId}`) {
    return ledgerEntry({ kind, at: this.#now(), actor, subject: `user:${userId}`, data });
  }
}

function invalid(cause?: unknown): HttpError {
  return new HttpError(
    422,
    'PASSKEY_INVALID',
    'This passkey could not be verified; nothing was changed. Try again with the same device.',
    { cause },
  );
}
