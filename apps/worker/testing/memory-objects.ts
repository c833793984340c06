import type { Digest } from '@amaan/contracts/digest';
import { digestOfBytes } from '@amaan/contracts/digest-of';
import type { ObjectStore } from '@amaan/store/object-store';

/** The part of an object store that a worker uses, in memory. `refuses` makes it fail for chosen bytes. */
export class MemoryObjects implements Pick<ObjectStore, 'put' | 'get'> {
  readonly objects = new Map<Digest, Uint8Array>();
  refuses: (bytes: Uint8Array) => boolean = () => false;

  async put(bytes: Uint8Array): Promise<Digest> {
    if (this.refuses(bytes)) throw new Error('The disk is full.');
    const digest = digestOfBytes(bytes);
    this.objects.set(digest, bytes);
    return digest;
  }

  async get(digest: Digest): Promise<Uint8Array> {
    const bytes = this.objects.get(digest);
    if (!bytes) throw new Error(`There is no object ${digest}.`);
    return bytes;
  }
}
