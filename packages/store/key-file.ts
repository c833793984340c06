import { createPrivateKey, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';
import { mkdir, readFile, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { AmaanError } from '@amaan/contracts/problem';
import { isFileError, writeFileDurably } from './durable-file.ts';
import { SECRET_KEY_BYTES } from './secret-box.ts';

/**
 * A key cannot be used: `KEY_FILE_UNREADABLE`, `KEY_FILE_EXPOSED` (others than the owner may read it) or
 * `KEY_FILE_INVALID`. A key that exists is never replaced: what it protects would be lost.
 */
export class KeyFileError extends AmaanError {}

/** The Ed25519 private key in a PEM file (PKCS #8), made at the first call. For permits and the ledger. */
export async function readOrCreateSigningKey(path: string): Promise<KeyObject> {
  const pem = await readOrCreate(path, () => {
    const { privateKey } = generateKeyPairSync('ed25519');
    return Buffer.from(privateKey.export({ type: 'pkcs8', format: 'pem' }));
  });
  try {
    const key = createPrivateKey(pem);
    if (key.asymmetricKeyType === 'ed25519') return key;
  } catch (cause) {
    throw invalid(path, 'an Ed25519 private key in PEM form', cause);
  }
  throw invalid(path, 'an Ed25519 private key in PEM form');
}

/** The 32 random bytes of a key file for a `SecretBox`, made at the first call. */
export async function readOrCreateSecretKey(path: string): Promise<Uint8Array> {
  const key = await readOrCreate(path, () => randomBytes(SECRET_KEY_BYTES));
  if (key.length !== SECRET_KEY_BYTES) throw invalid(path, `${SECRET_KEY_BYTES} random bytes`);
  return key;
}

/** A random password of 256 bits in a file of its own, made at the first call. */
export async function readOrCreatePassword(path: string): Promise<string> {
  const password = (
    await readOrCreate(path, () => Buffer.from(randomBytes(32).toString('base64url')))
  ).toString();
  if (!/^[\w-]{43}$/.test(password)) throw invalid(path, 'a generated password');
  return password;
}

/**
 * Reads a file that only its owner may read, or makes it. It appears complete or not at all, and of several
 * processes that make it at once all read the same.
 */
async function readOrCreate(path: string, make: () => Buffer): Promise<Buffer> {
  try {
    return (await readProtected(path)) ?? (await create(path, make()));
  } catch (cause) {
    if (cause instanceof KeyFileError) throw cause;
    throw new KeyFileError(
      'KEY_FILE_UNREADABLE',
      `The key file ${path} cannot be read or made: ${cause instanceof Error ? cause.message : String(cause)}.`,
      { cause },
    );
  }
}

async function readProtected(path: string): Promise<Buffer | undefined> {
  try {
    const { mode } = await stat(path);
    if ((mode & 0o077) !== 0 && process.platform !== 'win32') {
      throw new KeyFileError(
        'KEY_FILE_EXPOSED',
        `Others than its owner may read the key file ${path}. Find out who did, then: chmod 600 ${path}`,
      );
    }
    return await readFile(path);
  } catch (error) {
    if (isFileError(error, 'ENOENT')) return undefined;
    throw error;
  }
}

async function create(path: string, content: Buffer): Promise<Buffer> {
  await mkdir(dirname(dirname(path)), { recursive: true });
  await mkdir(dirname(path), { mode: 0o700 }).catch((error: unknown) => {
    if (!isFileError(error, 'EEXIST')) throw error;
  });
  await writeFileDurably(path, content, { mode: 0o600, ifAbsent: true });
  return readFile(path);
}

function invalid(path: string, expected: string, cause?: unknown): KeyFileError {
  return new KeyFileError(
    'KEY_FILE_INVALID',
    `The key file ${path} does not hold ${expected}; it was left as it is. Put the right file back from a backup.`,
    { cause },
  );
}
