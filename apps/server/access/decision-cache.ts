import type { Verdict } from './access-policies.ts';

/** Enough for every role, action and circumstance at once, and some hundred cases and sites. */
const LARGEST = 20_000;

/**
 * Remembers verdicts by everything that they depend on, so that the list of what somebody may do does not
 * hold up the event loop. When full, what was not asked for longest is forgotten.
 */
export class DecisionCache {
  readonly #verdicts = new Map<string, Verdict>();
  readonly #largest: number;

  constructor(largest = LARGEST) {
    this.#largest = largest;
  }

  /** @param key everything that the verdict depends on */
  get(key: string, decide: () => Verdict): Verdict {
    const known = this.#verdicts.get(key);
    // A Map keeps the order of insertion: what is asked for goes to the end.
    if (known !== undefined) this.#verdicts.delete(key);
    const verdict = known ?? decide();
    this.#verdicts.set(key, verdict);
    if (this.#verdicts.size > this.#largest) {
      for (const oldest of this.#verdicts.keys()) {
        this.#verdicts.delete(oldest);
        break;
      }
    }
    return verdict;
  }
}
