import type { Digest } from '@amaan/contracts/digest';

export interface MaskingLineOptions {
  /** How many are masked at the same time. */
  readonly atOnce: number;
  /** How many wait at most. */
  readonly most: number;
}

interface Place<Made> {
  readonly key: Digest;
  readonly make: () => Promise<Made>;
  readonly result: PromiseWithResolvers<Made>;
  /** Whether somebody waits for it now; what is made ahead comes after that. */
  isWanted: boolean;
}

/** It was put off: the line was full, and others are asked for more recently. Asking again puts it back. */
export class PutOff extends Error {}

/**
 * A bounded line of things to make, each once however many ask for it. What somebody waits for comes first; when the line
 * is full the oldest is put off, and of two what is made ahead.
 */
export class MaskingLine<Made> {
  readonly #options: MaskingLineOptions;
  readonly #places = new Map<Digest, Place<Made>>();
  readonly #waiting: Place<Made>[] = [];
  #running = 0;

  constructor(options: MaskingLineOptions) {
    this.#options = options;
  }

  /** How many wait. */
  get length(): number {
    return this.#waiting.length;
  }

  /**
   * Makes something, or joins who asked for it before.
   * @param isWanted whether somebody waits for it
   * @returns what was made; rejects with what `make` threw, or with `PutOff`
   */
  ask(key: Digest, make: () => Promise<Made>, isWanted: boolean): Promise<Made> {
    const known = this.#places.get(key);
    if (known !== undefined) {
      known.isWanted ||= isWanted;
      return known.result.promise;
    }
    const place: Place<Made> = { key, make, isWanted, result: Promise.withResolvers<Made>() };
    // Nobody may be listening any more.
    place.result.promise.catch(() => undefined);
    this.#places.set(key, place);
    this.#waiting.push(place);
    if (this.#waiting.length > this.#options.most) this.#putOff();
    this.#next();
    return place.result.promise;
  }

  /** Resolves when nothing is being made, and puts off everything that waits. */
  async end(): Promise<void> {
    while (this.#waiting.length > 0) this.#putOff();
    await Promise.allSettled([...this.#places.values()].map(({ result }) => result.promise));
  }

  #putOff(): void {
    const ahead = this.#waiting.findIndex(({ isWanted }) => !isWanted);
    const [place] = this.#waiting.splice(Math.max(0, ahead), 1);
    if (place === undefined) return;
    this.#places.delete(place.key);
    place.result.reject(new PutOff());
  }

  #next(): void {
    while (this.#running < this.#options.atOnce && this.#waiting.length > 0) {
      const wanted = this.#waiting.findIndex(({ isWanted }) => isWanted);
      const [place] = this.#waiting.splice(Math.max(0, wanted), 1);
      if (place !== undefined) void this.#run(place);
    }
  }

  async #run({ key, make, result }: Place<Made>): Promise<void> {
    this.#running += 1;
    try {
      result.resolve(await make());
    } catch (error) {
      result.reject(error);
    } finally {
      this.#running -= 1;
      this.#places.delete(key);
      this.#next();
    }
  }
}
