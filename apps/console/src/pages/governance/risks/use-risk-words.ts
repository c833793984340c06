import type { Risk } from '@amaan/contracts/governance/risk';
import { useTranslation } from 'react-i18next';
import type { ComparisonWords } from '../../../components/records/comparison-words.ts';

const ACTION_WORDS = {
  what: 'risks.actionWhat',
  owner: 'risks.actionOwner',
  due: 'risks.actionDue',
  done: 'risks.actionDone',
} as const;
const RATINGS = ['inherent', 'residual'] as const;

/** How the places of a risk are named when two versions are compared. */
export function useRiskWords(): ComparisonWords {
  const { t } = useTranslation();
  return {
    labelOf: ([part, , member]) => {
      if (part === 'actions') {
        const words = ACTION_WORDS[member as keyof typeof ACTION_WORDS];
        return words === undefined ? t('risks.field.actions') : `${t('risks.field.actions')} · ${t(words)}`;
      }
      const rating = RATINGS.find((name) => name === part);
      if (rating) return t(`risks.${rating}`);
      return t(`risks.field.${part as Exclude<keyof Risk, 'actions' | 'inherent' | 'residual'>}`);
    },
    textOf: (value, [part, member]) => {
      if (Array.isArray(value)) return value.map(String).join('\n');
      if (typeof value === 'boolean') return t(value ? 'assessments.yes' : 'assessments.no');
      if (part === 'source') return t(`risks.source.${value as Risk['source']}`);
      if (part === 'treatment') return t(`risks.treatment.${value as Risk['treatment']}`);
      if (member === 'likelihood' || member === 'severity') return `${t(`risks.${member}`)} ${String(value)}`;
      return value === null ? t('documents.nothing') : String(value);
    },
  };
}
