import type { CalibrationBudget } from '@amaan/contracts/traffic/calibration';
import { useTranslation } from 'react-i18next';
import parts from '../../../components/detail-parts.module.css';
import { Mark } from '../../../components/mark.tsx';
import { useFormat } from '../../../format/use-format.ts';

/** How good a calibration is, in words and figures: where speeds may be measured, and what they are worth there. */
export function BudgetFacts({ budget }: { budget: CalibrationBudget }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { places, limitKmh, fitErrorPx, referenceKmh, referenceMetres, referenceRate } = budget;
  const good = places.filter(({ speedErrorKmh }) => speedErrorKmh <= limitKmh);
  const best = places.toSorted((a, b) => a.speedErrorKmh - b.speedErrorKmh)[0];
  const kmh = (value: number) => t('traffic.unit.kmh', { value: format.number(value, 1) });
  return (
    <>
      {budget.usable === null ? (
        <Mark shape="triangle" tone="critical">
          {t('traffic.budget.nowhere', { limit: format.number(limitKmh, 1) })}
        </Mark>
      ) : (
        <Mark shape="circle" tone="good">
          {t('traffic.budget.usable', {
            share: format.percent(good.length / Math.max(1, places.length)),
            limit: format.number(limitKmh, 1),
          })}
        </Mark>
      )}
      <dl className={parts.terms}>
        {best && (
          <>
            <dt>{t('traffic.budget.best')}</dt>
            <dd className="ltr">± {kmh(best.speedErrorKmh)}</dd>
            {good.length > 0 && (
              <>
                <dt>{t('traffic.budget.worst')}</dt>
                <dd className="ltr">± {kmh(Math.max(...good.map(({ speedErrorKmh }) => speedErrorKmh)))}</dd>
              </>
            )}
            <dt>{t('traffic.budget.scale')}</dt>
            <dd className="ltr">± {format.number(best.scaleErrorShare * 100, 1)} %</dd>
            <dt>{t('traffic.budget.place')}</dt>
            <dd className="ltr">± {t('traffic.unit.m', { value: format.number(best.placeErrorM, 2) })}</dd>
          </>
        )}
        <dt>{t('traffic.budget.fit')}</dt>
        <dd>
          {fitErrorPx === null
            ? t('traffic.budget.exact')
            : t('traffic.unit.px', { value: format.number(fitErrorPx, 1) })}
        </dd>
      </dl>
      <p className="quiet">
        {t('traffic.budget.reference', {
          speed: format.number(referenceKmh),
          metres: format.number(referenceMetres),
          rate: format.number(referenceRate),
        })}
      </p>
    </>
  );
}
