/** Who comes first: a camera that was live, then one that was never tried, then one that keeps failing. */
export const START_ORDER = ['was-live', 'new', 'failing'] as const;
export type StartOrder = (typeof START_ORDER)[number];

interface Waiting {
  readonly order: StartOrder;
  readonly admit: (place: Disposable) => void;
}

/**
 * Limits how many ffmpeg are being opened at once. Opening is the costly part of a dead camera: a process and
 * seconds of waiting. One place is never given to cameras that keep failing, so however many of
 * them there are, a camera that dropped out for a moment is back at once.
 */
export class StartGate {
  readonly #places: number;
  #taken: StartOrder[] = [];
  #waiting: Waiting[] = [];

  /** @param places sources that may be opening at once, at least 2 */
  constructor(places = 4) {
    if (!(places >= 2)) throw new RangeError('A start gate needs two places at least.');
    this.#places = places;
  }

  /** Sources that are being opened now. */
  get opening(): number {
    return this.#taken.length;
  }

  /**
   * Waits for a place; dispose of it as soon as the source is open or failed.
   *
   * @throws the signal's reason when it is aborted while waiting
   */
  async enter(order: StartOrder, signal: AbortSignal): Promise<Disposable> {
    signal.throwIfAborted();
    const { promise, resolve, reject } = Promise.withResolvers<Disposable>();
    const waiting: Waiting = { order, admit: resolve };
    const giveUp = () => {
      this.#waiting = this.#waiting.filter((other) => other !== waiting);
      reject(signal.reason);
    };
    signal.addEventListener('abort', giveUp, { once: true });
    this.#waiting.push(waiting);
    this.#admit();
    return promise.finally(() => signal.removeEventListener('abort', giveUp));
  }

  #admit(): void {
    for (const order of START_ORDER) {
      for (
        let next = this.#next(order);
        next !== undefined && this.#hasPlace(order);
        next = this.#next(order)
      ) {
        this.#waiting.splice(this.#waiting.indexOf(next), 1);
        next.admit(this.#take(order));
      }
    }
  }

  #next(order: StartOrder): Waiting | undefined {
    return this.#waiting.find((waiting) => waiting.order === order);
  }

  #hasPlace(order: StartOrder): boolean {
    const failing = this.#taken.filter((taken) => taken === 'failing').length;
    return this.#taken.length < this.#places && (order !== 'failing' || failing < this.#places - 1);
  }

  #take(order: StartOrder): Disposable {
    this.#taken.push(order);
    let held = true;
    return {
      [Symbol.dispose]: () => {
        if (!held) return;
        held = false;
        this.#taken.splice(this.#taken.indexOf(order), 1);
        this.#admit();
      },
    };
  }
}
