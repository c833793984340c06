import type { CaseFile } from '@amaan/contracts/case-file';
import { decide, type Principal } from '../access/decide.ts';

/** Whether the policies let somebody read or change a case. */
export function mayWorkOn(
  principal: Principal,
  action: 'case.read' | 'case.change',
  { id, siteId, closedAt, members }: CaseFile,
): boolean {
  const resource = {
    type: 'case',
    id,
    siteId,
    open: closedAt === null,
    members: members.map(({ userId }) => userId),
  } as const;
  return decide(principal, action, { resource }).allowed;
}
