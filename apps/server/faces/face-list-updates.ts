import type { LiveUpdate } from '@amaan/contracts/live-update';

/** Changes within so many milliseconds are told once: a list may be filled with a thousand pictures a second. */
const TOGETHER_MS = 300;

/** Tells consoles that watchlists or authorisations are different, so that what others do appears by itself. */
export class FaceListUpdates implements Disposable {
  readonly #publish: (update: LiveUpdate) => void;
  #due: NodeJS.Timeout | undefined;

  constructor(publish: (update: LiveUpdate) => void) {
    this.#publish = publish;
  }

  /** Call it after the commit. */
  tellSoon(): void {
    this.#due ??= setTimeout(() => {
      this.#due = undefined;
      this.#publish({ type: 'watchlists-changed' });
      this.#publish({ type: 'face-authorisations-changed' });
    }, TOGETHER_MS).unref();
  }

  [Symbol.dispose](): void {
    clearTimeout(this.#due);
  }
}
