import type { Identifier } from '@amaan/contracts/identifier';

/** What is being sent un-masked at this moment. It ends with the un-masking that opened it. */
export class OpenOriginals implements Disposable {
  readonly #byUnmasking = new Map<Identifier, Set<() => void>>();

  /**
   * Ties something that is being sent to the un-masking that opened it.
   * @param until Unix time in milliseconds at which it ends by itself
   * @param now Unix time in milliseconds
   * @param end stops it; called once at most
   * @returns to be called when it has ended by itself
   */
  hold(id: Identifier, until: number, now: number, end: () => void): () => void {
    const held = this.#byUnmasking.get(id) ?? new Set();
    this.#byUnmasking.set(id, held);
    const stop = () => {
      release();
      end();
    };
    const timer = setTimeout(stop, Math.max(0, until - now));
    timer.unref();
    const release = () => {
      clearTimeout(timer);
      held.delete(stop);
      if (held.size === 0 && this.#byUnmasking.get(id) === held) this.#byUnmasking.delete(id);
    };
    held.add(stop);
    return release;
  }

  /** Ends what was opened by un-maskings that are over. */
  end(ids: Iterable<Identifier>): void {
    for (const id of ids) for (const stop of [...(this.#byUnmasking.get(id) ?? [])]) stop();
  }

  [Symbol.dispose](): void {
    this.end([...this.#byUnmasking.keys()]);
  }
}
