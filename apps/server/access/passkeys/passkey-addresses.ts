import { HttpError } from '../../http/http-errors.ts';
import {
  type PasskeyObstacle,
  type RelyingParty,
  type RequestedAddress,
  relyingPartyOf,
} from './relying-party.ts';

const EXPLANATIONS: Readonly<Record<PasskeyObstacle, string>> = {
  'address-is-a-number':
    'Passkeys belong to a name, and this address is a number. Open the console by its name (on this machine: localhost).',
  'not-https': 'Passkeys need https. Open the console by its https address.',
  'name-not-set':
    'Passkeys need the name of this deployment: have AMAAN_PUBLIC_URL set to the https address of the console.',
};

/** Which relying party the passkeys of a request belong to. */
export class PasskeyAddresses {
  readonly #publicOrigin: string | null;

  /** @param publicOrigin the origin that browsers see, or null when it is not set */
  constructor(publicOrigin: string | null) {
    this.#publicOrigin = publicOrigin;
  }

  /** @throws HttpError 409 `PASSKEYS_UNAVAILABLE`, saying why this address cannot have them */
  require(address: RequestedAddress): RelyingParty {
    const party = relyingPartyOf(this.#publicOrigin, address);
    if (typeof party !== 'string') return party;
    throw new HttpError(409, 'PASSKEYS_UNAVAILABLE', EXPLANATIONS[party]);
  }

  /** The same, or null. */
  find(address: RequestedAddress): RelyingParty | null {
    const party = relyingPartyOf(this.#publicOrigin, address);
    return typeof party === 'string' ? null : party;
  }

  /** Why this address cannot have passkeys, or null when it can. */
  obstacle(address: RequestedAddress): PasskeyObstacle | null {
    const party = relyingPartyOf(this.#publicOrigin, address);
    return typeof party === 'string' ? party : null;
  }
}
