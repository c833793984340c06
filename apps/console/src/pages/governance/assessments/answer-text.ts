import type { LocalText } from '@amaan/contracts/ai-system';
import type { AssessmentAnswer, AssessmentQuestion } from '@amaan/contracts/governance/impact-assessment';
import type { TFunction } from 'i18next';

/** An answer as one text, for reading and comparing; empty when there is none. */
export function answerText(
  answer: AssessmentAnswer | undefined,
  question: AssessmentQuestion,
  local: (text: LocalText) => string,
  t: TFunction,
): string {
  if (answer === undefined) return '';
  switch (answer.type) {
    case 'text':
      return answer.text;
    case 'list':
      return answer.items.map((item) => `• ${item}`).join('\n');
    case 'scale': {
      const meaning = question.levels[answer.level - 1];
      const level = meaning
        ? t('assessments.levelOf', { level: answer.level, meaning: local(meaning) })
        : String(answer.level);
      return [level, answer.why].filter(Boolean).join('\n');
    }
    case 'yes-no':
      return [t(answer.yes ? 'assessments.yes' : 'assessments.no'), answer.why].filter(Boolean).join('\n');
  }
}
