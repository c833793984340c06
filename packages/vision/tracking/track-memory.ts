/** Tracks last for seconds after they were seen; what is known of them is kept somewhat longer. */
const FORGET_SECONDS = 60;

/** What an analyser knows of each track; forgets tracks that were not asked for in a minute of stream time. */
export class TrackMemory<State> {
  readonly #states = new Map<number, { state: State; seconds: number }>();

  /** What is known of a track, or what `create` makes of it when nothing is. */
  recall(track: number, streamSeconds: number, create: () => State): State {
    const known = this.#states.get(track) ?? { state: create(), seconds: streamSeconds };
    known.seconds = streamSeconds;
    // Last asked for, last in order: the oldest are always in front.
    this.#states.delete(track);
    this.#states.set(track, known);
    return known.state;
  }

  forget(streamSeconds: number): void {
    for (const [track, { seconds }] of this.#states) {
      if (streamSeconds - seconds <= FORGET_SECONDS) return;
      this.#states.delete(track);
    }
  }

  get size(): number {
    return this.#states.size;
  }
}
