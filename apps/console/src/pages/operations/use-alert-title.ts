import type { Alert } from '@amaan/contracts/alert';
import { useTranslation } from 'react-i18next';

/** What an alert is called: as its rule or list is, or what it suspects in the language of the page. */
export function useAlertTitle(): (alert: Pick<Alert, 'ruleName' | 'cause'>) => string {
  const { t } = useTranslation();
  return ({ ruleName, cause }) => {
    if (cause.kind === 'clone') return t(`plates.alert.cloneTitle.${cause.suspicion.kind}`);
    if (cause.kind === 'traffic-incident') {
      const what = t(`traffic.incident.${cause.incident.kind}`);
      return t('traffic.incidentTitle', { what, lane: cause.laneName });
    }
    return ruleName;
  };
}
