import type { LocalText } from '@amaan/contracts/ai-system';
import type { Figure } from '@amaan/contracts/monitoring';
import type { TimedPhase } from '@amaan/contracts/service/call-phases';
import type { QualityFlag } from '@amaan/contracts/service/data-quality';
import { qualityWords } from '@amaan/contracts/service/quality-words';
import { spanWords } from '@amaan/contracts/service/span-words';
import { dayText } from '../../pdf/local-times.ts';
import type { ReportFacts } from './report-facts.ts';

export const REPORT_TITLE: LocalText = {
  en: 'Weekly report on the service',
  ur: 'خدمات کی ہفتہ وار رپورٹ',
};

export const SIMULATED: LocalText = {
  en: 'SIMULATED: none of these alerts and calls happened',
  ur: 'فرضی: ان میں سے کوئی انتباہ یا کال حقیقی نہیں',
};

export const HEADINGS = {
  findings: { en: 'The week in short', ur: 'ہفتے کا خلاصہ' },
  chart: { en: 'Calls reached in time, day by day', ur: 'بروقت پہنچی گئی کالیں، روزانہ' },
  cities: { en: 'By city', ur: 'شہر کے لحاظ سے' },
  league: { en: 'Order of cities by time to arrival', ur: 'پہنچنے کے وقت کے لحاظ سے شہروں کی ترتیب' },
  stations: { en: 'By station', ur: 'تھانے کے لحاظ سے' },
  stationLeague: {
    en: 'Order of stations by time to arrival',
    ur: 'پہنچنے کے وقت کے لحاظ سے تھانوں کی ترتیب',
  },
  quality: { en: 'What may be wrong with the records', ur: 'ریکارڈ میں کیا غلط ہو سکتا ہے' },
  method: { en: 'How this was made', ur: 'یہ رپورٹ کیسے بنی' },
} as const satisfies Record<string, LocalText>;

export const PHASE_WORDS: Record<TimedPhase, LocalText> = {
  alert: { en: 'Alert raised', ur: 'انتباہ' },
  acknowledgement: { en: 'Acknowledged', ur: 'وصولی' },
  dispatch: { en: 'Dispatch', ur: 'روانگی' },
  travel: { en: 'Travel', ur: 'سفر' },
  arrival: { en: 'Arrival', ur: 'آمد' },
  closure: { en: 'Closure', ur: 'اختتام' },
};

export const COLUMNS = {
  city: { en: 'City', ur: 'شہر' },
  station: { en: 'Station', ur: 'تھانہ' },
  calls: { en: 'Calls', ur: 'کالیں' },
  alerts: { en: 'Alerts', ur: 'انتباہات' },
  inTime: { en: 'In time', ur: 'بروقت' },
  ranks: { en: 'Possible ranks', ur: 'ممکنہ درجے' },
  median: { en: 'Median (95 %)', ur: 'وسطی وقت' },
} as const satisfies Record<string, LocalText>;

export const METHOD: LocalText = {
  en: 'Times run from the call, or from the event for alerts. Half of all cases were faster than the median; intervals hold with 95 %. Who has waited for longer than the target counts as late; “at worst” is the share if every arrival that nobody wrote down had been late. Fewer than ten cases give no figure. Cities differ in distance and kinds of calls, which nothing here corrects for. Ranks: Klein, Wright and Wieczorek (2020). Limits of the chart: three sigma, widened after Laney (2002) where days differ by more than chance; signs of change after Nelson (1984). Nothing here is about any person.',
  ur: 'اوقات کال آنے سے، اور انتباہ کے لیے واقعے سے گنے گئے ہیں۔ نصف کیس وسطی وقت سے تیز تھے؛ وقفے 95 فیصد اعتماد کے ہیں۔ جو ہدف سے زیادہ انتظار میں رہا وہ تاخیر میں شمار ہے؛ ”کم از کم“ وہ تناسب ہے جو ہر نہ لکھی گئی آمد کو تاخیر ماننے پر ہوتا ہے۔ دس سے کم کیسوں پر کوئی عدد نہیں دیا جاتا۔ شہر فاصلوں اور کالوں کی نوعیت میں مختلف ہیں، اس کی یہاں کوئی تصحیح نہیں۔ یہاں کسی شخص کے بارے میں کچھ نہیں۔',
};

export const NO_FLAGS: LocalText = {
  en: 'Nothing was found: no gaps, no times that run backwards, no signs of records written later.',
  ur: 'کوئی خرابی نہیں ملی: نہ وقفہ، نہ الٹے اوقات، نہ بعد میں لکھے گئے ریکارڈ۔',
};

export const TOO_FEW: LocalText = { en: 'too few', ur: 'بہت کم' };

/** Days of the week, first and last. */
export function periodText({ from, to }: Pick<ReportFacts, 'from' | 'to'>): LocalText {
  const first = dayText(from);
  const last = dayText(new Date(Date.parse(to) - 1).toISOString());
  return { en: `${first.en} to ${last.en}`, ur: `${first.ur} تا ${last.ur}` };
}

/** A share with its interval: `81.2 % (79.0–83.3)`. */
export function shareText(figure: Figure): LocalText {
  if (figure.state !== 'known') return TOO_FEW;
  const percent = (value: number) => (value * 100).toFixed(1);
  const text = `${percent(figure.value)}\u00a0% (${percent(figure.low)}–${percent(figure.high)})`;
  return { en: text, ur: isolated(text) };
}

/** A span with its interval. */
export function spanText(figure: Figure): LocalText {
  if (figure.state !== 'known') return TOO_FEW;
  const [value, low, high] = [figure.value, figure.low, figure.high].map(spanWords) as [
    LocalText,
    LocalText,
    LocalText,
  ];
  return { en: `${value.en} (${low.en} – ${high.en})`, ur: `${value.ur} (${low.ur} – ${high.ur})` };
}

/** The sentences at the head of the report. */
export function findings({ alerts, calls, chart, from }: ReportFacts): LocalText[] {
  const arrival = calls.whole.find(({ phase }) => phase === 'arrival')!;
  const acknowledgement = alerts.whole.find(({ phase }) => phase === 'acknowledgement')!;
  const target = spanWords(calls.settings.calls.arrival);
  const promised = spanWords(alerts.settings.targets.acknowledgement);
  const said: LocalText[] = [];
  const [median, inTime] = [spanText(arrival.median), shareText(arrival.withinTarget)];
  const worst = shareText(arrival.withinTargetAtWorst);
  const atWorst =
    arrival.missing === 0
      ? { en: '', ur: '' }
      : { en: `, at worst ${worst.en}`, ur: `، کم از کم ${worst.ur}` };
  said.push({
    en: `${calls.calls} calls came in. The first unit arrived after ${median.en}; within ${target.en}: ${inTime.en}${atWorst.en}.`,
    ur: `${calls.calls} کالیں آئیں۔ پہلا یونٹ ${median.ur} میں پہنچا؛ ${target.ur} کے اندر: ${inTime.ur}${atWorst.ur}۔`,
  });
  const [answered, answeredInTime] = [
    spanText(acknowledgement.median),
    shareText(acknowledgement.withinTarget),
  ];
  said.push({
    en: `${alerts.alerts} alerts were raised. They were acknowledged after ${answered.en}; within ${promised.en}: ${answeredInTime.en}.`,
    ur: `${alerts.alerts} انتباہات جاری ہوئے۔ ان کی وصولی ${answered.ur} میں ہوئی؛ ${promised.ur} کے اندر: ${answeredInTime.ur}۔`,
  });
  const signals = chart.points.filter((point) => point.signals.length > 0 && point.from >= from).length;
  said.push(
    chart.centre === null
      ? {
          en: 'There are too few days on record to tell whether this week differs from the ones before.',
          ur: 'یہ بتانے کے لیے دن بہت کم ہیں کہ یہ ہفتہ پچھلے ہفتوں سے مختلف ہے یا نہیں۔',
        }
      : signals === 0
        ? {
            en: 'Nothing shows that the share in time changed in this week: its days differ from earlier ones as chance has it.',
            ur: 'اس ہفتے بروقت کے تناسب میں تبدیلی کی کوئی علامت نہیں: دنوں کا فرق محض اتفاق ہے۔',
          }
        : {
            en: `On ${signals} days of this week the share in time shows a sign of change: look for its cause before acting on it.`,
            ur: `اس ہفتے کے ${signals} دنوں میں بروقت کے تناسب میں تبدیلی کی علامت ہے: کوئی قدم اٹھانے سے پہلے وجہ تلاش کریں۔`,
          },
  );
  return said;
}

/** A flag with where it is. */
export function flagText(flag: QualityFlag): LocalText {
  const where = [flag.source, flag.siteName, flag.station].filter((part) => part !== null).join(', ');
  const words = qualityWords(flag);
  if (where === '') return words;
  return { en: `${where}: ${words.en}`, ur: `${isolated(where)}: ${words.ur}` };
}

/** Read from the left within Urdu (UAX 9, LRI and PDI): figures with their interval, and names in Latin letters. */
function isolated(text: string): string {
  return `\u2066${text}\u2069`;
}
