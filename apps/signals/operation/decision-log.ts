import { type Identifier, newIdentifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import type { SignalEvent } from '@amaan/contracts/traffic/junction-record';
import type { SignalDecision } from '@amaan/contracts/traffic/signal-decision';
import type { SignalProblem } from '@amaan/contracts/traffic/signal-live';
import type { SignalReport } from '@amaan/contracts/traffic/signal-messages';

/** A decision like the one before is reported again after so many seconds. */
const REPEAT_SECONDS = 10;

interface Known {
  /** What the last reported decision said. */
  key: string;
  reportedAt: number;
  /** The code of the problem that was told. */
  problem: string | null;
}

/**
 * What of decisions and problems has to be reported: every decision that differs from the one before, one of those that do
 * not every ten seconds, and each fall to the fixed plan and each return once.
 */
export class DecisionLog {
  readonly #known = new Map<Identifier, Known>();

  decision(junctionId: Identifier, decision: SignalDecision): SignalReport[] {
    const known = this.#of(junctionId);
    const { proposed, state } = decision;
    const key = JSON.stringify([
      proposed,
      state.stage,
      state.next,
      state.source,
      state.fallback,
      state.forced,
    ]);
    const at = Date.parse(decision.at) / 1000;
    if (key === known.key && at - known.reportedAt < REPEAT_SECONDS) return [];
    known.key = key;
    known.reportedAt = at;
    return [{ type: 'decision', junctionId, decision }];
  }

  /**
   * @param problem why the junction is not led, or null
   * @param now Unix seconds
   */
  problem(junctionId: Identifier, problem: SignalProblem | null, now: number): SignalReport[] {
    const known = this.#of(junctionId);
    const code = problem?.code ?? null;
    if (code === known.problem) return [];
    known.problem = code;
    return [
      problem === null
        ? event(junctionId, now, 'recovered', 'RECOVERED', 'What was wrong is over: it is as its mode says.')
        : event(junctionId, now, 'fell-back', problem.code, problem.message),
    ];
  }

  /** Forgets a junction that is not assigned any more. */
  forget(junctionId: Identifier): void {
    this.#known.delete(junctionId);
  }

  #of(junctionId: Identifier): Known {
    let known = this.#known.get(junctionId);
    if (!known) {
      known = { key: '', reportedAt: Number.NEGATIVE_INFINITY, problem: null };
      this.#known.set(junctionId, known);
    }
    return known;
  }
}

/** Something that happened to a junction's control, as this process reports it. */
export function event(
  junctionId: Identifier,
  now: number,
  kind: SignalEvent['kind'],
  code: string,
  text: string,
): SignalReport {
  const at = instantOf(now * 1000);
  return {
    type: 'event',
    event: { id: newIdentifier(), junctionId, at, kind, code, text, by: 'Amaan' },
  };
}
