import { createHmac, createPublicKey, sign } from 'node:crypto';
import type { PermitClaims } from '@amaan/contracts/permit';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { later, NOW, permitFixture } from '../testing/permit-fixture.ts';
import { issuePermit, signPermit } from './issue-permit.ts';
import { PermitDenied } from './permit-denied.ts';
import {
  exportPermitKey,
  generatePermitKey,
  importPermitKey,
  PermitKeySet,
  type PermitSigningKey,
} from './permit-keys.ts';
import { PERMIT_TYPE, verifyPermit } from './verify-permit.ts';

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('verifyPermit', () => {
  let key: PermitSigningKey;
  let keys: PermitKeySet;
  let token: string;
  let claims: PermitClaims;
  beforeAll(async () => {
    const fixture = await permitFixture();
    ({ key, keys } = fixture);
    ({ token, claims } = await issuePermit(fixture.order));
  });
  const denial = (of: string, now = NOW, by = keys) =>
    verifyPermit(of, by, now).then(
      () => 'accepted',
      (error: PermitDenied) => (error instanceof PermitDenied ? error.code : error),
    );
  /** A token with a right signature over any header and payload. */
  const signed = (header: object, payload: unknown, signer = key) => {
    const text = `${encode(header)}.${encode(payload)}`;
    return `${text}.${sign(null, Buffer.from(text), signer.privateKey).toString('base64url')}`;
  };
  const header = () => ({ alg: 'EdDSA', typ: PERMIT_TYPE, kid: key.kid });

  it('returns what was signed, frozen to the last member', async () => {
    const verified = await verifyPermit(token, keys, NOW);
    expect(verified).toEqual(claims);
    expect(() => (verified.cameras as string[]).push('one more')).toThrow(TypeError);
  });

  it('finds every change of the payload', async () => {
    const [head, , signature] = token.split('.');
    const tampered = `${head}.${encode({ ...claims, exp: claims.exp + 1 })}.${signature}`;
    expect(await denial(tampered)).toBe('PERMIT_SIGNATURE_INVALID');
  });

  it('finds every change of the signature', async () => {
    const [head, payload, signature] = token.split('.') as [string, string, string];
    const bytes = Buffer.from(signature, 'base64url');
    bytes[10]! ^= 1;
    expect(await denial(`${head}.${payload}.${bytes.toString('base64url')}`)).toBe(
      'PERMIT_SIGNATURE_INVALID',
    );
    expect(await denial(`${head}.${payload}.`)).toMatch(/^PERMIT_(SIGNATURE_INVALID|MALFORMED)$/);
  });

  it('does not let the token choose the algorithm', async () => {
    expect(await denial(`${encode({ ...header(), alg: 'none' })}.${encode(claims)}.`)).toBe(
      'PERMIT_MALFORMED',
    );
    const publicKey = createPublicKey(key.privateKey);
    for (const secret of [
      Buffer.from(key.publicJwk.x, 'base64url'),
      publicKey.export({ format: 'pem', type: 'spki' }),
      publicKey.export({ format: 'der', type: 'spki' }),
    ]) {
      const text = `${encode({ ...header(), alg: 'HS256' })}.${encode(claims)}`;
      const mac = createHmac('sha256', secret).update(text).digest('base64url');
      expect(await denial(`${text}.${mac}`)).toBe('PERMIT_MALFORMED');
    }
  });

  it('takes no other kind of token, though signed by the same key', async () => {
    expect(await denial(signed({ ...header(), typ: 'JWT' }, claims))).toBe('PERMIT_MALFORMED');
    expect(await denial(signed({ ...header(), crit: ['b64'], b64: false }, claims))).toBe('PERMIT_MALFORMED');
    expect(await denial(signed({ alg: 'EdDSA', typ: PERMIT_TYPE }, claims))).toBe('PERMIT_MALFORMED');
    expect(await denial(signed(header(), { ...claims, models: [] }))).toBe('PERMIT_MALFORMED');
    expect(await denial(signed(header(), 'text'))).toBe('PERMIT_MALFORMED');
  });

  it('takes no permit of another deployment, whatever name it gives itself', async () => {
    const foreign = await generatePermitKey('deployment:other');
    const inOurName = await signPermit(claims, foreign);
    expect(await denial(inOurName.token)).toBe('PERMIT_ISSUER_UNKNOWN');
    // Its key number copied from ours, too.
    expect(await denial(signed(header(), claims, foreign))).toBe('PERMIT_SIGNATURE_INVALID');
    // A key that is known for its own deployment does not speak for ours.
    const both = await PermitKeySet.fromJwks([key.publicJwk, foreign.publicJwk]);
    expect(await denial(inOurName.token, NOW, both)).toBe('PERMIT_ISSUER_UNKNOWN');
    expect(await denial(token, NOW, both)).toBe('accepted');
  });

  it('ends at the second it says and not later', async () => {
    expect(await denial(token, later(86_399))).toBe('accepted');
    expect(await denial(token, later(86_400))).toBe('PERMIT_EXPIRED');
    expect(await denial(token, new Date(Number.NaN))).toBe('PERMIT_EXPIRED');
  });

  it('is not valid on a clock that was set back before it was issued', async () => {
    expect(await denial(token, later(-29))).toBe('accepted');
    expect(await denial(token, later(-3600))).toBe('PERMIT_NOT_YET_VALID');
  });

  it('is refused when it was made for longer than a day, even by the right key', async () => {
    const long = await signPermit({ ...claims, exp: claims.iat + 86_401 }, key);
    expect(await denial(long.token)).toBe('PERMIT_TOO_LONG');
    const endless = await signPermit({ ...claims, exp: Number.MAX_SAFE_INTEGER }, key);
    expect(await denial(endless.token)).toBe('PERMIT_TOO_LONG');
  });

  it('denies every other text and never fails in another way', async () => {
    const pieces = fc.oneof(
      fc.string(),
      fc.json().map(encode),
      fc.constant(encode(header())),
      fc.base64String(),
    );
    const texts = fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary' }),
      fc.tuple(pieces, pieces, pieces).map((parts) => parts.join('.')),
      fc.anything().map((payload) => signed(header(), jsonOrNull(payload))),
      fc.nat(token.length - 1).map((at) => `${token.slice(0, at)}${token.slice(at + 1)}`),
    );
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        expect(await denial(text)).toMatch(/^PERMIT_/);
      }),
      { numRuns: 500 },
    );
    expect(await denial(undefined as unknown as string)).toBe('PERMIT_MALFORMED');
    expect(await denial('x'.repeat(2_000_001))).toBe('PERMIT_MALFORMED');
  });
});

describe('permit keys', () => {
  it('are kept as JWK and read back', async () => {
    const key = await generatePermitKey('deployment:test');
    const again = await importPermitKey(structuredClone(exportPermitKey(key)));
    expect(again.publicJwk).toEqual(key.publicJwk);
    expect(exportPermitKey(again)).toEqual(exportPermitKey(key));
    expect(key.publicJwk).not.toHaveProperty('d');
  });

  it('are numbered by their RFC 7638 thumbprint, with the key of RFC 8037, appendix A', async () => {
    const key = await importPermitKey({
      kty: 'OKP',
      crv: 'Ed25519',
      d: 'nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A',
      x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo',
      kid: 'kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k',
      alg: 'EdDSA',
      use: 'sig',
      iss: 'rfc8037',
    });
    expect(key.kid).toBe('kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k');
  });

  it('are refused when they are something else', async () => {
    const key = await generatePermitKey('deployment:test');
    const other = await generatePermitKey('deployment:test');
    const invalid = { code: 'PERMIT_KEY_INVALID' };
    await expect(PermitKeySet.fromJwks([{ ...key.publicJwk, kid: other.kid }])).rejects.toMatchObject(
      invalid,
    );
    await expect(PermitKeySet.fromJwks([{ ...key.publicJwk, crv: 'X25519' }])).rejects.toMatchObject(invalid);
    await expect(PermitKeySet.fromJwks([null])).rejects.toMatchObject(invalid);
    await expect(importPermitKey({ ...exportPermitKey(key), kid: other.kid })).rejects.toMatchObject(invalid);
    await expect(importPermitKey(key.publicJwk)).rejects.toMatchObject(invalid);
  });

  it('do not combine into a key whose public part is another’s', async () => {
    const [key, other] = [await generatePermitKey('a'), await generatePermitKey('a')];
    const mixed = { ...exportPermitKey(key), x: other.publicJwk.x, kid: other.kid };
    await expect(importPermitKey(mixed)).rejects.toMatchObject({ code: 'PERMIT_KEY_INVALID' });
  });
});

/** `JSON.stringify` has no text for some values. */
function jsonOrNull(value: unknown): unknown {
  try {
    return JSON.parse(JSON.stringify(value) ?? 'null');
  } catch {
    return null;
  }
}
