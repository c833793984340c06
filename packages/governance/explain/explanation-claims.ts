import { digestOfJson } from '@amaan/contracts/digest-of';
import type { Explanation, ExplanationStep } from '@amaan/contracts/explanation';
import { AmaanError } from '@amaan/contracts/problem';

/** `EXPLANATION_DOES_NOT_FIT`, with the first thing that does not. */
export class ExplanationError extends AmaanError {}

export type Step<Name extends ExplanationStep['step']> = Extract<ExplanationStep, { step: Name }>;

/** The one step of a name. @throws ExplanationError when there is none, or more than one */
export function stepOf<Name extends ExplanationStep['step']>({ steps }: Explanation, name: Name): Step<Name> {
  const found = steps.filter((step): step is Step<Name> => step.step === name);
  if (found.length !== 1) throw unfit(`There are ${found.length} steps ${name} instead of one`);
  return found[0]!;
}

/** @throws ExplanationError unless what is told is what the ledger has */
export function agree(what: string, told: unknown, recorded: unknown): void {
  if (recorded !== undefined && digestOfJson(told) === digestOfJson(recorded)) return;
  throw unfit(`The ${what} in the chain is not the one that the ledger has`);
}

/** The same in any order, for what has none of its own. */
export function sorted(list: unknown): unknown {
  return Array.isArray(list) ? list.map((member) => digestOfJson(member)).sort() : list;
}

export function unfit(what: string, cause?: unknown): ExplanationError {
  return new ExplanationError('EXPLANATION_DOES_NOT_FIT', `${what}.`, { cause });
}

/** What was decided within a transaction is recorded by its end: never earlier, and not much later. */
export function checkMoment(what: string, told: string, recorded: string): void {
  const late = Date.parse(recorded) - Date.parse(told);
  if (late < 0 || late > LONGEST_TRANSACTION_MS) {
    throw unfit(`The time of the ${what} in the chain is not the one that the ledger has`);
  }
}

const LONGEST_TRANSACTION_MS = 60_000;
