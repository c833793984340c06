import type { AssessmentForm, Impact } from '@amaan/contracts/governance/impact-assessment';
import { useTranslation } from 'react-i18next';
import type { ComparisonWords } from '../../../components/records/comparison-words.ts';
import { useLocalText } from '../../../format/use-local-text.ts';
import { SCALES } from './impact-fields.tsx';

/** How the places of an assessment are named when two versions are compared: by question. */
export function useAssessmentWords(form: AssessmentForm): ComparisonWords {
  const { t } = useTranslation();
  const local = useLocalText();
  const questions = new Map(
    form.sections.flatMap((section) => section.questions).map((question) => [question.id, question]),
  );
  return {
    labelOf: ([part, id, member]) => {
      if (part === 'systemVersion') return t('assessments.assessedVersion', { version: '' });
      if (part === 'impacts') return impactLabel(member);
      const question = questions.get(id ?? '');
      if (question === undefined || member === 'type') return null;
      const suffix = member === 'why' ? ` · ${t('assessments.why')}` : '';
      return `${local(question.text)}${suffix}`;
    },
    textOf: (value, [part, id, member]) => {
      if (Array.isArray(value)) return value.map((item) => `• ${String(item)}`).join('\n');
      if (typeof value === 'boolean') return t(value ? 'assessments.yes' : 'assessments.no');
      const meanings =
        part === 'answers'
          ? questions.get(id ?? '')?.levels
          : form.impactScales[member as (typeof SCALES)[number]];
      const meaning = typeof value === 'number' ? meanings?.[value - 1] : undefined;
      if (meaning) return t('assessments.levelOf', { level: Number(value), meaning: local(meaning) });
      if (member === 'affected') return t(`assessments.affected.${value as Impact['affected']}`);
      return String(value ?? '');
    },
  };

  function impactLabel(member: string | undefined): string | null {
    const scale = SCALES.find((name) => name === member);
    if (scale) return `${t('assessments.impacts')} · ${t(`assessments.scale.${scale}`)}`;
    if (member === 'what' || member === 'measures')
      return `${t('assessments.impacts')} · ${t(`assessments.${member}`)}`;
    return member === 'affected' ? `${t('assessments.impacts')} · ${t('assessments.affected.label')}` : null;
  }
}
