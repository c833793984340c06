/** One line of `amaan doctor`. */
export interface Check {
  readonly id: string;
  readonly what: string;
  /** `weak`: it works, with a limit that `found` names. */
  readonly state: 'ok' | 'weak' | 'missing';
  /** What is there, in a few words. */
  readonly found: string;
  /** What to do about it; null when it is fine. */
  readonly help: string | null;
  /** `running`: nothing starts without it; `tests`: only tests miss it; `comfort`: a default does without. */
  readonly neededFor: 'running' | 'tests' | 'comfort';
}

/** A check that found what it looked for. */
export function fine(id: string, what: string, found: string): Check {
  return { id, what, state: 'ok', found, help: null, neededFor: 'running' };
}
