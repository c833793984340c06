import { createHmac, timingSafeEqual } from 'node:crypto';
import { Identifier } from '@amaan/contracts/identifier';
import { HttpError } from '../http/http-errors.ts';

/** Long enough to write a contest on a phone, short enough for a shared one. */
const LIVES_MS = 30 * 60_000;

export interface ChallanTokensOptions {
  /** A secret of the deployment; what is signed here is worth nothing elsewhere. */
  readonly secret: string;
  /** Unix time in milliseconds. */
  readonly now: () => number;
}

/**
 * What whoever named plate and number of a challan holds afterwards: `ID.END.MAC`, good for this challan and no other until
 * its end. It is kept nowhere, so there is nothing of it to leak, and each replica knows it.
 */
export class ChallanTokens {
  readonly #key: Buffer;
  readonly #now: () => number;

  constructor({ secret, now }: ChallanTokensOptions) {
    this.#key = createHmac('sha256', secret).update('challan token').digest();
    this.#now = now;
  }

  /** A token for a challan. @returns with its end in Unix milliseconds */
  issue(challanId: Identifier): { readonly token: string; readonly until: number } {
    const until = this.#now() + LIVES_MS;
    const said = `${challanId}.${until.toString(36)}`;
    return { token: `${said}.${this.#sign(said).toString('base64url')}`, until };
  }

  /**
   * Which challan a token opens.
   * @param token as it came, or undefined where none did
   * @throws HttpError 403 `CHALLAN_TOKEN_INVALID`, the same for one that is none, was changed or is over
   */
  open(token: unknown): Identifier {
    const [id = '', end = '', mac = '', ...rest] = typeof token === 'string' ? token.split('.') : [];
    const signed = this.#sign(`${id}.${end}`);
    const shown = Buffer.from(mac, 'base64url');
    const isOurs = shown.length === signed.length && timingSafeEqual(shown, signed);
    const challanId = Identifier.safeParse(id);
    const isOver = !(this.#now() < Number.parseInt(end, 36));
    if (!isOurs || rest.length > 0 || isOver || !challanId.success)
      throw new HttpError(
        403,
        'CHALLAN_TOKEN_INVALID',
        'The time for this view is over. Enter plate and challan number again; what was sent is kept.',
      );
    return challanId.data;
  }

  #sign(said: string): Buffer {
    return createHmac('sha256', this.#key).update(said).digest();
  }
}
