import type { IncidentSelection } from '@amaan/contracts/crime/analysis-question';
import type { IncidentKind } from '@amaan/contracts/crime/incident';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../format/use-format.ts';

/** What a selection is about, in one line: when, and which offences. */
export function useQuestionWords(): (selection: IncidentSelection) => string {
  const { t } = useTranslation();
  const format = useFormat();
  const offencesOf = useOffenceWords();
  return (selection) => {
    const { from, until } = selection.period;
    const to = format.date(new Date(Date.parse(until) - 1).toISOString());
    return [t('crime.between', { from: format.date(from), to }), offencesOf(selection)].join(' · ');
  };
}

/** Which offences a selection is about. */
export function useOffenceWords(): (selection: Pick<IncidentSelection, 'kinds' | 'offences'>) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return ({ kinds, offences }) => {
    const named = [...kinds.map((kind) => t(`crime.kind.${kind as IncidentKind}`)), ...offences];
    return named.length === 0 ? t('crime.question.allOffences') : format.list(named);
  };
}
