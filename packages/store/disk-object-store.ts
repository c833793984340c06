import { createHash } from 'node:crypto';
import { mkdir, open, readdir, readFile, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline, Transform } from 'node:stream';
import { Digest } from '@amaan/contracts/digest';
import { digestOfBytes } from '@amaan/contracts/digest-of';
import { isFileError, syncFolder, writeFileDurably } from './durable-file.ts';
import { type ObjectRange, type ObjectStore, ObjectStoreError, type ObjectStream } from './object-store.ts';

/** How old an unfinished write must be to be taken for left behind by a crash. */
const ABANDONED_MS = 60 * 60 * 1000;

/**
 * Objects as files in two levels of folders: `ab/cd/abcd…`. Several processes may use one folder.
 *
 * @example
 * const objects = await DiskObjectStore.open('data/objects');
 * const digest = await objects.put(png);
 */
export class DiskObjectStore implements ObjectStore {
  readonly #folder: string;

  private constructor(folder: string) {
    this.#folder = folder;
  }

  /** Opens a folder, making it when missing, and clears what writers that crashed left unfinished. */
  static async open(folder: string): Promise<DiskObjectStore> {
    const store = new DiskObjectStore(folder);
    await mkdir(store.#incoming, { recursive: true }).catch(refuse);
    for (const name of await readdir(store.#incoming)) {
      const path = join(store.#incoming, name);
      const written = await stat(path).catch(() => null);
      if (written !== null && Date.now() - written.mtimeMs > ABANDONED_MS) await rm(path, { force: true });
    }
    return store;
  }

  async put(bytes: Uint8Array): Promise<Digest> {
    const digest = digestOfBytes(bytes);
    const path = this.#pathOf(digest);
    if (await this.#isIntact(path, digest)) return digest;
    try {
      await mkdirDurably(dirname(path));
      await writeFileDurably(path, bytes, { mode: 0o640, ifAbsent: false, temporaryFolder: this.#incoming });
    } catch (error) {
      refuse(error);
    }
    return digest;
  }

  async get(digest: Digest): Promise<Uint8Array> {
    const bytes = await readFile(this.#pathOf(digest)).catch((error) => refuse(error, digest));
    if (digestOfBytes(bytes) !== digest) throw corrupt(digest);
    return bytes;
  }

  async has(digest: Digest): Promise<boolean> {
    return stat(this.#pathOf(digest)).then(
      () => true,
      (error) => (isFileError(error, 'ENOENT') ? false : refuse(error, digest)),
    );
  }

  async remove(digest: Digest): Promise<void> {
    await rm(this.#pathOf(digest), { force: true }).catch((error) => refuse(error));
  }

  async openStream(digest: Digest, range?: ObjectRange): Promise<ObjectStream> {
    const file = await open(this.#pathOf(digest)).catch((error) => refuse(error, digest));
    const { size: bytes } = await file.stat();
    const content = file.createReadStream(range);
    if (range !== undefined) return { bytes, content };
    return { bytes, content: pipeline(content, checking(digest), () => {}) };
  }

  get #incoming(): string {
    return join(this.#folder, 'incoming');
  }

  #pathOf(digest: Digest): string {
    // A digest becomes a path: nothing else may.
    if (!Digest.safeParse(digest).success) throw notFound(digest);
    return join(this.#folder, digest.slice(0, 2), digest.slice(2, 4), digest);
  }

  async #isIntact(path: string, digest: Digest): Promise<boolean> {
    const stored = await readFile(path).catch(() => null);
    return stored !== null && digestOfBytes(stored) === digest;
  }
}

/** Passes bytes on and fails at their end when they do not have this digest. */
function checking(digest: Digest): Transform {
  const hash = createHash('sha256');
  return new Transform({
    transform(chunk, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
    flush(done) {
      done(hash.digest('hex') === digest ? null : corrupt(digest));
    },
  });
}

async function mkdirDurably(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true });
  if (first === undefined) return;
  await syncFolder(dirname(first));
  await syncFolder(dirname(folder));
}

/** @throws ObjectStoreError the typed error for one of `node:fs` */
function refuse(error: unknown, digest?: Digest): never {
  if (digest !== undefined && isFileError(error, 'ENOENT')) throw notFound(digest);
  if (isFileError(error, 'ENOSPC') || isFileError(error, 'EDQUOT')) {
    throw new ObjectStoreError(
      'OBJECT_STORE_FULL',
      'The disk of the object store is full; this object was not stored, all others are kept. Make room on it.',
      { cause: error },
    );
  }
  throw new ObjectStoreError(
    'OBJECT_STORE_FAILED',
    `The object store cannot be used: ${error instanceof Error ? error.message : String(error)}. Check the folder and its permissions.`,
    { cause: error },
  );
}

function notFound(digest: Digest): ObjectStoreError {
  return new ObjectStoreError('OBJECT_NOT_FOUND', `There is no object ${digest} in the store.`);
}

function corrupt(digest: Digest): ObjectStoreError {
  return new ObjectStoreError(
    'OBJECT_CORRUPT',
    `The stored object ${digest} was changed or damaged: its bytes have another digest. It was kept as it is; restore it from a backup.`,
  );
}
