import type { Risk, RiskRating, RiskView } from '@amaan/contracts/governance/risk';

/** What a risk says. The server checked it against the same schema when it was saved. */
export function riskOf({ record }: RiskView): Risk {
  return record.body as unknown as Risk;
}

/** Where a risk stands now: what remains of it, else as it was first judged. */
export function presentRating(view: RiskView): RiskRating {
  const { residual, inherent } = riskOf(view);
  return residual ?? inherent;
}
