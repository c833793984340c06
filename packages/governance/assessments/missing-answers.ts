import type { LocalText } from '@amaan/contracts/ai-system';
import {
  AFFECTED,
  type AssessmentAnswer,
  type AssessmentForm,
  type AssessmentView,
  type ImpactAssessment,
} from '@amaan/contracts/governance/impact-assessment';

const NO_IMPACT: Record<(typeof AFFECTED)[number], LocalText> = {
  individuals: {
    en: 'At least one impact on individuals, the gravest first',
    ur: 'افراد پر کم از کم ایک اثر، سب سے سنگین پہلے',
  },
  groups: { en: 'At least one impact on groups', ur: 'گروہوں پر کم از کم ایک اثر' },
  society: { en: 'At least one impact on society', ur: 'معاشرے پر کم از کم ایک اثر' },
};

/** What must still be filled in before an assessment can be submitted, in the order of the form. */
export function missingAnswers(form: AssessmentForm, body: ImpactAssessment): AssessmentView['missing'] {
  const unanswered = form.sections
    .flatMap(({ questions }) => questions)
    .filter(({ id, type, mandatory }) => mandatory && !isAnswered(body.answers[id], type))
    .map(({ id, text }) => ({ id, text }));
  const withoutImpact = AFFECTED.filter((group) =>
    body.impacts.every(({ affected }) => affected !== group),
  ).map((group) => ({ id: `impacts.${group}`, text: NO_IMPACT[group] }));
  const withoutMeasures = body.impacts
    .filter(({ measures }) => measures.trim() === '')
    .map(({ id, what }) => ({
      id: `impacts.${id}`,
      text: { en: `What is done about “${what}”`, ur: `اس اثر کے بارے میں کیا کیا جاتا ہے: ${what}` },
    }));
  return [...unanswered, ...withoutImpact, ...withoutMeasures];
}

/** A level or a yes without its reason is no answer. */
function isAnswered(answer: AssessmentAnswer | undefined, type: AssessmentAnswer['type']): boolean {
  if (answer === undefined || answer.type !== type) return false;
  if (answer.type === 'list') return answer.items.some((item) => item.trim() !== '');
  return (answer.type === 'text' ? answer.text : answer.why).trim() !== '';
}
