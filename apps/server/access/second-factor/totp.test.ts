import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { encodeBase32 } from './base32.ts';
import { matchTotp, totpCode, totpStep, totpUri } from './totp.ts';

/** RFC 6238, appendix B, the rows of SHA-1. */
const RFC_SECRET = Buffer.from('12345678901234567890');
const RFC_VECTORS: readonly [number, string][] = [
  [59, '94287082'],
  [1_111_111_109, '07081804'],
  [1_111_111_111, '14050471'],
  [1_234_567_890, '89005924'],
  [2_000_000_000, '69279037'],
  [20_000_000_000, '65353130'],
];

describe('one-time passwords by time', () => {
  test.each(RFC_VECTORS)('are those of RFC 6238 at %i s', (seconds, code) => {
    expect(totpCode(RFC_SECRET, totpStep(seconds * 1000), 8)).toBe(code);
  });

  test('fit from one step before to one step after, and not beyond', () => {
    const now = 1_700_000_000_000;
    const step = totpStep(now);
    const fitsAt = (other: number) => matchTotp(RFC_SECRET, totpCode(RFC_SECRET, other), now, 0);
    expect([-2, -1, 0, 1, 2].map((off) => fitsAt(step + off))).toEqual([
      null,
      step - 1,
      step,
      step + 1,
      null,
    ]);
  });

  test('are not accepted twice, nor is an older one after a newer one', () => {
    const now = 1_700_000_000_000;
    const step = totpStep(now);
    expect(matchTotp(RFC_SECRET, totpCode(RFC_SECRET, step), now, step)).toBeNull();
    expect(matchTotp(RFC_SECRET, totpCode(RFC_SECRET, step - 1), now, step)).toBeNull();
    expect(matchTotp(RFC_SECRET, totpCode(RFC_SECRET, step + 1), now, step)).toBe(step + 1);
  });

  test('of another length or secret do not fit', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), (text) => {
        fc.pre(!/^\d{6}$/.test(text));
        expect(matchTotp(RFC_SECRET, text, 1_700_000_000_000, 0)).toBeNull();
      }),
    );
  });
});

describe('base32', () => {
  /** RFC 4648, section 10, without the padding. */
  test.each([
    ['', ''],
    ['f', 'MY'],
    ['fo', 'MZXQ'],
    ['foo', 'MZXW6'],
    ['foob', 'MZXW6YQ'],
    ['fooba', 'MZXW6YTB'],
    ['foobar', 'MZXW6YTBOI'],
  ])('of %j is %j', (text, expected) => {
    expect(encodeBase32(Buffer.from(text))).toBe(expected);
  });

  test('is in the address that a QR code carries', () => {
    expect(totpUri(Buffer.from('foobar'), 'Amaan', 'ayesha.k')).toBe(
      'otpauth://totp/Amaan:ayesha.k?secret=MZXW6YTBOI&issuer=Amaan',
    );
  });
});
