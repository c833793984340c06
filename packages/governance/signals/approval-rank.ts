/**
 * Who stands above whom when signal control is allowed: traffic reviewers ask, supervisors answer for the road, and the
 * governance office stands above both. A role that is not listed ranks nowhere.
 */
const RANKS: Readonly<Record<string, number>> = {
  'traffic-reviewer': 1,
  supervisor: 2,
  'governance-officer': 3,
};

/** Whether somebody's role is higher than that of who asked, so that they may decide on it. */
export function mayDecideFor(decider: string, asker: string): boolean {
  return (RANKS[decider] ?? 0) > (RANKS[asker] ?? Number.POSITIVE_INFINITY);
}
