import type { SpeedEvidence } from '@amaan/contracts/violations/suspected-violation';
import { useTranslation } from 'react-i18next';
import parts from '../../../components/detail-parts.module.css';
import { useFormat } from '../../../format/use-format.ts';
import classes from './speed-section.module.css';

/** The measured speed with its error against the limit, on one line: what counts is the lower end. */
export function SpeedSection({ speed }: { speed: SpeedEvidence }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { kmh, errorKmh, coverage, lowerKmh, limitKmh, toleranceKmh, method } = speed;
  const error = coverage * errorKmh;
  const from = limitKmh * 0.6;
  const to = (kmh + error) * 1.05;
  const at = (value: number) => `${Math.max(0, Math.min(1, (value - from) / (to - from))) * 100}%`;
  const text = {
    value: format.number(kmh, 1),
    error: format.number(error, 1),
    lower: format.number(lowerKmh, 1),
    limit: format.number(limitKmh),
  };
  return (
    <section className={parts.panel} aria-label={t('violations.evidence.speed')}>
      <div className={parts.facts}>
        <h2>{t('violations.evidence.speed')}</h2>
        <span className="quiet">{t(`violations.evidence.speedMethod.${method}`)}</span>
      </div>
      <div
        className={classes.line}
        role="img"
        dir="ltr"
        aria-label={t('violations.evidence.speedChart', text)}
      >
        <span className={classes.allowed} style={{ width: at(limitKmh) }} />
        <span
          className={classes.error}
          style={{ left: at(lowerKmh), right: `calc(100% - ${at(kmh + error)})` }}
        />
        <span className={classes.limit} style={{ left: at(limitKmh) }} />
        <span className={classes.reported} style={{ left: at(limitKmh + toleranceKmh) }} />
        <span className={classes.lower} style={{ left: at(lowerKmh) }} />
        <span className={classes.value} style={{ left: at(kmh) }} />
      </div>
      <div className={classes.legend}>
        <span data-kind="limit">{t('violations.evidence.speedLimit', { value: text.limit })}</span>
        {toleranceKmh > 0 && (
          <span data-kind="reported">
            {t('violations.evidence.speedTolerance', { value: format.number(limitKmh + toleranceKmh, 1) })}
          </span>
        )}
        <span data-kind="lower">{t('violations.evidence.speedLower', { value: text.lower })}</span>
        <span data-kind="value">{t('violations.evidence.speedMeasured', text)}</span>
      </div>
    </section>
  );
}
