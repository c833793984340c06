import type { AiSystem } from '@amaan/contracts/ai-system';
import type { AssessmentForm } from '@amaan/contracts/governance/impact-assessment';
import type { Need } from './ask.ts';
import { IMPACT_SCALES } from './impact-scales.ts';
import { PEOPLE_SECTIONS } from './people-questions.ts';
import { PURPOSE_SECTIONS } from './purpose-questions.ts';
import { RIGHTS_SECTION } from './rights-questions.ts';
import { SAFEGUARD_SECTIONS } from './safeguard-questions.ts';

/** The edition of the questions. A question that changes its meaning gets a new id and raises this. */
const EDITION = 1;

const SECTIONS = [...PURPOSE_SECTIONS, ...PEOPLE_SECTIONS, ...SAFEGUARD_SECTIONS, RIGHTS_SECTION];

/** Every question of the present edition, whatever system it is put about. */
export function assessmentQuestions(): Pick<
  AssessmentForm['sections'][number]['questions'][number],
  'id' | 'text'
>[] {
  return SECTIONS.flatMap(({ questions }) => questions);
}

/** The questions as they are put about one system; which are mandatory follows from its risk tier. */
export function assessmentForm(system: Pick<AiSystem, 'id' | 'name' | 'version' | 'risk'>): AssessmentForm {
  const highRisk = system.risk.tier === 'high' || system.id === 'face-recognition';
  const isMandatory = (need: Need) => need === 'always' || (need === 'high-risk' && highRisk);
  return {
    form: EDITION,
    system: system.id,
    systemName: system.name,
    systemVersion: system.version,
    riskTier: system.risk.tier,
    sections: SECTIONS.map(({ questions, ...section }) => ({
      ...section,
      questions: questions.map(({ need, ...question }) => ({ ...question, mandatory: isMandatory(need) })),
    })),
    impactScales: IMPACT_SCALES,
  };
}
