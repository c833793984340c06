import { digestOfJson } from '@amaan/contracts/digest-of';
import type { Identifier } from '@amaan/contracts/identifier';

/**
 * Whether a case gets a second look: by a hash of its identifier, so that nobody chooses and nobody can tell beforehand.
 * @param share of all cases, 0–1
 */
export function getsSecondLook(caseId: Identifier, share: number): boolean {
  const drawn = Number.parseInt(digestOfJson({ secondLook: caseId }).slice(0, 12), 16);
  return drawn / 2 ** 48 < share;
}
