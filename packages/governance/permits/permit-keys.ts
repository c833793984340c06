import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { AmaanError } from '@amaan/contracts/problem';
import { calculateJwkThumbprint } from 'jose';
import { z } from 'zod';

const okp = { kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: z.string().length(43) };
const header = { kid: z.string(), alg: z.literal('EdDSA'), use: z.literal('sig') };

/**
 * A public permit key as it travels (RFC 8037 JWK). `kid` is its RFC 7638 thumbprint. `iss` names the
 * deployment that signs with it: a key vouches for permits of that issuer and of no other.
 */
export const PublicPermitKey = z.object({ ...okp, ...header, iss: z.string().min(1) });
export type PublicPermitKey = z.infer<typeof PublicPermitKey>;

/** A private permit key as it is kept: encrypted by the store, never on the bus, never logged. */
export const PrivatePermitKey = PublicPermitKey.extend({ d: z.string().length(43) });
export type PrivatePermitKey = z.infer<typeof PrivatePermitKey>;

/** A key that signs permits in the name of `issuer`. */
export interface PermitSigningKey {
  readonly issuer: string;
  readonly kid: string;
  readonly privateKey: KeyObject;
  readonly publicJwk: PublicPermitKey;
}

/** Makes a new Ed25519 key for the deployment `issuer`. */
export async function generatePermitKey(issuer: string): Promise<PermitSigningKey> {
  const { privateKey } = generateKeyPairSync('ed25519');
  return signingKeyOf(privateKey, issuer);
}

/** The JWK to keep, private part included. */
export function exportPermitKey(key: PermitSigningKey): PrivatePermitKey {
  const { d } = key.privateKey.export({ format: 'jwk' });
  return PrivatePermitKey.parse({ ...key.publicJwk, d });
}

/**
 * Reads back what `exportPermitKey` wrote.
 * @throws AmaanError `PERMIT_KEY_INVALID` when it is not such a key, or its `kid` is not its thumbprint.
 */
export async function importPermitKey(jwk: unknown): Promise<PermitSigningKey> {
  const parsed = PrivatePermitKey.safeParse(jwk);
  if (!parsed.success) throw invalidKey('it is not an Ed25519 private key in JWK form');
  const key = await signingKeyOf(readKey(createPrivateKey, parsed.data), parsed.data.iss);
  if (key.kid !== parsed.data.kid) throw invalidKey('its identifier is not the thumbprint of the key');
  return key;
}

/** The public keys that permits are checked against, each bound to its issuer. */
export class PermitKeySet {
  readonly #keys: ReadonlyMap<string, { readonly issuer: string; readonly key: KeyObject }>;

  private constructor(keys: ReadonlyMap<string, { readonly issuer: string; readonly key: KeyObject }>) {
    this.#keys = keys;
  }

  /**
   * Reads public JWKs, for example `permitKeys` of a worker's assignment.
   * @throws AmaanError `PERMIT_KEY_INVALID` when one of them is not a public permit key.
   */
  static async fromJwks(jwks: readonly unknown[]): Promise<PermitKeySet> {
    const keys = new Map<string, { issuer: string; key: KeyObject }>();
    for (const jwk of jwks) {
      const parsed = PublicPermitKey.safeParse(jwk);
      if (!parsed.success) throw invalidKey('it is not an Ed25519 public key in JWK form');
      const { kty, crv, x, kid, iss } = parsed.data;
      if ((await calculateJwkThumbprint({ kty, crv, x })) !== kid) {
        throw invalidKey('its identifier is not the thumbprint of the key');
      }
      keys.set(kid, { issuer: iss, key: readKey(createPublicKey, { kty, crv, x }) });
    }
    return new PermitKeySet(keys);
  }

  /** The key with this `kid` and whom it vouches for, or null. */
  find(kid: string): { readonly issuer: string; readonly key: KeyObject } | null {
    return this.#keys.get(kid) ?? null;
  }
}

/** The permit key of a deployment that keeps an Ed25519 private key in a form of its own. */
export async function signingKeyOf(privateKey: KeyObject, issuer: string): Promise<PermitSigningKey> {
  const { kty, crv, x } = createPublicKey(privateKey).export({ format: 'jwk' });
  const point = z.object(okp).parse({ kty, crv, x });
  const kid = await calculateJwkThumbprint(point);
  return { issuer, kid, privateKey, publicJwk: { ...point, kid, alg: 'EdDSA', use: 'sig', iss: issuer } };
}

function readKey(
  create: (input: { key: Record<string, string>; format: 'jwk' }) => KeyObject,
  jwk: Record<string, string>,
): KeyObject {
  try {
    return create({ key: jwk, format: 'jwk' });
  } catch (cause) {
    throw invalidKey('its numbers are not a point of Ed25519', cause);
  }
}

function invalidKey(why: string, cause?: unknown): AmaanError {
  return new AmaanError('PERMIT_KEY_INVALID', `A permit key was not accepted: ${why}.`, { cause });
}
