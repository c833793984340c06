/**
 * How long nothing may be known of the picture before that is said. A camera that is analysed once in five
 * seconds, the slowest there is, knows nothing for four of them and is not behind.
 */
const PATIENCE_SECONDS = 5;

/** Tells whether a video runs so far ahead of its analysis that its objects come too late to be drawn. */
export class AnalysisLag {
  /** The last moment of the video of which something was known. */
  #known = Number.POSITIVE_INFINITY;

  /**
   * To be asked at every picture.
   * @param seconds the moment of the video that is shown
   * @param known whether analysis has reached it, or was never heard of
   */
  isBehind(seconds: number, known: boolean): boolean {
    // A clock that runs backwards is a stream that began again.
    if (known || seconds < this.#known) this.#known = seconds;
    return seconds - this.#known > PATIENCE_SECONDS;
  }
}
