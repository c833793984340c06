import { AmaanError } from '@amaan/contracts/problem';

/** Bus calls that travel between a test and the child whose bus it drives; beside the bus's own frames. */
export type CallMethod = 'publish' | 'announce' | 'request';
export type SubscribeMethod = 'consume' | 'listen' | 'respond';

type Outcome =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly error: { readonly code: string; readonly message: string } };

export type LabMessage =
  | { lab: 'ready' }
  | { lab: 'call'; id: number; method: CallMethod; args: unknown[] }
  | { lab: 'subscribe'; id: number; method: SubscribeMethod; subject: string; options: unknown }
  | { lab: 'stop'; id: number; subscription: number }
  | { lab: 'dispose'; id: number }
  | { lab: 'outcome'; id: number; outcome: Outcome }
  /** The child's handler was called: the test runs the real one and returns its outcome as `handled`. */
  | { lab: 'incoming'; id: number; subscription: number; payload: unknown }
  | { lab: 'handled'; id: number; outcome: Outcome };

export function isLabMessage(value: unknown): value is LabMessage {
  return typeof value === 'object' && value !== null && 'lab' in value;
}

/** Runs something and makes its outcome ready to travel. */
export async function outcomeOf(run: () => unknown): Promise<Outcome> {
  try {
    return { ok: true, value: await run() };
  } catch (error) {
    const { code = 'UNTYPED', message } = error as AmaanError;
    return { ok: false, error: { code, message } };
  }
}

export function unwrap(outcome: Outcome): unknown {
  if (outcome.ok) return outcome.value;
  throw new AmaanError(outcome.error.code, outcome.error.message);
}

/** Calls by number that wait for their outcome. */
export class PendingOutcomes {
  readonly #waiting = new Map<number, (outcome: Outcome) => void>();
  #next = 0;

  async call(send: (id: number) => void): Promise<unknown> {
    const id = this.#next++;
    const { promise, resolve } = Promise.withResolvers<Outcome>();
    this.#waiting.set(id, resolve);
    send(id);
    return unwrap(await promise);
  }

  settle(id: number, outcome: Outcome): void {
    this.#waiting.get(id)?.(outcome);
    this.#waiting.delete(id);
  }
}
