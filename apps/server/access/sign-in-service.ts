import type { PasswordChange, SignIn } from '@amaan/contracts/api/me';
import type {
  FactorMethod,
  PasskeyAssertion,
  PasskeyOptions,
  SecondFactorProof,
  SecondFactorRequired,
} from '@amaan/contracts/api/second-factor';
import type { SignInMethod } from '@amaan/contracts/api/session-view';
import { instantOf } from '@amaan/contracts/instant';
import type { Database } from '@amaan/store/open-database';
import { findCredentials, type UserCredentials } from '@amaan/store/user-credentials';
import { HttpError } from '../http/http-errors.ts';
import type { ChallengeService } from './challenge-service.ts';
import { checkPassword } from './credential-check.ts';
import type { Principal } from './decide.ts';
import type { PasskeyService } from './passkeys/passkey-service.ts';
import type { RelyingParty } from './passkeys/relying-party.ts';
import type { RefusedProofs } from './refused-proofs.ts';
import type { SecondFactorService } from './second-factor/second-factor-service.ts';
import type { OpenedSession, SessionService } from './session-service.ts';
import type { SignInThrottle } from './sessions/sign-in-throttle.ts';
import type { UserService } from './user-service.ts';

export interface SignInServiceOptions {
  readonly db: Database;
  readonly sessions: SessionService;
  readonly users: Pick<UserService, 'changePassword'>;
  readonly challenges: ChallengeService;
  readonly secondFactors: SecondFactorService;
  readonly passkeys: PasskeyService;
  readonly throttle: SignInThrottle;
  readonly refused: RefusedProofs;
  /** Unix time in milliseconds. */
  readonly now: () => number;
}

/** Letting people in, and nobody else. */
export class SignInService {
  readonly #options: SignInServiceOptions;

  constructor(options: SignInServiceOptions) {
    this.#options = options;
  }

  /**
   * The first step of a sign-in with a password, and the only one where there is no second factor.
   * @returns the session, or what must be answered before there is one
   * @throws HttpError 401 `CREDENTIALS_WRONG`, the same for an unknown name, a shut account and a wrong
   *   password; 429 `ACCOUNT_SLOWED_DOWN`
   */
  async withPassword(
    { username, password }: SignIn,
    userAgent: string,
  ): Promise<OpenedSession | SecondFactorRequired> {
    const { db, throttle, refused } = this.#options;
    const name = username.toLowerCase();
    await throttle.charge(name);
    const check = await checkPassword(db, { username: name }, password);
    if (!check.matches) {
      await refused.record(check.user?.id ?? null, 'password');
      throw new HttpError(401, 'CREDENTIALS_WRONG', 'The user name or the password is wrong.');
    }
    if (check.user.secondFactor) {
      await throttle.release(name);
      return this.#askForSecondFactor(check.user);
    }
    await throttle.clear(name);
    const { sessions } = this.#options;
    return sessions.open({ userId: check.user.id, method: 'password', userAgent, steppedUpAt: null });
  }

  /**
   * What a browser needs for a passkey as the second step.
   * @throws HttpError 401 `CHALLENGE_EXPIRED`
   */
  async secondFactorOptions(challenge: string, party: RelyingParty): Promise<PasskeyOptions> {
    const { challenges, passkeys } = this.#options;
    const userId = await challenges.attempt(challenge);
    return passkeys.assertionOptions('passkey-second-factor', userId, party);
  }

  /**
   * The second step of a sign-in.
   * @param party null where this address can have no passkeys
   * @throws HttpError 401 `CHALLENGE_EXPIRED` or `SECOND_FACTOR_WRONG`; 429 `ACCOUNT_SLOWED_DOWN`
   */
  async withSecondFactor(
    challenge: string,
    proof: SecondFactorProof,
    party: RelyingParty | null,
    userAgent: string,
  ): Promise<OpenedSession> {
    const { db, challenges, throttle, refused } = this.#options;
    const userId = await challenges.attempt(challenge);
    const user = await findCredentials(db, { id: userId });
    if (user === null || user.disabled) throw wrongProof();
    await throttle.charge(user.username);
    const method = await this.#verify(userId, proof, party);
    if (method === null) {
      await refused.record(userId, 'second-factor');
      throw wrongProof();
    }
    await challenges.take(challenge, 'second-factor');
    await throttle.clear(user.username);
    return this.#open(userId, `password+${method}`, userAgent);
  }

  /** What a browser needs to sign in with a passkey and nothing else. */
  passkeyOptions(party: RelyingParty): Promise<PasskeyOptions> {
    return this.#options.passkeys.assertionOptions('passkey-sign-in', null, party);
  }

  /**
   * Signs whoever owns a passkey in. Nobody guesses a signature, so no attempts are counted, and an account
   * that somebody else hammers at stays open to its owner.
   * @throws HttpError 401 `CHALLENGE_EXPIRED` or `PASSKEY_REFUSED`
   */
  async withPasskey(
    assertion: PasskeyAssertion,
    party: RelyingParty,
    userAgent: string,
  ): Promise<OpenedSession> {
    const { db, passkeys, refused } = this.#options;
    const userId = await passkeys.verify('passkey-sign-in', assertion, party);
    const user = userId === null ? null : await findCredentials(db, { id: userId });
    if (user === null || user.disabled) {
      await refused.record(userId, 'passkey');
      throw new HttpError(
        401,
        'PASSKEY_REFUSED',
        'This passkey does not open an account here. Sign in with the password instead.',
      );
    }
    return this.#open(user.id, 'passkey', userAgent);
  }

  /**
   * Changes a person's password, ends all their sessions and opens a new one.
   * @throws HttpError 403 `PASSWORD_WRONG`, 422 `PASSWORD_UNCHANGED`, 429 `ACCOUNT_SLOWED_DOWN`
   */
  async changePassword(person: Principal, change: PasswordChange, userAgent: string): Promise<OpenedSession> {
    const { users, sessions, throttle, refused, now } = this.#options;
    await throttle.charge(person.username);
    try {
      await users.changePassword(person, change);
    } catch (error) {
      if (error instanceof HttpError && error.code === 'PASSWORD_WRONG')
        await refused.record(person.id, 'password');
      throw error;
    }
    await throttle.clear(person.username);
    await sessions.recheckConnections();
    // Where the password is all there is, it was proven just now.
    const steppedUpAt = person.secondFactor ? person.steppedUpAt : instantOf(now());
    return sessions.open({ userId: person.id, method: 'password', userAgent, steppedUpAt });
  }

  async #askForSecondFactor(user: UserCredentials): Promise<SecondFactorRequired> {
    const { challenges, secondFactors } = this.#options;
    const { totp, passkeys, recoveryCodesLeft } = await secondFactors.state(user.id);
    const methods: FactorMethod[] = [];
    if (totp !== null) methods.push('totp');
    if (passkeys.length > 0) methods.push('passkey');
    if (recoveryCodesLeft > 0) methods.push('recovery-code');
    const issued = await challenges.issue('second-factor', user.id);
    return { code: 'SECOND_FACTOR_REQUIRED', ...issued, methods };
  }

  async #verify(
    userId: string,
    proof: SecondFactorProof,
    party: RelyingParty | null,
  ): Promise<FactorMethod | null> {
    const { secondFactors, passkeys } = this.#options;
    if ('code' in proof) return (await secondFactors.useCode(userId, proof.code)) ? 'totp' : null;
    if ('recoveryCode' in proof)
      return (await secondFactors.useRecoveryCode(userId, proof.recoveryCode)) ? 'recovery-code' : null;
    if (party === null) return null;
    const owner = await passkeys.verify('passkey-second-factor', proof.passkey, party);
    return owner === userId ? 'passkey' : null;
  }

  /** With two factors just shown, sensitive actions are open as well. */
  #open(userId: string, method: SignInMethod, userAgent: string): Promise<OpenedSession> {
    const { sessions, now } = this.#options;
    return sessions.open({ userId, method, userAgent, steppedUpAt: instantOf(now()) });
  }
}

function wrongProof(): HttpError {
  return new HttpError(
    401,
    'SECOND_FACTOR_WRONG',
    'This code or passkey is not right, or was used before. Try the next code.',
  );
}
