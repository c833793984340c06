import type { CaseFile } from '@amaan/contracts/case-file';
import { decide, type Principal } from '../access/decide.ts';

/**
 * Whether the policies let somebody look at an original for a case at this moment: their role, their membership, the open
 * case, their training; and an investigator reads for that very case.
 * @param now Unix time in milliseconds
 */
export function mayUnmask(by: Principal, { id, siteId, closedAt, members }: CaseFile, now: number): boolean {
  const resource = {
    type: 'case',
    id,
    siteId,
    open: closedAt === null,
    members: members.map(({ userId }) => userId),
  } as const;
  if (!decide(by, 'unmask.open', { resource, now }).allowed) return false;
  return by.purpose === undefined || by.purpose.caseId === id;
}
