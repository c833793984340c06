import type { LocalText } from '@amaan/contracts/ai-system';
import type { AnalysisResult } from '@amaan/contracts/crime/analysis-result';

/** How many cells are hot. */
export function countLine(cells: number): LocalText {
  return {
    en: `${cells} cells have more reports around them than chance explains.`,
    ur: `${cells} خانوں کے گرد اتفاق سے زیادہ رپورٹیں ہیں۔`,
  };
}

/** What follows from near repeats. */
export function adviceLine(advice: Extract<AnalysisResult, { kind: 'near-repeat' }>['advice']): LocalText {
  if (advice === null)
    return {
      en: 'Incidents do not follow each other nearby more than chance explains: no advice follows.',
      ur: 'واقعات قریب قریب اتفاق سے زیادہ نہیں دہرائے جاتے: کوئی مشورہ نہیں نکلتا۔',
    };
  const { withinMetres, withinDays, riskRatio } = advice;
  return {
    en: `For ${withinDays} days after an incident another within ${withinMetres} m is ${rounded(riskRatio)} times as likely: look there more often.`,
    ur: `ایک واقعے کے بعد ${withinDays} دن تک ${withinMetres} میٹر کے اندر دوسرے کا امکان ${rounded(riskRatio)} گنا ہے: وہاں زیادہ نظر رکھیں۔`,
  };
}

/** How far a forecast may be believed. */
export function forecastLine({
  offered,
  expected,
  areaFraction,
  evaluation,
}: Extract<AnalysisResult, { kind: 'forecast' }>): LocalText {
  const hits = evaluation === null ? '–' : `${rounded(100 * evaluation.model.hitRate)} %`;
  const share = `${rounded(100 * areaFraction)} %`;
  const belief = offered
    ? { en: 'It is better than its baselines.', ur: 'یہ سادہ طریقوں سے بہتر ہے۔' }
    : {
        en: 'It is not surely better than a map of past counts: do not plan with it.',
        ur: 'یہ ماضی کی تعداد کے نقشے سے یقینی طور پر بہتر نہیں: اس سے منصوبہ نہ بنائیں۔',
      };
  return {
    en: `${expected.length} cells (${share} of the area), which held ${hits} of the reports in earlier horizons. ${belief.en}`,
    ur: `${expected.length} خانے (رقبے کا ${share})، جن میں پچھلی مدتوں کی ${hits} رپورٹیں آئیں۔ ${belief.ur}`,
  };
}

/** How much it changes in a year. */
export function trendLines({ series }: Extract<AnalysisResult, { kind: 'trend' }>): LocalText[] {
  const yearly = series[0]?.yearly ?? null;
  if (yearly === null) return [];
  const percent = (factor: number) => `${factor >= 1 ? '+' : '−'}${rounded(Math.abs(100 * (factor - 1)))} %`;
  const range = `${percent(yearly.low)} … ${percent(yearly.high)}`;
  return [
    {
      en: `Change per year: ${percent(yearly.factor)} (${range}).`,
      ur: `سالانہ تبدیلی: ${percent(yearly.factor)} (${range})۔`,
    },
  ];
}

/** From when to when; nothing where it is the whole period. */
export function span(
  { from, until }: { readonly from: string | null; readonly until: string | null },
  language: 'en' | 'ur',
): string {
  if (from === null || until === null) return '';
  const [first, last] = [from.slice(0, 10), until.slice(0, 10)];
  return language === 'en' ? `, ${first} to ${last}` : `، ${first} تا ${last}`;
}

/** Three figures, which is what a reader needs. */
export function rounded(value: number): string {
  return Number(value.toPrecision(3)).toLocaleString('en-GB');
}

/** An hour in two figures. */
export function two(hour: number): string {
  return String(hour).padStart(2, '0');
}
