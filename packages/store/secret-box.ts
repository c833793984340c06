import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { AmaanError } from '@amaan/contracts/problem';

const VERSION = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
export const SECRET_KEY_BYTES = 32;

/** A sealed value cannot be opened: `SECRET_UNREADABLE`. */
export class SecretError extends AmaanError {}

/**
 * Encrypts small secrets for the database with AES-256-GCM (NIST SP 800-38D).
 * Sealed form: version (1 byte), random nonce (12), ciphertext, tag (16).
 */
export class SecretBox {
  readonly #key: Uint8Array;

  /** @param key 32 random bytes, see `readOrCreateSecretKey` */
  constructor(key: Uint8Array) {
    if (key.length !== SECRET_KEY_BYTES) throw new RangeError(`The key must have ${SECRET_KEY_BYTES} bytes.`);
    this.#key = key;
  }

  /**
   * Encrypts a text.
   * @param context what the secret belongs to, for example a camera's id: it opens with the same one only,
   *   so a sealed value copied to another row is worthless there.
   */
  seal(text: string, context: string): Uint8Array {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.#key, nonce).setAAD(Buffer.from(context));
    return Buffer.concat([
      Buffer.of(VERSION),
      nonce,
      cipher.update(text, 'utf8'),
      cipher.final(),
      cipher.getAuthTag(),
    ]);
  }

  /**
   * Decrypts what `seal` made.
   * @throws SecretError `SECRET_UNREADABLE` when the key or the context is another or the value was changed
   */
  open(sealed: Uint8Array, context: string): string {
    try {
      if (sealed[0] !== VERSION) throw new RangeError('unknown version');
      const nonce = sealed.subarray(1, 1 + NONCE_BYTES);
      const decipher = createDecipheriv('aes-256-gcm', this.#key, nonce, { authTagLength: TAG_BYTES })
        .setAAD(Buffer.from(context))
        .setAuthTag(sealed.subarray(-TAG_BYTES));
      const text = decipher.update(sealed.subarray(1 + NONCE_BYTES, -TAG_BYTES));
      return Buffer.concat([text, decipher.final()]).toString('utf8');
    } catch (cause) {
      throw new SecretError(
        'SECRET_UNREADABLE',
        `A stored secret of ${context} cannot be decrypted: it was changed, or the secret key of this deployment is not the one it was stored with. Put the right key file back or enter the secret again.`,
        { cause },
      );
    }
  }
}
