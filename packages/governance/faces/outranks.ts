import type { Role } from '@amaan/contracts/api/me';

/** The line of command of those who work with citizens' data. Who only runs or judges the system is not in it. */
const RANKS: Partial<Record<string, number>> = {
  operator: 1,
  'traffic-reviewer': 1,
  analyst: 1,
  investigator: 2,
  supervisor: 3,
} satisfies Partial<Record<Role, number>>;

/** Whether somebody's role is higher than another's, so that they may approve what the other asks for. */
export function outranks(role: string, other: string): boolean {
  const [one, two] = [RANKS[role], RANKS[other]];
  return one !== undefined && two !== undefined && one > two;
}
