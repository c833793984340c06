import { PackError, PackPath } from '@amaan/governance/pack/pack-manifest';
import type { PackFiles } from '@amaan/governance/pack/verify-pack';
import { type Entry, openPromise, type ZipFile } from 'yauzl';

/** More than any honest pack has; beyond this a file is made to waste memory or time. */
const LIMITS = { entries: 10_100, fileBytes: 2 * 1024 ** 3, totalBytes: 8 * 1024 ** 3 } as const;

/**
 * The files of a pack in a zip, read where they lie: nothing is ever unpacked to the disk. What a
 * maliciously made zip can do is refused here: names that climb or come twice, encryption, more or larger
 * files than packs have, and content that is not as long as it says.
 */
export class PackZip implements PackFiles, AsyncDisposable {
  readonly #zip: ZipFile;
  readonly #entries: ReadonlyMap<string, Entry>;

  private constructor(zip: ZipFile, entries: ReadonlyMap<string, Entry>) {
    this.#zip = zip;
    this.#entries = entries;
  }

  /** @throws PackError `PACK_UNREADABLE` */
  static async open(path: string): Promise<PackZip> {
    const zip = await openPromise(path, {
      autoClose: false,
      lazyEntries: true,
      strictFileNames: true,
      validateEntrySizes: true,
    }).catch((cause: unknown) => {
      throw unreadable('it is not a zip file that can be read', cause);
    });
    try {
      return new PackZip(zip, await readDirectory(zip));
    } catch (error) {
      zip.close();
      throw error;
    }
  }

  get paths(): readonly string[] {
    return [...this.#entries.keys()];
  }

  async open(path: string): Promise<AsyncIterable<Uint8Array>> {
    const entry = this.#entries.get(path);
    if (entry === undefined) throw unreadable(`there is no ${path} in it`);
    const stream = await this.#zip.openReadStreamPromise(entry).catch((cause: unknown) => {
      throw unreadable(`${path} cannot be read`, cause);
    });
    return chunksOf(stream, path);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#zip.close();
  }
}

async function readDirectory(zip: ZipFile): Promise<Map<string, Entry>> {
  if (zip.entryCount > LIMITS.entries) throw unreadable(`it has ${zip.entryCount} files`);
  const entries = new Map<string, Entry>();
  let total = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      const { fileName, uncompressedSize } = entry;
      if (!PackPath.safeParse(fileName).success)
        throw unreadable(`a file in it has a name that packs never use`);
      if (entries.has(fileName)) throw unreadable(`${fileName} is in it twice`);
      if (entry.isEncrypted()) throw unreadable(`${fileName} is encrypted`);
      total += uncompressedSize;
      if (uncompressedSize > LIMITS.fileBytes || total > LIMITS.totalBytes) {
        throw unreadable(`${fileName} makes it larger than a pack can be`);
      }
      entries.set(fileName, entry);
    }
  } catch (cause) {
    if (cause instanceof PackError) throw cause;
    throw unreadable('its list of files is damaged or was made to mislead', cause);
  }
  return entries;
}

async function* chunksOf(stream: AsyncIterable<Uint8Array>, path: string): AsyncGenerator<Uint8Array> {
  try {
    yield* stream;
  } catch (cause) {
    throw unreadable(`${path} is damaged`, cause);
  }
}

function unreadable(why: string, cause?: unknown): PackError {
  return new PackError('PACK_UNREADABLE', `This is not a pack that can be checked: ${why}.`, { cause });
}
