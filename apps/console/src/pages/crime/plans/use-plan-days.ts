import type { DeploymentPlan } from '@amaan/contracts/crime/deployment-plan';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../format/use-format.ts';

/** The days of a plan in words, the last one included: a plan ends at the midnight after it. */
export function usePlanDays(): (plan: Pick<DeploymentPlan, 'from' | 'until'>) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return ({ from, until }) =>
    t('crime.between', {
      from: format.date(from),
      to: format.date(new Date(Date.parse(until) - 1).toISOString()),
    });
}
