import type { AiSystem } from '@amaan/contracts/ai-system';
import {
  type AssessmentView,
  IMPACT_LEVELS,
  ImpactAssessment,
} from '@amaan/contracts/governance/impact-assessment';
import type { GovernanceRecord } from '@amaan/contracts/governance/record';
import { assessmentForm } from '@amaan/governance/assessments/assessment-form';
import { assessmentValidity } from '@amaan/governance/assessments/assessment-validity';
import { impactLevel } from '@amaan/governance/assessments/impact-level';
import { missingAnswers } from '@amaan/governance/assessments/missing-answers';

/** An assessment as people read it: scored, with what is missing and whether it holds now. */
export function assessmentView(record: GovernanceRecord, system: AiSystem, now: number): AssessmentView {
  const body = ImpactAssessment.parse(record.body);
  const scores = Object.fromEntries(body.impacts.map((impact) => [impact.id, impactLevel(impact)]));
  const highest = Math.max(-1, ...Object.values(scores).map(({ level }) => IMPACT_LEVELS.indexOf(level)));
  return {
    record,
    validity: assessmentValidity(record, now),
    level: IMPACT_LEVELS[highest] ?? null,
    scores,
    missing: missingAnswers(assessmentForm(system), body),
  };
}
