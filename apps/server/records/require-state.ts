import type { GovernanceRecord } from '@amaan/contracts/governance/record';
import { ConflictError } from '../http/http-errors.ts';

/**
 * A record must be in one of some states for a step.
 * @param what why only then, as the end of the sentence
 * @throws ConflictError with this code
 */
export function requireState(
  { number, status }: GovernanceRecord,
  states: readonly string[],
  code: string,
  what: string,
): void {
  if (states.includes(status)) return;
  throw new ConflictError(code, `${number} is ${status}: ${what}. Nothing was changed.`);
}

/** Nobody signs what they have not read. @throws ConflictError `RECORD_CHANGED` */
export function requireVersion({ number, version }: GovernanceRecord, seen: number): void {
  if (version === seen) return;
  throw new ConflictError(
    'RECORD_CHANGED',
    `${number} is at version ${version} meanwhile and you read version ${seen}; nothing was signed. Read the changes first.`,
  );
}
