import type { Alert } from '@amaan/contracts/alert';
import { useTranslation } from 'react-i18next';

/** What an alert is called: as its rule or list is, or what it suspects in the language of the page. */
export function useAlertTitle(): (alert: Pick<Alert, 'ruleName' | 'cause'>) => string {
  const { t } = useTranslation();
  return ({ ruleName, cause }) =>
    cause.kind === 'clone' ? t(`plates.alert.cloneTitle.${cause.suspicion.kind}`) : ruleName;
}
