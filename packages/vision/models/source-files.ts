import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Transform, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Digest } from '@amaan/contracts/digest';
import type { ModelManifest } from '@amaan/contracts/model-manifest';
import { Parser, type ReadEntry } from 'tar';
import { ModelError } from './model-error.ts';

/** A source file on disk, already checked against its manifest. */
export interface FetchedFile {
  /** As the manifest names it. */
  readonly name: string;
  readonly path: string;
  readonly digest: Digest;
}

/** Where a fetch writes to, and what it has written once the sink is finished. */
export interface SourceSink {
  readonly sink: Writable;
  readonly files: () => Promise<FetchedFile[]>;
}

/**
 * A sink that takes a manifest's download and keeps in `folder` only the files that the manifest names:
 * out of a package's tarball, or the download itself. Nothing else touches the disk.
 *
 * `files` rejects with ModelError `MODEL_SOURCE_INCOMPLETE` when one is missing or of another size, and
 * `MODEL_DIGEST_MISMATCH` when one is not what the manifest says.
 */
export function openSourceSink(manifest: ModelManifest, folder: string): SourceSink {
  return manifest.source.startsWith('npm:') ? tarballSink(manifest, folder) : fileSink(manifest, folder);
}

function fileSink(manifest: ModelManifest, folder: string): SourceSink {
  const expected = manifest.files[0]!;
  const sink = digesting();
  const path = join(folder, 'source-0');
  const written = pipeline(sink, createWriteStream(path));
  // Whoever feeds the sink sees the failure as well; here it only waits for `files`.
  written.catch((error: Error) => sink.destroy(error));
  return {
    sink,
    files: async () => {
      await written;
      return [check(manifest, expected, path, sink)];
    },
  };
}

function tarballSink(manifest: ModelManifest, folder: string): SourceSink {
  const wanted = new Map(manifest.files.map((file, index) => [`package/${file.path}`, { file, index }]));
  const kept: Promise<FetchedFile>[] = [];
  const parser = new Parser({
    strict: true,
    filter: (path) => wanted.has(path),
    onReadEntry: (entry: ReadEntry) => {
      const match = wanted.get(entry.path);
      if (match === undefined) return entry.resume();
      const path = join(folder, `source-${match.index}`);
      const digest = digesting();
      const done = pipeline(entry, digest, createWriteStream(path)).then(() =>
        check(manifest, match.file, path, digest),
      );
      done.catch((error: Error) => sink.destroy(error));
      kept.push(done);
    },
  });
  const sink = new Transform({
    transform(chunk: Buffer, _encoding, next) {
      if (parser.write(chunk)) next();
      else parser.once('drain', () => next());
    },
    flush(next) {
      parser.once('end', () => next());
      parser.end();
    },
  });
  parser.on('error', (cause: Error) => {
    const message = `What ${manifest.source} gave is not a whole tarball; nothing was installed. Try again.`;
    sink.destroy(new ModelError('MODEL_SOURCE_INCOMPLETE', message, { cause }));
  });
  sink.resume();
  return {
    sink,
    files: async () => {
      const files = await Promise.all(kept);
      for (const { path } of manifest.files) {
        if (!files.some((file) => file.name === path)) {
          throw new ModelError(
            'MODEL_SOURCE_INCOMPLETE',
            `${manifest.source} does not hold ${path}, which ${manifest.title} is made from; nothing was installed.`,
          );
        }
      }
      return files;
    },
  };
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

function digesting(): DigestingStream {
  return new DigestingStream();
}

function check(
  manifest: ModelManifest,
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
