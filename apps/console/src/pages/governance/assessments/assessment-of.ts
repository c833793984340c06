import type { AssessmentView, ImpactAssessment } from '@amaan/contracts/governance/impact-assessment';

/** What an assessment says. The server checked it against the same schema when it was saved. */
export function assessmentOf({ record }: AssessmentView): ImpactAssessment {
  return record.body as unknown as ImpactAssessment;
}
