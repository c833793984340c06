import type { RecordHistory } from '@amaan/contracts/governance/record';
import { Risk, type RiskCriteria, type RiskRating, type RiskView } from '@amaan/contracts/governance/risk';
import { riskLevel, riskScore, signaturesNeeded } from '@amaan/governance/risks/risk-score';

/** A risk as people read it: scored by the criteria in force, with what is late. */
export function riskView(
  { record, signatures }: Pick<RecordHistory, 'record' | 'signatures'>,
  criteria: RiskCriteria,
  now: number,
): RiskView {
  const body = Risk.parse(record.body);
  const scored = (rating: RiskRating) => ({ score: riskScore(rating), level: riskLevel(rating, criteria) });
  const residual = body.residual && scored(body.residual);
  return {
    record,
    inherent: scored(body.inherent),
    residual,
    overdue: record.closedAt === null && record.reviewAt !== null && Date.parse(record.reviewAt) <= now,
    lateActions: body.actions.filter(({ done, due }) => !done && endOfDay(due) < now).length,
    acceptances: signatures.filter(
      ({ meaning, version }) => meaning === 'accepted' && version === record.version,
    ),
    signaturesNeeded: signaturesNeeded(residual?.level ?? 'tolerable'),
  };
}

function endOfDay(date: string): number {
  return Date.parse(`${date}T23:59:59.999Z`);
}
