import type { HotlistBody } from '../../../api/hotlists.ts';
import { isShorter } from '../../../components/list-form/is-shorter.ts';

type Field = 'name' | 'owner' | 'reason' | 'legalBasis' | 'reviewOn' | 'expiresOn';
type Problem =
  | 'nameNeeded'
  | 'ownerNeeded'
  | 'reasonNeeded'
  | 'legalNeeded'
  | 'dateNeeded'
  | 'datePast'
  | 'dateOrder';

/**
 * What is missing or wrong in each field of a hotlist, before it is sent.
 * @param today `YYYY-MM-DD`
 * @param kept the expiry that the list has: a date that was set earlier may be over
 */
export function hotlistProblems(
  { name, owner, reason, legalBasis, reviewOn, expiresOn }: HotlistBody,
  today: string,
  kept?: string,
): { readonly [Name in Field]?: Problem } {
  return {
    ...(isShorter(name, 3) && { name: 'nameNeeded' as const }),
    ...(isShorter(owner, 2) && { owner: 'ownerNeeded' as const }),
    ...(isShorter(reason, 10) && { reason: 'reasonNeeded' as const }),
    ...(isShorter(legalBasis, 5) && { legalBasis: 'legalNeeded' as const }),
    ...(reviewOn === ''
      ? { reviewOn: 'dateNeeded' as const }
      : expiresOn !== '' && reviewOn > expiresOn && { reviewOn: 'dateOrder' as const }),
    ...(expiresOn === ''
      ? { expiresOn: 'dateNeeded' as const }
      : expiresOn <= today && expiresOn !== kept && { expiresOn: 'datePast' as const }),
  };
}
