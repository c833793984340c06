import type { Figure, MonitoringMetric } from '@amaan/contracts/monitoring';
import { useTranslation } from 'react-i18next';
import { type Format, useFormat } from '../../../format/use-format.ts';
import classes from './monitoring.module.css';

/** What the number of a metric is in: this decides how it is written. */
export type FigureUnit = 'share' | 'rare-share' | 'milliseconds' | 'index';

export const UNIT_OF_METRIC: Record<MonitoringMetric, Exclude<FigureUnit, 'rare-share'>> = {
  'volume-ratio': 'share',
  'latency-p95': 'milliseconds',
  'override-rate': 'share',
  'review-time-median': 'milliseconds',
  'brightness-drift': 'index',
  'sharpness-drift': 'index',
  'resolution-drift': 'index',
  'object-mix-drift': 'index',
  'confidence-drift': 'index',
  'brightness-ks': 'index',
  'sharpness-ks': 'index',
  'resolution-ks': 'index',
  'confidence-ks': 'index',
  'calibration-error': 'index',
  'error-rate': 'share',
  'error-gap': 'share',
};

/** A number in its unit: `37 %`, `0.013 %`, `1 min 5 s`, `0.31`. */
export function inUnit(format: Format, unit: FigureUnit, value: number): string {
  if (unit === 'share') return `${format.percent(value)} %`;
  if (unit === 'rare-share') return `${significant(format.locale, value * 100)} %`;
  if (unit === 'milliseconds') return duration(format.locale, value);
  return format.confidence(value);
}

/** With two significant digits, so that what is seldom is not written as nothing. */
function significant(locale: string, value: number): string {
  return new Intl.NumberFormat(locale, { maximumSignificantDigits: 2 }).format(value);
}

const STEPS = [
  { unit: 'hour', ms: 3_600_000, from: 7_200_000 },
  { unit: 'minute', ms: 60_000, from: 180_000 },
  { unit: 'second', ms: 1_000, from: 1_000 },
  { unit: 'millisecond', ms: 1, from: 0 },
] as const;

/** A measured time in one unit, fine enough that an interval has two ends: `75 s`, `4.2 min`. */
export function duration(locale: string, milliseconds: number): string {
  const { unit, ms } = STEPS.find(({ from }) => milliseconds >= from) ?? STEPS[3];
  const value = milliseconds / ms;
  const maximumFractionDigits = value < 10 && unit !== 'millisecond' ? 1 : 0;
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit,
    unitDisplay: 'short',
    maximumFractionDigits,
  }).format(value);
}

/** A figure with its interval and count, or the statement that there is too little to say one. */
export function FigureText({ figure, unit }: { figure: Figure; unit: FigureUnit }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (figure.state === 'not-enough-data') {
    return (
      <span className="quiet" title={t('monitoring.tooFewHint')}>
        {t('monitoring.tooFew', {
          number: format.number(figure.count),
          needed: format.number(figure.needed),
        })}
      </span>
    );
  }
  const text = (value: number) => inUnit(format, unit, value);
  // A percent sign alone has no direction; a unit in words has that of its language.
  const direction = unit === 'milliseconds' ? 'auto' : 'ltr';
  return (
    <span className={classes.figure}>
      <strong>
        <bdi dir={direction}>{text(figure.value)}</bdi>
      </strong>{' '}
      <span className="quiet" title={t('monitoring.intervalHint', { number: format.number(figure.count) })}>
        <bdi dir={direction}>{text(figure.low)}</bdi> – <bdi dir={direction}>{text(figure.high)}</bdi>
      </span>
      {figure.about !== undefined && <span className="quiet"> {figure.about}</span>}
    </span>
  );
}
