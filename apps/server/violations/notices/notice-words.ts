import type { LocalText } from '@amaan/contracts/ai-system';
import { dayText, instantText } from '../../pdf/local-times.ts';
import { measuredWords } from './measured-words.ts';
import type { NoticeFacts, NoticeLine } from './notice-facts.ts';
import { rupeesText } from './rupees-text.ts';

export const NOTICE_TITLE: LocalText = {
  en: 'Traffic violation notice (e-challan)',
  ur: 'ٹریفک خلاف ورزی کا نوٹس (ای چالان)',
};

export const SIMULATED: LocalText = {
  en: 'SIMULATED: this is no fine, and nothing is to be paid',
  ur: 'نمونہ: یہ کوئی جرمانہ نہیں، اور کچھ ادا نہیں کرنا',
};

export const TEST_PAYMENT: LocalText = {
  en: 'TEST payments: no money moves',
  ur: 'ادائیگی صرف آزمائش ہے: کوئی رقم نہیں جاتی',
};

/** What stands below the pictures and the code. */
export const PICTURE_WORDS: Record<'context' | 'plate' | 'code', LocalText> = {
  context: {
    en: 'Other people’s faces and plates are covered.',
    ur: 'دوسروں کے چہرے اور نمبر ڈھانپ دیے گئے ہیں۔',
  },
  plate: { en: 'The plate in the picture', ur: 'تصویر میں نمبر پلیٹ' },
  code: { en: 'See, contest, pay', ur: 'دیکھیں، اعتراض کریں، ادا کریں' },
};

const both = (text: string): LocalText => ({ en: text, ur: text });

/** The lines of a notice that say what happened and what it costs, in the order in which a reader asks. */
export function noticeLines({ challan, violation, paying }: NoticeFacts): NoticeLine[] {
  const { law } = challan;
  const measured = measuredWords(violation);
  const lines: NoticeLine[] = [
    { label: { en: 'Vehicle', ur: 'گاڑی' }, value: both(spaced(challan.plate)) },
    { label: { en: 'What happened', ur: 'کیا ہوا' }, value: law.offence },
    { label: { en: 'Where', ur: 'کہاں' }, value: both(challan.cameraName) },
    { label: { en: 'When', ur: 'کب' }, value: instantText(challan.occurredAt) },
  ];
  if (measured !== null) lines.push({ label: { en: 'Measured', ur: 'پیمائش' }, value: measured });
  lines.push(
    {
      label: { en: 'Law', ur: 'قانون' },
      value: { en: `${law.act.en}, ${law.section}`, ur: `${law.act.ur}، ${law.section}` },
    },
    { label: { en: 'Fine', ur: 'جرمانہ' }, value: rupeesText(challan.amount) },
    { label: { en: 'Pay by', ur: 'ادائیگی کی آخری تاریخ' }, value: dayText(challan.payBy) },
    { label: { en: 'Contest by', ur: 'اعتراض کی آخری تاریخ' }, value: dayText(challan.contestBy) },
  );
  if (paying !== null)
    lines.push({
      label: { en: 'Payment reference', ur: 'ادائیگی کا حوالہ نمبر' },
      value: both(grouped(paying.reference)),
    });
  return lines;
}

/** A heading and what stands below it, in both languages. */
export interface NoticeSection {
  readonly title: LocalText;
  readonly text: LocalText;
}

/** What can be done about it, in the order of what is asked first. */
export function noticeSections(facts: NoticeFacts): NoticeSection[] {
  return [seeing(facts), contesting(facts), paying(facts), confirming(facts), owning];
}

function seeing({ portal }: NoticeFacts): NoticeSection {
  return {
    title: { en: 'See the evidence', ur: 'شہادت دیکھیں' },
    text: {
      en: `Scan the code or open ${portal.shown}, and type the plate and the challan number. You see the same pictures and the same clip that the reviewer saw; other people are covered. You need no account, and it costs nothing.`,
      ur: `کوڈ اسکین کریں یا ${portal.shown} کھولیں، اور گاڑی کا نمبر اور چالان نمبر لکھیں۔ آپ کو وہی تصویریں اور وہی ویڈیو نظر آئے گی جو جائزہ کار نے دیکھی؛ دوسرے لوگ ڈھانپ دیے گئے ہیں۔ نہ اکاؤنٹ چاہیے، نہ کوئی فیس ہے۔`,
    },
  };
}

function contesting({ challan }: NoticeFacts): NoticeSection {
  const by = dayText(challan.contestBy);
  const days = challan.law.decideWithinDays;
  return {
    title: { en: 'If it is wrong: contest it', ur: 'اگر یہ غلط ہے: اعتراض کریں' },
    text: {
      en: `Until ${by.en}, on the same page: choose a reason (not my vehicle, sold or stolen, the signal was not red, an emergency, or another), say what happened and add pictures or papers. From that moment nothing is to be paid. Somebody who had no part in this notice decides within ${days} days and explains why, in English and Urdu. If nobody decides in time, the challan lapses and you owe nothing. If it is cancelled, what you paid is given back.`,
      ur: `${by.ur} تک اسی صفحے پر: وجہ چنیں (میری گاڑی نہیں، بیچ دی یا چوری ہوئی، سگنل سرخ نہ تھا، ہنگامی حالت، یا کوئی اور)، لکھیں کہ کیا ہوا، اور تصویریں یا کاغذات لگائیں۔ اسی لمحے سے کچھ ادا نہیں کرنا۔ فیصلہ ${days} دن کے اندر وہ شخص کرے گا جس کا اس نوٹس سے کوئی تعلق نہ رہا ہو، اور وجہ اردو اور انگریزی میں بتائے گا۔ وقت پر فیصلہ نہ ہو تو چالان ختم ہو جائے گا اور آپ کے ذمے کچھ نہیں رہے گا۔ چالان منسوخ ہو تو ادا کی ہوئی رقم واپس ملے گی۔`,
    },
  };
}

function paying({ challan, paying: ways }: NoticeFacts): NoticeSection {
  const title: LocalText = { en: 'If it is right: pay it', ur: 'اگر یہ درست ہے: ادا کریں' };
  const by = dayText(challan.payBy);
  if (ways === null)
    return {
      title,
      text: {
        en: `By ${by.en}. How to pay is shown on the same page.`,
        ur: `${by.ur} تک۔ ادائیگی کا طریقہ اسی صفحے پر درج ہے۔`,
      },
    };
  const amount = rupeesText(challan.amount);
  const reference = grouped(ways.reference);
  return {
    title,
    text: {
      en: `${amount.en} by ${by.en}. ${ways.how.en} Name the payment reference ${reference}. Pay nobody who asks for cash or for a fee.${ways.test ? ` ${TEST_PAYMENT.en}.` : ''}`,
      ur: `${by.ur} تک ${amount.ur}۔ ${ways.how.ur} ادائیگی کا حوالہ نمبر ${reference} بتائیں۔ نقد یا فیس مانگنے والے کسی شخص کو کچھ نہ دیں۔${ways.test ? ` ${TEST_PAYMENT.ur}۔` : ''}`,
    },
  };
}

function confirming({ confirmed }: NoticeFacts): NoticeSection {
  const day = dayText(confirmed.at);
  const who: LocalText =
    confirmed.role === 'supervisor'
      ? { en: 'A supervisor', ur: 'سپروائزر' }
      : { en: 'A trained traffic reviewer', ur: 'تربیت یافتہ ٹریفک جائزہ کار' };
  const second: LocalText = confirmed.secondLook
    ? {
        en: ' A second reviewer, who did not know the first answer, came to the same result.',
        ur: ' دوسرا جائزہ کار، جسے پہلا جواب معلوم نہ تھا، اسی نتیجے پر پہنچا۔',
      }
    : { en: '', ur: '' };
  return {
    title: { en: 'Who confirmed it', ur: 'کس نے تصدیق کی' },
    text: {
      en: `${who.en} looked at the evidence and confirmed it on ${day.en}.${second.en} A computer prepared the pictures; it fines nobody.`,
      ur: `${who.ur} نے شہادت دیکھ کر ${day.ur} کو تصدیق کی۔${second.ur} کمپیوٹر نے صرف تصویریں تیار کیں؛ وہ کسی پر جرمانہ نہیں کرتا۔`,
    },
  };
}

const owning: NoticeSection = {
  title: { en: 'Whom it is for', ur: 'یہ کس کے لیے ہے' },
  text: {
    en: 'This notice goes to whoever the vehicle is registered to. It does not say who drove, and it adds no points to a licence.',
    ur: 'یہ نوٹس اس کے نام ہے جس کے نام گاڑی رجسٹرڈ ہے۔ یہ نہیں کہتا کہ گاڑی کون چلا رہا تھا، اور اس سے لائسنس پر کوئی پوائنٹ نہیں لگتا۔',
  },
};

/** Letters apart from figures, as on the vehicle. */
function spaced(plate: string): string {
  return plate.replace(/(?<=[A-Z])(?=\d)|(?<=\d)(?=[A-Z])/g, '\u00a0');
}

/** Three figures at a time, as they are read out. */
function grouped(reference: string): string {
  return (reference.match(/.{1,3}/g) ?? []).join('\u00a0');
}
