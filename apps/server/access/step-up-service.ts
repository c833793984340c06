import type { PasskeyOptions, StepUpProof } from '@amaan/contracts/api/second-factor';
import type { Database } from '@amaan/store/open-database';
import { HttpError } from '../http/http-errors.ts';
import { checkPassword } from './credential-check.ts';
import type { Principal } from './decide.ts';
import type { PasskeyService } from './passkeys/passkey-service.ts';
import type { RelyingParty } from './passkeys/relying-party.ts';
import type { RefusedProofs } from './refused-proofs.ts';
import type { SecondFactorService } from './second-factor/second-factor-service.ts';
import type { SessionService } from './session-service.ts';
import type { SignInThrottle } from './sessions/sign-in-throttle.ts';

export interface StepUpServiceOptions {
  readonly db: Database;
  readonly sessions: Pick<SessionService, 'stepUp'>;
  readonly secondFactors: Pick<SecondFactorService, 'useCode'>;
  readonly passkeys: Pick<PasskeyService, 'verify' | 'assertionOptions'>;
  readonly throttle: SignInThrottle;
  readonly refused: RefusedProofs;
}

/** Proving again who one is, before a sensitive action. */
export class StepUpService {
  readonly #options: StepUpServiceOptions;

  constructor(options: StepUpServiceOptions) {
    this.#options = options;
  }

  /**
   * Opens sensitive actions to a session for ten minutes.
   * @param party null where this address can have no passkeys
   * @throws HttpError 403 `PROOF_WRONG`, 422 `SECOND_FACTOR_NEEDED`, 429 `ACCOUNT_SLOWED_DOWN`
   */
  async prove(
    person: Principal,
    sessionId: string,
    proof: StepUpProof,
    party: RelyingParty | null,
  ): Promise<Principal> {
    const { throttle, refused, sessions } = this.#options;
    if ('password' in proof && person.secondFactor)
      throw new HttpError(
        422,
        'SECOND_FACTOR_NEEDED',
        'This account has a second factor: confirm with a code or a passkey.',
      );
    await throttle.charge(person.username);
    const method = await this.#verify(person, proof, party);
    if (method === null) {
      await refused.record(person.id, 'step-up');
      throw new HttpError(403, 'PROOF_WRONG', 'That is not right; nothing was done. Try again.');
    }
    await throttle.clear(person.username);
    return sessions.stepUp(person, sessionId, method);
  }

  /** What a browser needs to confirm with a passkey. */
  passkeyOptions(person: Principal, party: RelyingParty): Promise<PasskeyOptions> {
    return this.#options.passkeys.assertionOptions('passkey-step-up', person.id, party);
  }

  async #verify(person: Principal, proof: StepUpProof, party: RelyingParty | null): Promise<string | null> {
    const { db, secondFactors, passkeys } = this.#options;
    if ('password' in proof) {
      const { matches } = await checkPassword(db, { id: person.id }, proof.password);
      return matches ? 'password' : null;
    }
    if ('code' in proof) return (await secondFactors.useCode(person.id, proof.code)) ? 'totp' : null;
    if (party === null) return null;
    const owner = await passkeys.verify('passkey-step-up', proof.passkey, party);
    return owner === person.id ? 'passkey' : null;
  }
}
