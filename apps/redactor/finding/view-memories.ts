import { type RememberingSession, rememberViews } from '@amaan/redaction/finding/unchanged-views';
import type { LookKind } from '@amaan/redaction/system';
import type { InferenceSession } from '@amaan/vision/sessions/open-session';

/** Recordings whose views a thread remembers at once; what it remembers of one is a few hundred numbers a view. */
const MOST_RECORDINGS = 32;

/** What a thread remembers of views, by recording and kind of frame, whose views differ. */
export class ViewMemories {
  readonly #session: InferenceSession;
  readonly #tolerance: number;
  /** The one used last comes last. */
  readonly #memories = new Map<string, RememberingSession>();

  /** @param tolerance in the model's input units, as `rememberViews`. */
  constructor(session: InferenceSession, tolerance: number) {
    this.#session = session;
    this.#tolerance = tolerance;
  }

  /** The session for the next picture of a recording; single pictures have nothing before them. */
  sessionFor(recording: string, kind: LookKind): InferenceSession {
    if (kind === 'picture') return this.#session;
    const key = `${kind} ${recording}`;
    const memory = this.#memories.get(key) ?? rememberViews(this.#session, this.#tolerance);
    this.#memories.delete(key);
    this.#memories.set(key, memory);
    if (this.#memories.size > 2 * MOST_RECORDINGS) {
      const [oldest] = this.#memories.keys();
      this.#memories.delete(oldest!);
    }
    memory.beginPicture();
    return memory;
  }
}
