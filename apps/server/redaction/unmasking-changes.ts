import type { Identifier } from '@amaan/contracts/identifier';
import type { LiveUpdate } from '@amaan/contracts/live-update';
import type { OpenOriginals } from './open-originals.ts';

/** Tells everybody whom it concerns that an un-masking was asked for, began or ended. Call it after the commit. */
export class UnmaskingChanges {
  readonly #originals: OpenOriginals;
  readonly #publish: (update: LiveUpdate) => void;
  readonly #listeners = new Set<() => void>();

  constructor(originals: OpenOriginals, publish: (update: LiveUpdate) => void) {
    this.#originals = originals;
    this.#publish = publish;
  }

  /** @param ended those that open nothing any more: what they opened stops */
  changed(ended: readonly Identifier[]): void {
    this.#originals.end(ended);
    for (const listener of this.#listeners) listener();
    this.#publish({ type: 'unmaskings-changed' });
  }

  /** @returns how to stop listening */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }
}
