import type { Risk, RiskCriteria } from '@amaan/contracts/governance/risk';
import { riskLevel, riskScore } from './risk-score.ts';

/**
 * What keeps a risk from being called treated, one sentence each; empty when nothing does.
 * @param owner who answers for it; null: nobody
 */
export function treatmentGaps(
  { treatment, residual, actions, inherent, existing }: Risk,
  owner: string | null,
): string[] {
  const open = actions.filter(({ done }) => !done);
  return [
    ...ownerGaps(owner),
    ...(residual === null ? ['Its residual likelihood and severity are not judged yet.'] : []),
    ...open.map(({ what, owner, due }) => `The action “${what}” (${owner}, due ${due}) is not done.`),
    ...(treatment !== 'retain' && actions.length === 0 && existing === ''
      ? [`To ${treatment} it, something must be done: name an action or an existing measure.`]
      : []),
    ...(residual !== null && riskScore(residual) > riskScore(inherent)
      ? ['What remains cannot be more than what was there without the measures.']
      : []),
  ];
}

/** What keeps a treated risk from being accepted by anybody, one sentence each. */
export function acceptanceGaps({ residual }: Risk, criteria: RiskCriteria, owner: string | null): string[] {
  const gaps = ownerGaps(owner);
  if (residual === null) return [...gaps, 'Its residual likelihood and severity are not judged yet.'];
  if (riskLevel(residual, criteria) !== 'unacceptable') return gaps;
  return [
    ...gaps,
    `What remains scores ${riskScore(residual)}, above ${criteria.tolerableUpTo}: nobody may accept that. Reduce it further or avoid it.`,
  ];
}

function ownerGaps(owner: string | null): string[] {
  return owner === null || owner.trim() === '' ? ['Nobody answers for it: name an owner.'] : [];
}
