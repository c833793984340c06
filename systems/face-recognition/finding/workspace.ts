/**
 * Memory that a finder uses again for the next picture: the planes of a frame take 11 MB, and giving them back each
 * time costs more than filling them. One picture at a time works with it.
 */
export class Workspace {
  readonly #memory: Float32Array[] = [];
  #next = 0;

  /** Begins with a new picture: what was taken before is free again. */
  reset(): void {
    this.#next = 0;
  }

  /** So many values; what is in them is left from before. */
  take(length: number): Float32Array {
    const index = this.#next++;
    const known = this.#memory[index];
    if (known?.length === length) return known;
    const fresh = new Float32Array(length);
    this.#memory[index] = fresh;
    return fresh;
  }
}
