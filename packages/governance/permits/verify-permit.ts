import { PERMIT_MAX_SECONDS, PermitClaims, PermitToken } from '@amaan/contracts/permit';
import { compactVerify, decodeProtectedHeader, errors } from 'jose';
import { PermitDenied } from './permit-denied.ts';
import type { PermitKeySet } from './permit-keys.ts';

/** The explicit type in the JWS header (RFC 8725, section 3.11): no other token passes for a permit. */
export const PERMIT_TYPE = 'amaan-permit+jwt';

/** How far the issuer's clock may run ahead of the verifier's. Expiry gets no such tolerance. */
export const PERMIT_CLOCK_TOLERANCE_SECONDS = 30;

/**
 * Checks a permit's signature, issuer and times and returns what it says, deeply frozen.
 *
 * The algorithm is fixed to EdDSA and the key is found by `kid` among `keys`, so nothing in the token
 * chooses how it is checked (RFC 8725, sections 3.1 and 3.5). What a permit covers is the question of
 * `assertCovers`; ask it before every use.
 *
 * @param now the moment to judge by; see `PermitClock` for one that cannot be set back.
 * @throws PermitDenied and nothing else, whatever `token` is.
 */
export async function verifyPermit(
  token: string,
  keys: PermitKeySet,
  now: Date = new Date(),
): Promise<PermitClaims> {
  if (!PermitToken.safeParse(token).success) throw malformed('it is not a text of a permit’s size');
  const { issuer, key } = findKey(token, keys);
  const payload = await signedPayload(token, key);
  const claims = readClaims(payload);
  if (claims.iss !== issuer) {
    throw new PermitDenied(
      'PERMIT_ISSUER_UNKNOWN',
      `The permit speaks for ${claims.iss}, but its key belongs to ${issuer}.`,
    );
  }
  assertInTime(claims, now);
  return claims;
}

/**
 * Checks a permit's times alone: cheap enough for every run of a model.
 * @throws PermitDenied `PERMIT_TOO_LONG`, `PERMIT_NOT_YET_VALID` or `PERMIT_EXPIRED`.
 */
export function assertInTime(claims: PermitClaims, now: Date): void {
  const seconds = now.getTime() / 1000;
  const lifetime = claims.exp - claims.iat;
  if (lifetime > PERMIT_MAX_SECONDS) {
    throw new PermitDenied('PERMIT_TOO_LONG', 'The permit was made for longer than 24 hours.');
  }
  if (claims.iat > seconds + PERMIT_CLOCK_TOLERANCE_SECONDS) {
    throw new PermitDenied(
      'PERMIT_NOT_YET_VALID',
      `The permit was issued at ${timeOf(claims.iat)}, which is still to come on this machine’s clock.`,
    );
  }
  // Written so that an invalid date (NaN) counts as expired.
  if (!(seconds < claims.exp)) {
    throw new PermitDenied('PERMIT_EXPIRED', `The permit ended at ${timeOf(claims.exp)}.`);
  }
}

function findKey(token: string, keys: PermitKeySet) {
  let header: ReturnType<typeof decodeProtectedHeader>;
  try {
    header = decodeProtectedHeader(token);
  } catch (cause) {
    throw malformed('it is not a compact JWS', cause);
  }
  if (header.alg !== 'EdDSA') throw malformed('it is not signed with EdDSA');
  if (header.typ !== PERMIT_TYPE) throw malformed(`its type is not ${PERMIT_TYPE}`);
  if (typeof header.kid !== 'string') throw malformed('it does not name its key');
  const found = keys.find(header.kid);
  if (!found) {
    throw new PermitDenied('PERMIT_ISSUER_UNKNOWN', 'The permit is signed by a key that is not known here.');
  }
  return found;
}

async function signedPayload(token: string, key: Parameters<typeof compactVerify>[1]): Promise<Uint8Array> {
  try {
    const { payload } = await compactVerify(token, key, { algorithms: ['EdDSA'] });
    return payload;
  } catch (cause) {
    if (cause instanceof errors.JWSSignatureVerificationFailed) {
      throw new PermitDenied('PERMIT_SIGNATURE_INVALID', 'The permit’s signature does not fit its text.', {
        cause,
      });
    }
    throw malformed('it is not a compact JWS', cause);
  }
}

function readClaims(payload: Uint8Array): PermitClaims {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(payload));
  } catch (cause) {
    throw malformed('its payload is not JSON', cause);
  }
  const parsed = PermitClaims.safeParse(value);
  if (!parsed.success) {
    const where = parsed.error.issues[0]?.path.join('.') || 'the payload';
    throw malformed(`${where} is missing or wrong`, parsed.error);
  }
  return freezeDeeply(parsed.data);
}

function freezeDeeply<T extends object>(value: T): T {
  for (const member of Object.values(value)) {
    if (typeof member === 'object' && member !== null) freezeDeeply(member);
  }
  return Object.freeze(value);
}

function malformed(why: string, cause?: unknown): PermitDenied {
  return new PermitDenied('PERMIT_MALFORMED', `This is not a permit: ${why}.`, { cause });
}

/** For messages: claims may hold any integer, also one that is no date. */
function timeOf(seconds: number): string {
  const date = new Date(seconds * 1000);
  return Number.isNaN(date.getTime()) ? `second ${seconds}` : date.toISOString();
}
