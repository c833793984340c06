import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { digestOfBytes } from '@amaan/contracts/digest-of';
import type { PackManifest } from '@amaan/governance/pack/pack-manifest';
import { ZipFile } from 'yazl';

type PackedFile = PackManifest['files'][number];
type Content = string | AsyncIterable<string>;

/**
 * A pack on its way to the disk: files are streamed into a zip one after the other and hashed as they go.
 * Nothing stands under the final name before all of it does.
 */
export class PackArchive implements AsyncDisposable {
  readonly #path: string;
  readonly #zip = new ZipFile();
  readonly #files: PackedFile[] = [];
  readonly #written: Promise<void>;
  readonly #hash = createHash('sha256');
  #bytes = 0;

  constructor(path: string) {
    this.#path = path;
    this.#written = pipeline(
      this.#zip.outputStream as Readable,
      async function* (this: PackArchive, chunks: AsyncIterable<Buffer>) {
        for await (const chunk of chunks) {
          this.#hash.update(chunk);
          this.#bytes += chunk.length;
          yield chunk;
        }
      }.bind(this),
      createWriteStream(this.#part, { mode: 0o600 }),
    );
    // Awaited in `finish`; until then a failure must not count as unhandled.
    this.#written.catch(() => undefined);
  }

  /** What was added so far, as the manifest lists it. */
  get files(): readonly PackedFile[] {
    return this.#files;
  }

  get #part(): string {
    return `${this.#path}.part`;
  }

  /** Adds a file; resolves when its content was read to the end. */
  async add(path: string, content: Content): Promise<void> {
    if (typeof content === 'string') {
      const bytes = Buffer.from(content);
      this.#zip.addBuffer(bytes, path, { mode: 0o100644 });
      this.#files.push({ path, bytes: bytes.length, digest: digestOfBytes(bytes) });
      return;
    }
    const hash = createHash('sha256');
    let bytes = 0;
    const hashed = async function* () {
      for await (const text of content) {
        const chunk = Buffer.from(text);
        hash.update(chunk);
        bytes += chunk.length;
        yield chunk;
      }
    };
    const source = Readable.from(hashed());
    const ended = Promise.withResolvers<void>();
    source.once('end', () => ended.resolve());
    source.once('error', ended.reject);
    this.#zip.addReadStream(source, path, { mode: 0o100644 });
    await Promise.race([ended.promise, this.#failed()]);
    this.#files.push({ path, bytes, digest: hash.digest('hex') });
  }

  /** Adds a value as JSON that people can read. */
  addJson(path: string, value: unknown): Promise<void> {
    return this.add(path, `${JSON.stringify(value, null, 1)}\n`);
  }

  /** Puts the finished pack under its name, on the disk for good. */
  async finish(): Promise<{ readonly bytes: number; readonly digest: string }> {
    this.#zip.end();
    await this.#written;
    await using file = await open(this.#part, 'r+');
    await file.sync();
    await rename(this.#part, this.#path);
    return { bytes: this.#bytes, digest: this.#hash.digest('hex') };
  }

  /** Takes away what was not finished. */
  async [Symbol.asyncDispose](): Promise<void> {
    (this.#zip.outputStream as Readable).destroy();
    await this.#written.catch(() => undefined);
    await rm(this.#part, { force: true });
  }

  /** Rejects when the disk fails, and never resolves. */
  async #failed(): Promise<never> {
    await this.#written;
    throw new Error('The pack was closed before all of it was written.');
  }
}
