import type { FaceAuditSetInput } from '@amaan/contracts/faces/matches/face-report';
import { isShorter } from '../../../components/list-form/is-shorter.ts';
import type { AuditFile } from './audit-file.ts';

export type AuditProblem = 'name' | 'source' | 'lawfulness' | 'from' | 'to' | 'file';

/**
 * What is missing of an audit set before it is sent.
 * @param file null: none is chosen
 * @param today `YYYY-MM-DD` (UTC)
 */
export function auditProblems(
  { name, source, lawfulness, from, to }: Omit<FaceAuditSetInput, 'groups'>,
  file: AuditFile | null,
  today: string,
): ReadonlySet<AuditProblem> {
  const wrong: Record<AuditProblem, boolean> = {
    name: isShorter(name, 3),
    source: isShorter(source, 10),
    lawfulness: isShorter(lawfulness, 10),
    from: from === '' || from > today,
    to: to === '' || to < from || to > today,
    file: file === null || file.problem !== null || file.bad.length > 0 || file.groups.length === 0,
  };
  return new Set((Object.keys(wrong) as AuditProblem[]).filter((problem) => wrong[problem]));
}
