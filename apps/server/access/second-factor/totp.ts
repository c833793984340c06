import { createHmac, timingSafeEqual } from 'node:crypto';
import { encodeBase32 } from './base32.ts';

/** RFC 6238, section 4: X = 30 s, T0 = 0. */
const STEP_SECONDS = 30;
/** Steps before and after the present one that are accepted, for clocks that differ (section 5.2). */
const WINDOW = 1;
const DIGITS = 6;
/** RFC 4226, section 4, R6: 160 bits are recommended. */
export const TOTP_SECRET_BYTES = 20;

/** The time step of a Unix time in milliseconds. */
export function totpStep(unixMs: number): number {
  return Math.floor(unixMs / 1000 / STEP_SECONDS);
}

/**
 * The one-time password of a time step: RFC 6238 over HOTP (RFC 4226, section 5.3) with HMAC-SHA-1, which is
 * what every authenticator app speaks.
 */
export function totpCode(secret: Uint8Array, step: number, digits = DIGITS): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const hash = createHmac('sha1', secret).update(counter).digest();
  const offset = hash[hash.length - 1]! & 0xf;
  const number = (hash.readUInt32BE(offset) & 0x7fff_ffff) % 10 ** digits;
  return String(number).padStart(digits, '0');
}

/**
 * The time step that a code belongs to, or null when it fits none near now.
 * @param after the newest step whose code was accepted before: it and older ones are not accepted again
 */
export function matchTotp(secret: Uint8Array, code: string, unixMs: number, after: number): number | null {
  const now = totpStep(unixMs);
  const shown = Buffer.from(code);
  for (let step = now - WINDOW; step <= now + WINDOW; step += 1) {
    const expected = Buffer.from(totpCode(secret, step));
    const fits = shown.length === expected.length && timingSafeEqual(shown, expected);
    if (fits && step > after) return step;
  }
  return null;
}

/** The address that a QR code hands to an authenticator app (Key URI Format of Google Authenticator). */
export function totpUri(secret: Uint8Array, issuer: string, account: string): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(account)}`;
  return `otpauth://totp/${label}?secret=${encodeBase32(secret)}&issuer=${encodeURIComponent(issuer)}`;
}
