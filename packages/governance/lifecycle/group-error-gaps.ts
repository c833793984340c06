import type { AiSystem } from '@amaan/contracts/ai-system';
import type { FaceAuditSetInput } from '@amaan/contracts/faces/matches/face-report';
import type { Instant } from '@amaan/contracts/instant';

/** An audit set: errors by groups of people, as the governance office brought them from a lawful test. */
export type AuditSetFact = Pick<FaceAuditSetInput, 'name' | 'from' | 'to'> & {
  readonly groups: readonly Pick<FaceAuditSetInput['groups'][number], 'grouping' | 'label' | 'faces'>[];
};

/** Fewer searched faces of a group tell next to nothing: none wrong of 100 may still be one of 27 (Wilson, 95 %). */
const LEAST_FACES = 100;
const YEAR_MS = 366 * 24 * 60 * 60_000;

/** Whether a system tells who somebody is, so that its errors fall on groups of people, and not only on cameras. */
export function identifiesPeople({ id }: Pick<AiSystem, 'id'>): boolean {
  return id === 'face-recognition';
}

/**
 * What is missing of error rates by groups of people; empty when they are there. It asks for evidence and judges no
 * difference: that is for those who approve, with the figures before them.
 *
 * @param since when exactly these models and this configuration were first validated: an earlier test was of another
 *   combination; null: never
 */
export function groupErrorGaps(sets: readonly AuditSetFact[], since: Instant | null, now: Date): string[] {
  if (sets.length === 0)
    return [
      'There are no error rates by groups of people; the governance office records an audit set with lawful ground truth.',
    ];
  const counted = sets.filter(
    ({ from, to }) =>
      since !== null && from >= since.slice(0, 10) && Date.parse(to) > now.getTime() - YEAR_MS,
  );
  if (counted.length === 0)
    return ['No audit set of the last year is a test of exactly these models and this configuration.'];
  const reasons = counted.map(incompleteness);
  return reasons.includes(null) ? [] : reasons.filter((reason) => reason !== null);
}

/** Why one set is not enough, or null. */
function incompleteness({ name, groups }: AuditSetFact): string | null {
  const divisions = [...Map.groupBy(groups, ({ grouping }) => grouping)];
  if (!divisions.some(([, parts]) => parts.length > 1))
    return `The audit set “${name}” has no two groups that could be compared.`;
  const small = groups.filter(({ faces }) => faces < LEAST_FACES).map(({ label }) => label);
  return small.length === 0
    ? null
    : `The audit set “${name}” has fewer than ${LEAST_FACES} faces of: ${small.join(', ')}.`;
}
