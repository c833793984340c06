import type { DeploymentPlan } from '@amaan/contracts/crime/deployment-plan';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../format/use-format.ts';
import { useAreaNames } from '../use-area-names.ts';
import classes from './plans.module.css';

/** Visits by station area: with the bounds, without any, and beside the fair share. */
export function AreaShares({ plan: { siteId, areas, fairBy } }: { plan: DeploymentPlan }) {
  const { t } = useTranslation();
  const format = useFormat();
  const nameOf = useAreaNames(siteId);
  const share = (value: number) => `${format.percent(value)} %`;
  return (
    <section aria-labelledby="plan-areas" className={classes.part}>
      <h2 id="plan-areas">{t('crimePlans.areas')}</h2>
      <p className="prose quiet">{t(`crimePlans.fairBy.${fairBy}`)}</p>
      <div className={classes.scroll}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th>{t('crimePlans.area')}</th>
              <th>{t('crimePlans.visits')}</th>
              <th>{t('crimePlans.visitsUnbounded')}</th>
              <th>{t('crimePlans.shareOfVisits')}</th>
              <th>{t('crimePlans.fairShare')}</th>
              <th>{t('crimePlans.expectedShare')}</th>
            </tr>
          </thead>
          <tbody>
            {areas.map((area) => (
              <tr key={area.boundaryId}>
                <th scope="row">
                  <bdi>{nameOf(area)}</bdi>
                </th>
                <td>{format.number(area.visits)}</td>
                <td>{format.number(area.visitsUnbounded)}</td>
                <td>{share(area.share)}</td>
                <td>{share(area.fairShare)}</td>
                <td>{share(area.expectedShare)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
