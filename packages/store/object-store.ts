import type { Readable } from 'node:stream';
import type { Digest } from '@amaan/contracts/digest';
import { AmaanError } from '@amaan/contracts/problem';

/**
 * `OBJECT_NOT_FOUND`, `OBJECT_CORRUPT` (its bytes no longer have the digest that names it),
 * `OBJECT_STORE_FULL` or `OBJECT_STORE_FAILED`.
 */
export class ObjectStoreError extends AmaanError {}

export interface ObjectRange {
  /** First byte, from 0. */
  readonly start: number;
  /** Last byte, included; left out: to the end. As in HTTP's `Range`. */
  readonly end?: number;
}

export interface ObjectStream {
  /** Size of the whole object, also when a range was asked for. */
  readonly bytes: number;
  /**
   * The content. Read as a whole it is checked on the way, and the stream fails with `OBJECT_CORRUPT` at
   * its end when the digest is another; a range cannot be checked.
   */
  readonly content: Readable;
}

/**
 * Frames, pictures and clips, named by the sha256 of their bytes: storing the same twice is storing it
 * once, and nothing can be changed without being noticed.
 *
 * Digests are lower-case hexadecimal, checked by whoever takes them from outside (`Digest`).
 */
export interface ObjectStore {
  /** Stores bytes; once it resolves they survive a crash. @throws ObjectStoreError `OBJECT_STORE_…` */
  put(bytes: Uint8Array): Promise<Digest>;
  /** Reads a whole object and checks it. @throws ObjectStoreError `OBJECT_NOT_FOUND`, `OBJECT_CORRUPT` */
  get(digest: Digest): Promise<Uint8Array>;
  /** Whether there is such an object. Its content is not checked. */
  has(digest: Digest): Promise<boolean>;
  /** Reads an object, or a part of it, piece by piece. @throws ObjectStoreError `OBJECT_NOT_FOUND` */
  openStream(digest: Digest, range?: ObjectRange): Promise<ObjectStream>;
  /** Deletes an object that nothing names any more. That it is not there is no error. */
  remove(digest: Digest): Promise<void>;
}
