import { isIP } from 'node:net';
import type { PASSKEY_OBSTACLES } from '@amaan/contracts/api/second-factor';

/** For whom a passkey is made: browsers use it at this name and this origin, and nowhere else. */
export interface RelyingParty {
  readonly id: string;
  readonly origin: string;
}

export type PasskeyObstacle = (typeof PASSKEY_OBSTACLES)[number];

/** What a request says of where it was sent, as far as it may be believed. */
export interface RequestedAddress {
  readonly protocol: string;
  /** With the port, if there is one. */
  readonly host: string;
}

/**
 * The relying party of a request: the deployment's own name where it is set, else the host that was asked
 * for if that is this machine. A host that anybody may claim in a header is no name to make passkeys for.
 * (W3C Web Authentication, section 5.1.2: the identifier is a domain, the origin a secure context.)
 *
 * @param publicOrigin the origin that browsers see, or null when it is not set
 */
export function relyingPartyOf(
  publicOrigin: string | null,
  { protocol, host }: RequestedAddress,
): RelyingParty | PasskeyObstacle {
  const origin = publicOrigin ?? `${protocol}://${host}`;
  if (!URL.canParse(origin)) return 'name-not-set';
  const { hostname, protocol: scheme } = new URL(origin);
  const name = hostname.replace(/^\[|\]$/g, '');
  if (isIP(name) !== 0) return 'address-is-a-number';
  const isThisMachine = name === 'localhost' || name.endsWith('.localhost');
  if (isThisMachine) return { id: name, origin };
  if (publicOrigin === null) return 'name-not-set';
  return scheme === 'https:' ? { id: name, origin } : 'not-https';
}
