import type { RiskCriteria, RiskLevel, RiskRating } from '@amaan/contracts/governance/risk';

/** What holds until the organisation approves criteria of its own. */
export const BUILT_IN_CRITERIA: RiskCriteria = { acceptableUpTo: 6, tolerableUpTo: 14 };

/** Likelihood × severity, 1–25 (consequence–likelihood matrix, IEC 31010:2019, B.10.3). */
export function riskScore({ likelihood, severity }: RiskRating): number {
  return likelihood * severity;
}

/**
 * What the organisation's criteria say of a score. A risk of the highest severity is never `acceptable`: a
 * life is not weighed against being rare by one person alone.
 */
export function riskLevel(rating: RiskRating, criteria: RiskCriteria): RiskLevel {
  const score = riskScore(rating);
  if (score > criteria.tolerableUpTo) return 'unacceptable';
  return score > criteria.acceptableUpTo || rating.severity === 5 ? 'tolerable' : 'acceptable';
}

/** How many different people must accept a residual risk. */
export function signaturesNeeded(level: RiskLevel): number {
  return level === 'acceptable' ? 1 : 2;
}
