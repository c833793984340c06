import {
  AFFECTED,
  type AssessmentAnswer,
  type AssessmentForm,
  type AssessmentQuestion,
  type ImpactAssessment,
} from '@amaan/contracts/governance/impact-assessment';
import { newIdentifier } from '@amaan/contracts/identifier';

/** An assessment in which every question has an answer: for tests of what happens to complete ones. */
export function completeAssessment({ form, systemVersion, sections }: AssessmentForm): ImpactAssessment {
  return {
    form,
    systemVersion,
    answers: Object.fromEntries(
      sections.flatMap(({ questions }) => questions).map((question) => [question.id, answerTo(question)]),
    ),
    impacts: AFFECTED.map((affected) => ({
      id: newIdentifier(),
      affected,
      what: 'Somebody is stopped for nothing.',
      severity: 3,
      likelihood: 2,
      reversibility: 2,
      reach: 1,
      measures: 'A person looks before anybody acts.',
    })),
  };
}

function answerTo({ type, text }: AssessmentQuestion): AssessmentAnswer {
  const answer = `Answered: ${text.en}`;
  switch (type) {
    case 'text':
      return { type, text: answer };
    case 'list':
      return { type, items: [answer] };
    case 'scale':
      return { type, level: 3, why: answer };
    case 'yes-no':
      return { type, yes: true, why: answer };
  }
}
