import type { IncidentSelection } from '@amaan/contracts/crime/analysis-question';
import type { IncidentKind } from '@amaan/contracts/crime/incident';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../format/use-format.ts';

/** What a selection is about, in one line: when, and which offences. */
export function useQuestionWords(): (selection: IncidentSelection) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return ({ period, kinds, offences }) => {
    const named = [...kinds.map((kind) => t(`crime.kind.${kind as IncidentKind}`)), ...offences];
    return [
      t('crime.between', {
        from: format.date(period.from),
        to: format.date(new Date(Date.parse(period.until) - 1).toISOString()),
      }),
      named.length === 0 ? t('crime.question.allOffences') : format.list(named),
    ].join(' · ');
  };
}
