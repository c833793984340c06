import { totpCode, totpStep } from '../access/second-factor/totp.ts';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** What a person's authenticator app shows for the key that it was given in base32 (RFC 4648, section 6). */
export class AuthenticatorApp {
  readonly secret: Uint8Array;

  constructor(key: string) {
    const bits = [...key.replaceAll(/\s/g, '')]
      .map((letter) => ALPHABET.indexOf(letter).toString(2).padStart(5, '0'))
      .join('');
    this.secret = Uint8Array.from(bits.match(/.{8}/g) ?? [], (byte) => Number.parseInt(byte, 2));
  }

  /** @param unixMs what the phone's clock says */
  code(unixMs: number): string {
    return totpCode(this.secret, totpStep(unixMs));
  }
}
