import { describe, expect, test } from 'vitest';
import { PasskeyAddresses } from './passkey-addresses.ts';
import { relyingPartyOf } from './relying-party.ts';

describe('the relying party of a passkey', () => {
  const asked = (host: string, protocol = 'http') => ({ host, protocol });

  test('is the deployment’s own name, whatever a request claims', () => {
    expect(relyingPartyOf('https://amaan.example.pk:8443', asked('evil.example'))).toEqual({
      id: 'amaan.example.pk',
      origin: 'https://amaan.example.pk:8443',
    });
  });

  test('is localhost on the machine itself', () => {
    expect(relyingPartyOf(null, asked('localhost:8080'))).toEqual({
      id: 'localhost',
      origin: 'http://localhost:8080',
    });
  });

  test.each([
    [null, '127.0.0.1:8080', 'address-is-a-number'],
    [null, '[::1]:8080', 'address-is-a-number'],
    [null, '192.168.1.5', 'address-is-a-number'],
    [null, 'amaan.example.pk', 'name-not-set'],
    [null, 'localhost.evil.example', 'name-not-set'],
    [null, 'not a host', 'name-not-set'],
    ['http://amaan.example.pk', 'amaan.example.pk', 'not-https'],
    ['https://10.0.0.1', '10.0.0.1', 'address-is-a-number'],
  ] as const)('with %s set and %s asked for is none: %s', (publicOrigin, host, obstacle) => {
    expect(relyingPartyOf(publicOrigin, asked(host))).toBe(obstacle);
    expect(() => new PasskeyAddresses(publicOrigin).require(asked(host))).toThrow(/^Passkeys /);
  });
});
