import type { LocalText } from '../ai-system.ts';
import type { AnalysisNote } from './analysis-note.ts';

/**
 * The sentences of notes. `{name}` is filled from the note's values: instants as dates, numbers rounded to what a reader
 * needs.
 */
const WORDS: Readonly<Record<string, LocalText>> = {
  'data-period': {
    en: 'Incidents that may have happened between {from} and {until}.',
    ur: 'وہ واقعات جو {from} اور {until} کے درمیان ہو سکتے ہیں۔',
  },
  'data-batches': {
    en: '{incidents} incidents from {batches} imported files.',
    ur: '{batches} درآمد شدہ فائلوں سے {incidents} واقعات۔',
  },
  'data-helping': {
    en: '{incidents} incidents of other offences help to tell where; none of them is forecast.',
    ur: 'دوسرے جرائم کے {incidents} واقعات جگہ پہچاننے میں مدد دیتے ہیں؛ ان کی پیش گوئی نہیں کی جاتی۔',
  },
  'data-simulated': {
    en: 'SIMULATED: these incidents were made up by a program. They say nothing about a real place.',
    ur: 'فرضی: یہ واقعات ایک پروگرام نے بنائے ہیں۔ یہ کسی اصل جگہ کے بارے میں کچھ نہیں کہتے۔',
  },
  'data-kinds': { en: 'Only these kinds of offences: {kinds}.', ur: 'صرف یہ اقسامِ جرائم: {kinds}۔' },
  'data-offences': { en: 'Only these offences: {offences}.', ur: 'صرف یہ جرائم: {offences}۔' },
  'data-boundaries': {
    en: 'Only within these station areas: {names}.',
    ur: 'صرف ان تھانوں کی حدود میں: {names}۔',
  },
  'data-officer-initiated-left-out': {
    en: '{incidents} incidents are left out: such offences are on record where officers look (drug possession, disorder), so they show patrols rather than crime.',
    ur: '{incidents} واقعات شامل نہیں: ایسے جرائم وہیں درج ہوتے ہیں جہاں اہلکار دیکھیں (منشیات رکھنا، بدامنی)، اس لیے وہ جرم سے زیادہ گشت دکھاتے ہیں۔',
  },
  'data-officer-initiated-included': {
    en: 'Offences that are on record where officers look are counted in. The reason given: {reason}',
    ur: 'وہ جرائم بھی شامل ہیں جو وہیں درج ہوتے ہیں جہاں اہلکار دیکھیں۔ بیان کردہ وجہ: {reason}',
  },
  'data-withheld': {
    en: '{incidents} incidents are withheld: places of victims of whom there are fewer than {least} in {metres} m.',
    ur: '{incidents} واقعات ظاہر نہیں کیے گئے: متاثرین کی ایسی جگہیں جہاں {metres} میٹر میں {least} سے کم ہوں۔',
  },
  'data-interval': {
    en: '{incidents} incidents have no exact time, only an interval.',
    ur: '{incidents} واقعات کا درست وقت معلوم نہیں، صرف وقفہ معلوم ہے۔',
  },
  'data-patrols': {
    en: '{hours} hours of patrol are on record for the period.',
    ur: 'اس مدت کے لیے گشت کے {hours} گھنٹے درج ہیں۔',
  },
  'data-no-patrols': {
    en: 'No patrols are on record for the period, so where officers looked is not known.',
    ur: 'اس مدت کے لیے کوئی گشت درج نہیں، اس لیے معلوم نہیں کہ اہلکار کہاں گئے۔',
  },
  'data-sampled': {
    en: 'The method took a fixed random sample of {taken} of {incidents} incidents.',
    ur: 'اس طریقے میں {incidents} میں سے {taken} واقعات کا مقررہ بے ترتیب نمونہ لیا گیا۔',
  },
  'method-density': {
    en: 'Kernel density ({kernel}), bandwidth {metres} m, cells of {cell} m (Silverman 1986).',
    ur: 'کرنل کثافت ({kernel})، بینڈوڈتھ {metres} میٹر، {cell} میٹر کے خانے (Silverman 1986)۔',
  },
  'method-density-adaptive': {
    en: 'Kernel density ({kernel}) whose bandwidth follows the data, {metres} m in the middle, cells of {cell} m (Abramson 1982).',
    ur: 'کرنل کثافت ({kernel}) جس کی بینڈوڈتھ مواد کے مطابق بدلتی ہے، درمیانی {metres} میٹر، {cell} میٹر کے خانے (Abramson 1982)۔',
  },
  'method-density-roads': {
    en: 'Kernel density along roads, bandwidth {metres} m (Okabe, Satoh and Sugihara 2009).',
    ur: 'سڑکوں کے ساتھ ساتھ کرنل کثافت، بینڈوڈتھ {metres} میٹر (Okabe, Satoh, Sugihara 2009)۔',
  },
  'data-off-roads': {
    en: '{incidents} incidents lie more than {metres} m from every road and are not in the picture.',
    ur: '{incidents} واقعات ہر سڑک سے {metres} میٹر سے زیادہ دور ہیں اور تصویر میں شامل نہیں۔',
  },
  'method-density-dual': {
    en: 'Logarithm of the density now over that from {from} to {until}; 0 is no change (Kelsall and Diggle 1995).',
    ur: 'موجودہ کثافت کا {from} تا {until} کی کثافت سے تناسب (لوگارتھم)؛ 0 کا مطلب کوئی تبدیلی نہیں (Kelsall, Diggle 1995)۔',
  },
  'method-gi-star': {
    en: 'Getis–Ord {statistic}, neighbours within {metres} m, {permutations} permutations, false discovery rate {alpha} (Ord and Getis 1995; Benjamini and Hochberg 1995).',
    ur: 'Getis–Ord {statistic}، {metres} میٹر تک پڑوسی، {permutations} بے ترتیب ترتیبیں، غلط دریافت کی شرح {alpha} (Ord, Getis 1995; Benjamini, Hochberg 1995)۔',
  },
  'method-local-moran': {
    en: 'Local Moran’s I, neighbours within {metres} m, {permutations} permutations, false discovery rate {alpha} (Anselin 1995).',
    ur: 'مقامی Moran’s I، {metres} میٹر تک پڑوسی، {permutations} بے ترتیب ترتیبیں، غلط دریافت کی شرح {alpha} (Anselin 1995)۔',
  },
  'method-scan-space-time': {
    en: 'Space-time permutation scan, up to {metres} m and {days} days, {replicas} replicas (Kulldorff and others 2005).',
    ur: 'جگہ اور وقت کا اسکین، {metres} میٹر اور {days} دن تک، {replicas} نقول (Kulldorff et al. 2005)۔',
  },
  'method-scan-space': {
    en: 'Spatial scan against the people of station areas, up to {metres} m, {replicas} replicas (Kulldorff 1997).',
    ur: 'تھانوں کی آبادی کے مقابلے میں جگہ کا اسکین، {metres} میٹر تک، {replicas} نقول (Kulldorff 1997)۔',
  },
  'method-knox': {
    en: 'Knox test of near repeats, {distance} distance, {permutations} permutations of the days (Knox 1964; Johnson and others 2007).',
    ur: 'قریبی تکرار کا Knox ٹیسٹ، {distance} فاصلہ، دنوں کی {permutations} بے ترتیب ترتیبیں (Knox 1964; Johnson et al. 2007)۔',
  },
  'method-stl': {
    en: 'Season and trend by STL (Cleveland and others 1990).',
    ur: 'موسمی اتار چڑھاؤ اور رجحان STL سے (Cleveland et al. 1990)۔',
  },
  'method-trend': {
    en: 'Change per year by a regression of counts that allows for season and for more variation than chance; changes of level are found separately (Killick and others 2012); false discovery rate {alpha}.',
    ur: 'سالانہ تبدیلی ایسی ریگریشن سے جس میں موسم اور اتفاق سے زیادہ اتار چڑھاؤ کی گنجائش ہے؛ سطح کی تبدیلیاں الگ سے ڈھونڈی گئیں (Killick et al. 2012)؛ غلط دریافت کی شرح {alpha}۔',
  },
  'method-aoristic': {
    en: 'Incidents with an interval are shared out over its hours (aoristic weights, Ratcliffe 2002). Hours are those of {timeZone}.',
    ur: 'وقفے والے واقعات اس کے گھنٹوں پر برابر بانٹے گئے (Ratcliffe 2002)۔ اوقات {timeZone} کے ہیں۔',
  },
  'method-comparison': {
    en: 'Ratio of the rates of two periods, area by area, with exact intervals; counts vary {dispersion} times as much as by chance; false discovery rate {alpha}.',
    ur: 'دو مدتوں کی شرحوں کا تناسب، علاقہ وار، درست وقفوں کے ساتھ؛ تعداد اتفاق سے {dispersion} گنا بدلتی ہے؛ غلط دریافت کی شرح {alpha}۔',
  },
  'method-emerging': {
    en: 'Gi* for every step of {days} days, and the trend of each cell (Mann 1945, Kendall 1975).',
    ur: 'ہر {days} دن کے لیے Gi*، اور ہر خانے کا رجحان (Mann 1945, Kendall 1975)۔',
  },
  'method-self-exciting': {
    en: 'Self-exciting point process, fitted by expectation maximisation in {iterations} rounds (Mohler and others 2011).',
    ur: 'ایسا عمل جس میں واقعات نئے واقعات کا سبب بنتے ہیں، {iterations} مراحل میں ناپا گیا (Mohler et al. 2011)۔',
  },
  'method-risk-surface': {
    en: 'Poisson regression on distances and densities with a ridge penalty, cells of {cell} m (Caplan and others 2011). Nothing about residents is among them.',
    ur: 'فاصلوں اور کثافتوں پر Poisson ریگریشن، {cell} میٹر کے خانے (Caplan et al. 2011)۔ رہنے والوں کے بارے میں کوئی چیز شامل نہیں۔',
  },
  'method-forecast': {
    en: 'Self-exciting process and long-term density in cells of {cell} m, for {days} days, judged on {origins} earlier horizons that it had not seen (Mohler and others 2015). PAI: Chainey and others 2008; PEI: Hunt 2016.',
    ur: '{cell} میٹر کے خانوں میں خود کو بڑھانے والا عمل اور طویل مدتی کثافت، {days} دن کے لیے، {origins} پچھلی مدتوں پر پرکھی گئی جو اس نے نہیں دیکھی تھیں (Mohler et al. 2015)۔ PAI: Chainey et al. 2008; PEI: Hunt 2016۔',
  },
  'method-forecast-hexagons': {
    en: 'Self-exciting process and long-term density in hexagons of H3, each as large as a square of {cell} m, for {days} days, judged on {origins} earlier horizons that it had not seen (Mohler and others 2015; Brodsky 2018). PAI: Chainey and others 2008; PEI: Hunt 2016.',
    ur: 'H3 کے مسدس خانوں میں خود کو بڑھانے والا عمل اور طویل مدتی کثافت، ہر خانہ {cell} میٹر کے مربع جتنا بڑا، {days} دن کے لیے، {origins} پچھلی مدتوں پر پرکھی گئی جو اس نے نہیں دیکھی تھیں (Mohler et al. 2015; Brodsky 2018)۔ PAI: Chainey et al. 2008; PEI: Hunt 2016۔',
  },
  'method-feedback-loop': {
    en: 'A made-up city in which true rates are known; patrols follow what is on record (Lum and Isaac 2016; Ensign and others 2018).',
    ur: 'ایک فرضی شہر جس میں اصل شرحیں معلوم ہیں؛ گشت درج شدہ واقعات کے پیچھے جاتا ہے (Lum, Isaac 2016; Ensign et al. 2018)۔',
  },
  'method-patrol-audit': {
    en: 'Share of patrol hours over share of what people reported, by station area.',
    ur: 'ہر تھانے کی حدود میں گشت کے گھنٹوں کا حصہ، لوگوں کے درج کرائے ہوئے واقعات کے حصے کے مقابلے میں۔',
  },
  'method-plan': {
    en: 'Visits of {minutes} minutes go where a further one covers most expected incidents, within the hours and the bounds of fairness.',
    ur: '{minutes} منٹ کے دورے وہاں جاتے ہیں جہاں مزید ایک دورہ سب سے زیادہ متوقع واقعات کا احاطہ کرے، گھنٹوں اور انصاف کی حدود کے اندر۔',
  },
  'method-plan-evaluation': {
    en: 'What was reported in the plan’s {days} days, against the baseline’s cells and against the {days} days before.',
    ur: 'منصوبے کے {days} دنوں میں جو درج ہوا، بنیادی طریقے کے خانوں اور اس سے پہلے کے {days} دنوں کے مقابلے میں۔',
  },
  'limit-reported-only': {
    en: 'Only what was reported is seen; offences that nobody reports are missing, and some groups report less than others.',
    ur: 'صرف درج شدہ جرائم نظر آتے ہیں؛ جو کوئی درج نہ کرائے وہ شامل نہیں، اور بعض لوگ دوسروں سے کم درج کراتے ہیں۔',
  },
  'limit-places-not-persons': {
    en: 'This is about places. It says nothing about anyone who lives or walks there, and gives no reason to stop anybody.',
    ur: 'یہ جگہوں کے بارے میں ہے۔ وہاں رہنے یا گزرنے والے کسی فرد کے بارے میں کچھ نہیں کہتا، اور کسی کو روکنے کی وجہ نہیں بنتا۔',
  },
  'limit-no-denominator': {
    en: 'Counts are not set against how many people are there: busy places look worse than they are.',
    ur: 'تعداد کا موازنہ وہاں موجود لوگوں سے نہیں کیا گیا: مصروف جگہیں اصل سے زیادہ بری نظر آتی ہیں۔',
  },
  'limit-few': {
    en: 'There are only {incidents} incidents; figures are rough.',
    ur: 'صرف {incidents} واقعات ہیں؛ اعداد اندازاً ہیں۔',
  },
  'limit-vague-left-out': {
    en: '{incidents} incidents are left out of it, since their time is known to no better than {days} days.',
    ur: '{incidents} واقعات اس میں شامل نہیں، کیونکہ ان کا وقت {days} دن سے بہتر معلوم نہیں۔',
  },
  'limit-cluster-edge': {
    en: 'Places are told by cells of {metres} m, so the edge of a cluster is no sharper than that.',
    ur: 'جگہیں {metres} میٹر کے خانوں سے بتائی گئی ہیں، اس لیے جھرمٹ کا کنارہ اس سے زیادہ واضح نہیں۔',
  },
  'limit-repeats-or-places': {
    en: 'A hot place that is gone after some weeks looks like repeats, and repeats over months like a hot place: the data cannot tell these apart.',
    ur: 'جو جگہ چند ہفتوں بعد ٹھنڈی ہو جائے وہ تکرار جیسی لگتی ہے، اور مہینوں کی تکرار ایک مستقل جگہ جیسی: مواد ان میں فرق نہیں کر سکتا۔',
  },
  'limit-near-repeat': {
    en: 'It holds on average over the whole period: most incidents are followed by none nearby.',
    ur: 'یہ پوری مدت کے اوسط پر درست ہے: اکثر واقعات کے بعد قریب کوئی اور نہیں ہوتا۔',
  },
  'limit-no-cause': {
    en: 'It shows a difference, not what caused it.',
    ur: 'یہ فرق دکھاتا ہے، اس کی وجہ نہیں۔',
  },
  'limit-forecast': {
    en: 'A forecast of reports, not of crime; most marked cells will see no incident, and most incidents happen elsewhere.',
    ur: 'یہ جرم کی نہیں، رپورٹوں کی پیش گوئی ہے؛ اکثر نشان زدہ خانوں میں کچھ نہیں ہوگا، اور اکثر واقعات کہیں اور ہوتے ہیں۔',
  },
  'limit-plan-observation': {
    en: 'Patrols were not assigned at random: fewer reports may be chance, displacement or less reporting.',
    ur: 'گشت بے ترتیب طریقے سے نہیں بانٹا گیا تھا: کم رپورٹیں اتفاق، جرم کی منتقلی یا کم اندراج بھی ہو سکتی ہیں۔',
  },
  'limit-simulation': {
    en: 'A simulation shows how the loop works, not how large it is in this city.',
    ur: 'یہ نقل دکھاتی ہے کہ چکر کیسے چلتا ہے، یہ نہیں کہ اس شہر میں کتنا بڑا ہے۔',
  },
};

/** Codes that have words. */
export const NOTE_CODES: readonly string[] = Object.keys(WORDS);

/** The sentence of a note in both languages; of a code that is not known, the code and its values. */
export function noteWords(note: AnalysisNote): LocalText {
  const words = WORDS[note.code];
  if (words === undefined) {
    const bare = `${note.code} ${JSON.stringify(note.values)}`;
    return { en: bare, ur: bare };
  }
  const fill = (text: string) =>
    text.replace(/\{([a-zA-Z]+)\}/g, (_, name: string) => shown(note.values[name] ?? null));
  return { en: fill(words.en), ur: fill(words.ur) };
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

/** Dates of instants (UTC), whole numbers with thousands, others with three figures. */
function shown(value: string | number | null): string {
  if (value === null) return '–';
  if (typeof value === 'string') return INSTANT.test(value) ? value.slice(0, 10) : value;
  if (!Number.isFinite(value)) return '–';
  if (Number.isInteger(value)) return value.toLocaleString('en-GB');
  return Number(value.toPrecision(3)).toLocaleString('en-GB');
}
