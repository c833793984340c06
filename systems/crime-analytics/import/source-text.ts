import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import type { FileEncoding } from '@amaan/contracts/crime/import-mapping';
import { ImportError } from './import-error.ts';

/** What of a file is looked at before it is read, in bytes. */
const HEAD_BYTES = 512 * 1024;

/** Whoever does not read it to its end disposes of it. */
export interface OpenedSource extends AsyncDisposable {
  readonly compressed: boolean;
  /** The beginning, not compressed. */
  readonly head: Uint8Array;
  /** Whether the beginning is all. */
  readonly isWhole: boolean;
  /** All bytes from the beginning, not compressed; to be read once. */
  readonly bytes: AsyncIterable<Uint8Array>;
}

/**
 * Looks at the beginning of a stream of bytes and undoes gzip, holding no more than that beginning.
 * @throws ImportError `IMPORT_DAMAGED` while it is read: the compressed file ends early or is broken
 */
export async function openSource(source: AsyncIterable<Uint8Array>): Promise<OpenedSource> {
  const raw = source[Symbol.asyncIterator]();
  const first = await gather(raw, 2);
  const compressed = first.bytes[0] === 0x1f && first.bytes[1] === 0x8b;
  const whole = joined(first.bytes, raw);
  const plain = (compressed ? gunzipped(whole) : whole)[Symbol.asyncIterator]();
  const { bytes: head, ended: isWhole } = await gather(plain, HEAD_BYTES);
  const bytes = joined(head, plain);
  const close = async () => {
    await plain.return?.(undefined);
    await raw.return?.();
  };
  return { compressed, head, isWhole, bytes, [Symbol.asyncDispose]: close };
}

/** The text of bytes, piece by piece; a byte order mark is taken off. */
export async function* textOf(
  bytes: AsyncIterable<Uint8Array>,
  encoding: FileEncoding,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of bytes) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

async function gather(
  from: AsyncIterator<Uint8Array>,
  atLeast: number,
): Promise<{ bytes: Uint8Array; ended: boolean }> {
  const parts: Uint8Array[] = [];
  let ended = false;
  for (let length = 0; length < atLeast; ) {
    const next = await from.next();
    if (next.done === true) {
      ended = true;
      break;
    }
    parts.push(next.value);
    length += next.value.length;
  }
  return { bytes: parts.length === 1 ? parts[0]! : Buffer.concat(parts), ended };
}

/** Leaving the loop early closes the source. */
async function* joined(head: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    if (head.length > 0) yield head;
    for (;;) {
      const next = await rest.next();
      if (next.done === true) return;
      yield next.value;
    }
  } finally {
    await rest.return?.();
  }
}

async function* gunzipped(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip();
  // Whatever goes wrong is thrown by reading it.
  const fed = pipeline(source, gunzip).catch(() => undefined);
  try {
    yield* gunzip;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && String(error.code).startsWith('Z_'))) throw error;
    throw new ImportError(
      'IMPORT_DAMAGED',
      'The compressed file is damaged or ends early; nothing was imported.',
      {
        cause: error,
      },
    );
  } finally {
    gunzip.destroy();
    await fed;
  }
}
