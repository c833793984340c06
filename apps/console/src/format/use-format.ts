import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { LANGUAGES, type Language } from '../messages/i18n.ts';

/** Numbers and times in the language of the page. Times are local; `utc` gives the other one for tooltips. */
export interface Format {
  readonly locale: string;
  number(value: number, digits?: number): string;
  /** 0.834 → `0.83`: always two digits, so that columns line up. */
  confidence(value: number): string;
  percent(fraction: number): string;
  clock(at: Date): string;
  /** The day alone. */
  date(instant: string): string;
  dateTime(instant: string): string;
  /** With milliseconds: for evidence. */
  exact(instant: string): string;
  utc(instant: string | Date): string;
  /** `5 min ago`; the second argument is now, in Unix milliseconds. */
  relative(instant: string, now: number): string;
  /** A span such as `23 h 59 min`, from milliseconds. */
  span(milliseconds: number): string;
  list(items: readonly string[]): string;
}

const MINUTE = 60_000;
const STEPS = [
  { unit: 'day', ms: 24 * 60 * MINUTE },
  { unit: 'hour', ms: 60 * MINUTE },
  { unit: 'minute', ms: MINUTE },
  { unit: 'second', ms: 1_000 },
] as const;

function createFormat(locale: string): Format {
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' });
  const clock = new Intl.DateTimeFormat(locale, {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hour12: false,
  });
  const date = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric' });
  const dateTime = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hour12: false,
  });
  const exact = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    fractionalSecondDigits: 3,
    hour12: false,
  });
  const confidence = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const percent = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const list = new Intl.ListFormat(locale, { style: 'long', type: 'unit' });
  const unit = (value: number, name: string) =>
    new Intl.NumberFormat(locale, {
      style: 'unit',
      unit: name,
      unitDisplay: 'short',
      maximumFractionDigits: 0,
    }).format(value);

  return {
    locale,
    number: (value, digits = 0) =>
      new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(value),
    confidence: (value) => confidence.format(value),
    percent: (fraction) => percent.format(fraction * 100),
    clock: (at) => clock.format(at),
    date: (instant) => date.format(new Date(instant)),
    dateTime: (instant) => dateTime.format(new Date(instant)),
    exact: (instant) => exact.format(new Date(instant)),
    utc: (instant) => new Date(instant).toISOString().replace('T', ' ').replace('Z', ''),
    relative(instant, now) {
      const difference = Math.min(0, new Date(instant).getTime() - now);
      const step = STEPS.find(({ ms }) => -difference >= ms) ?? STEPS[3];
      return relative.format(Math.trunc(difference / step.ms), step.unit);
    },
    span(milliseconds) {
      const at = STEPS.findIndex(({ ms }) => milliseconds >= ms);
      if (at === -1) return unit(milliseconds, 'millisecond');
      const [first, second] = [STEPS[at]!, STEPS[at + 1]];
      const whole = unit(Math.floor(milliseconds / first.ms), first.unit);
      if (!second || first.unit === 'minute') return whole;
      return `${whole} ${unit(Math.floor((milliseconds % first.ms) / second.ms), second.unit)}`;
    },
    list: (items) => list.format(items),
  };
}

/** The formats of the present language. */
export function useFormat(): Format {
  const { i18n } = useTranslation();
  const { locale } = LANGUAGES[i18n.language as Language];
  return useMemo(() => createFormat(locale), [locale]);
}
