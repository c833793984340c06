import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { AmaanError } from '@amaan/contracts/problem';

const VERSION = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
export const SECRET_KEY_BYTES = 32;

/** A sealed value cannot be opened: `SECRET_UNREADABLE`. */
export class SecretError extends AmaanError {}

/**
 * Encrypts secrets for the database and the object store with AES-256-GCM (NIST SP 800-38D).
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
    return this.sealBytes(Buffer.from(text), context);
  }

  /** Encrypts bytes, as `seal` does a text. */
  sealBytes(bytes: Uint8Array, context: string): Uint8Array {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.#key, nonce).setAAD(Buffer.from(context));
    return Buffer.concat([
      Buffer.of(VERSION),
      nonce,
      cipher.update(bytes),
      cipher.final(),
      cipher.getAuthTag(),
    ]);
  }

  /**
   * Decrypts what `seal` made.
   * @throws SecretError `SECRET_UNREADABLE` when the key or the context is another or the value was changed
   */
  open(sealed: Uint8Array, context: string): string {
    return this.openBytes(sealed, context).toString('utf8');
  }

  /**
   * Decrypts what `sealBytes` made; the caller may overwrite the result.
   * @throws SecretError `SECRET_UNREADABLE` as `open`
   */
  openBytes(sealed: Uint8Array, context: string): Buffer {
    try {
      if (sealed[0] !== VERSION) throw new RangeError('unknown version');
      const nonce = sealed.subarray(1, 1 + NONCE_BYTES);
      const decipher = createDecipheriv('aes-256-gcm', this.#key, nonce, { authTagLength: TAG_BYTES })
        .setAAD(Buffer.from(context))
        .setAuthTag(sealed.subarray(-TAG_BYTES));
      const bytes = decipher.update(sealed.subarray(1 + NONCE_BYTES, -TAG_BYTES));
      // GCM is a stream: nothing comes after it, but only this checks the tag.
      decipher.final();
      return bytes;
    } catch (cause) {
      throw new SecretError(
        'SECRET_UNREADABLE',
        `A stored secret of ${context} cannot be decrypted: it was changed, or the secret key of this deployment is not the one it was stored with. Put the right key file back or enter the secret again.`,
        { cause },
      );
    }
  }
}
