import type { DeploymentPlan } from '@amaan/contracts/crime/deployment-plan';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../format/use-format.ts';
import { useAreaNames } from '../use-area-names.ts';
import { groupEffects } from './group-effects.ts';
import classes from './plans.module.css';

/** Every bound that changed the plan: nothing is held back silently. */
export function BoundEffects({ plan: { siteId, boundEffects } }: { plan: DeploymentPlan }) {
  const { t } = useTranslation();
  const format = useFormat();
  const nameOf = useAreaNames(siteId);
  if (boundEffects.length === 0) return <p className="prose quiet">{t('crimePlans.noEffects')}</p>;
  return (
    <section aria-labelledby="plan-effects" className={classes.part}>
      <h2 id="plan-effects">{t('crimePlans.effects')}</h2>
      <ul className={classes.effects}>
        {groupEffects(boundEffects).map((effect) => {
          const visits = format.number(effect.visits);
          if (effect.of === 'area')
            return (
              <li key={`${effect.code} ${effect.boundaryId}`}>
                <bdi>{nameOf(effect)}</bdi>: {t(`crimePlans.effect.${effect.code}`, { visits })}
              </li>
            );
          return (
            <li key={effect.code}>
              {t(`crimePlans.effect.${effect.code}`, {
                visits,
                count: effect.cells,
                cells: format.number(effect.cells),
              })}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
