import { randomBytes } from 'node:crypto';
import type { RecoveryCodes, SecondFactorState, TotpEnrolment } from '@amaan/contracts/api/second-factor';
import { instantOf } from '@amaan/contracts/instant';
import type { Database } from '@amaan/store/open-database';
import { deletePasskeys, listPasskeys } from '@amaan/store/passkeys';
import { countRecoveryCodes, replaceRecoveryCodes, useRecoveryCode } from '@amaan/store/recovery-codes';
import type { SecretBox } from '@amaan/store/secret-box';
import { beginTotp, deleteTotp, findTotp, type StoredTotp, useTotpStep } from '@amaan/store/totp-secrets';
import { markSecondFactor } from '@amaan/store/user-credentials';
import { ConflictError, HttpError, NotFoundError } from '../../http/http-errors.ts';
import { changeInLedger } from '../../ledger/change-in-ledger.ts';
import { ledgerEntry } from '../../ledger/ledger-entry.ts';
import type { Principal } from '../decide.ts';
import { encodeBase32 } from './base32.ts';
import { newRecoveryCodes, recoveryCodeDigest } from './recovery-codes.ts';
import { matchTotp, TOTP_SECRET_BYTES, totpUri } from './totp.ts';

const ISSUER = 'Amaan';

export interface SecondFactorServiceOptions {
  readonly db: Database;
  readonly secrets: SecretBox;
  /** Unix time in milliseconds. */
  readonly now: () => number;
}

/** Authenticator apps (TOTP) and recovery codes. */
export class SecondFactorService {
  readonly #db: Database;
  readonly #secrets: SecretBox;
  readonly #now: () => number;

  constructor({ db, secrets, now }: SecondFactorServiceOptions) {
    this.#db = db;
    this.#secrets = secrets;
    this.#now = now;
  }

  /** How somebody can prove who they are. */
  async state(userId: string): Promise<Omit<SecondFactorState, 'passkeyObstacle'>> {
    const totp = await findTotp(this.#db, userId);
    const passkeys = await listPasskeys(this.#db, userId);
    return {
      totp: totp?.confirmedAt ? { since: totp.confirmedAt } : null,
      recoveryCodesLeft: await countRecoveryCodes(this.#db, userId),
      passkeys: passkeys.map(({ transports: _, ...passkey }) => passkey),
    };
  }

  /**
   * Makes a secret for an authenticator app; it counts once a code has been shown for it.
   * @throws ConflictError `TOTP_ENABLED`
   */
  async begin(person: Principal): Promise<TotpEnrolment> {
    const secret = randomBytes(TOTP_SECRET_BYTES);
    const sealed = this.#secrets.seal(secret.toString('base64'), contextOf(person.id));
    await changeInLedger(this.#db, async (transaction) => {
      if (!(await beginTotp(transaction, person.id, sealed, instantOf(this.#now()))))
        throw new ConflictError(
          'TOTP_ENABLED',
          'An authenticator app is set up already; nothing was changed. Remove it first to set up another one.',
        );
      return { result: undefined, entries: [this.#entry('second-factor.totp-begun', person.id)] };
    });
    return { secret: encodeBase32(secret), uri: totpUri(secret, ISSUER, person.username) };
  }

  /**
   * Turns the app on with its first code. Who had no recovery codes gets them.
   * @returns the recovery codes; none where there were some already
   * @throws NotFoundError `ENROLMENT_NOT_FOUND`; HttpError 422 `CODE_WRONG`
   */
  async confirm(person: Principal, code: string): Promise<RecoveryCodes> {
    const totp = await findTotp(this.#db, person.id);
    if (totp === null || totp.confirmedAt !== null) throw new NotFoundError('enrolment');
    const step = this.#match(person.id, totp, code);
    const left = await countRecoveryCodes(this.#db, person.id);
    return changeInLedger(this.#db, async (transaction) => {
      if (step === null || !(await useTotpStep(transaction, person.id, step, instantOf(this.#now()))))
        throw new HttpError(
          422,
          'CODE_WRONG',
          'This code does not fit; nothing was changed. Check that the phone’s clock is right and try the next code.',
        );
      const codes = left > 0 ? [] : await this.#makeCodes(transaction, person.id);
      await markSecondFactor(transaction, person.id);
      const entries = [this.#entry('second-factor.totp-enabled', person.id)];
      if (codes.length > 0) entries.push(this.#entry('second-factor.recovery-codes-made', person.id));
      return { result: { codes }, entries };
    });
  }

  /** @throws NotFoundError `AUTHENTICATOR_APP_NOT_FOUND` */
  disable(person: Principal): Promise<void> {
    return changeInLedger(this.#db, async (transaction) => {
      if (!(await deleteTotp(transaction, person.id))) throw new NotFoundError('authenticator app');
      await markSecondFactor(transaction, person.id);
      return { result: undefined, entries: [this.#entry('second-factor.totp-disabled', person.id)] };
    });
  }

  /**
   * Makes ten new recovery codes; the ones before are worthless from now on.
   * @throws ConflictError `SECOND_FACTOR_MISSING`
   */
  renewRecoveryCodes(person: Principal): Promise<RecoveryCodes> {
    if (!person.secondFactor)
      throw new ConflictError(
        'SECOND_FACTOR_MISSING',
        'Recovery codes stand in for a second factor; set one up first.',
      );
    return changeInLedger(this.#db, async (transaction) => {
      const codes = await this.#makeCodes(transaction, person.id);
      return { result: { codes }, entries: [this.#entry('second-factor.recovery-codes-made', person.id)] };
    });
  }

  /**
   * Takes all second factors off an account whose owner has lost them, so that the password lets in again.
   * @param actorId the administrator who has made sure of who asked
   * @throws NotFoundError `USER_NOT_FOUND`
   */
  reset(userId: string, actorId: string): Promise<void> {
    return changeInLedger(this.#db, async (transaction) => {
      await deleteTotp(transaction, userId);
      await deletePasskeys(transaction, userId);
      await replaceRecoveryCodes(transaction, userId, [], instantOf(this.#now()));
      if (!(await markSecondFactor(transaction, userId))) throw new NotFoundError('user');
      return { result: undefined, entries: [this.#entry('second-factor.reset', userId, `user:${actorId}`)] };
    });
  }

  /** Whether a code is right; if so it is used up. */
  async useCode(userId: string, code: string): Promise<boolean> {
    const totp = await findTotp(this.#db, userId);
    if (totp === null || totp.confirmedAt === null) return false;
    const step = this.#match(userId, totp, code);
    return step !== null && useTotpStep(this.#db, userId, step, instantOf(this.#now()));
  }

  /** Whether a recovery code is right; if so it is used up. */
  useRecoveryCode(userId: string, code: string): Promise<boolean> {
    return changeInLedger(this.#db, async (transaction) => {
      const at = instantOf(this.#now());
      const used = await useRecoveryCode(transaction, userId, recoveryCodeDigest(code), at);
      const entries = used ? [this.#entry('second-factor.recovery-code-used', userId)] : [];
      return { result: used, entries };
    });
  }

  #match(userId: string, totp: StoredTotp, code: string): number | null {
    const secret = Buffer.from(this.#secrets.open(totp.sealed, contextOf(userId)), 'base64');
    return matchTotp(secret, code, this.#now(), totp.lastStep);
  }

  async #makeCodes(transaction: Database, userId: string): Promise<string[]> {
    const codes = newRecoveryCodes();
    const digests = codes.map(recoveryCodeDigest);
    await replaceRecoveryCodes(transaction, userId, digests, instantOf(this.#now()));
    return codes;
  }

  #entry(kind: string, userId: string, actor = `user:${userId}`) {
    return ledgerEntry({ kind, at: this.#now(), actor, subject: `user:${userId}`, data: {} });
  }
}

/** A sealed secret opens for exactly this user. */
function contextOf(userId: string): string {
  return `totp:${userId}`;
}
