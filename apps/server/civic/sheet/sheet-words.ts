import type { LocalText } from '@amaan/contracts/ai-system';
import type { CivicPicture } from '@amaan/contracts/civic/civic-ticket';
import { CIVIC_KIND_WORDS } from '@amaan/contracts/civic/civic-words';
import { held, instantText } from '../../pdf/local-times.ts';
import type { SheetFacts } from './sheet-facts.ts';

export const SIMULATED: LocalText = {
  en: 'SIMULATED: this ticket is made up, and nobody should go there.',
  ur: 'فرضی: یہ شکایت بنائی گئی ہے، وہاں کوئی نہ جائے۔',
};

export const MOMENTS: Readonly<Record<CivicPicture['moment'], LocalText>> = {
  before: { en: 'Before', ur: 'پہلے' },
  after: { en: 'After', ur: 'بعد میں' },
};

export const MASKED: LocalText = {
  en: 'Faces and number plates in the pictures are covered.',
  ur: 'تصویروں میں چہرے اور نمبر پلیٹیں ڈھکی ہوئی ہیں۔',
};

/** What the department fills in and gives back. */
export const ANSWER: LocalText = {
  en: 'Done on: ______________  Signature: ______________',
  ur: 'مکمل ہونے کی تاریخ: ____________ دستخط: ____________',
};

export const CODE: LocalText = {
  en: 'The code opens the place on the map of a telephone.',
  ur: 'یہ کوڈ فون کے نقشے پر جگہ کھولتا ہے۔',
};

export function titleText({ kind, number }: Pick<SheetFacts, 'kind' | 'number'>): LocalText {
  const words = CIVIC_KIND_WORDS[kind];
  return { en: `${words.en}: ticket ${number}`, ur: `${words.ur}: شکایت ${number}` };
}

/** Where the place is, for a map: RFC 5870. Latitude comes first. */
export function geoAddress([longitude, latitude]: SheetFacts['position']): string {
  return `geo:${latitude},${longitude}`;
}

/** Letters come before figures, so that both stay in this order in the middle of Urdu, too. */
function degrees([longitude, latitude]: SheetFacts['position']): string {
  const north = `${latitude < 0 ? 'S' : 'N'} ${Math.abs(latitude).toFixed(6)}`;
  return held(`${north}, ${longitude < 0 ? 'W' : 'E'} ${Math.abs(longitude).toFixed(6)}`);
}

/** The lines below the title. */
export function factLines(facts: SheetFacts): LocalText[] {
  const { place, position, siteName, openedAt, department, dueAt, notes } = facts;
  const opened = instantText(openedAt);
  return [
    { en: `Where: ${place}, ${siteName}`, ur: `جگہ: ${place}، ${siteName}` },
    { en: `Position: ${degrees(position)}`, ur: `مقام: ${degrees(position)}` },
    { en: `Reported: ${opened.en}`, ur: `درج ہوا: ${opened.ur}` },
    department === null
      ? { en: 'Department: none yet', ur: 'محکمہ: ابھی کوئی نہیں' }
      : { en: `Department: ${department.en}`, ur: `محکمہ: ${department.ur}` },
    ...(dueAt === null
      ? []
      : [{ en: `To be done by: ${instantText(dueAt).en}`, ur: `کب تک: ${instantText(dueAt).ur}` }]),
    ...notes.map((note) => ({ en: `Note: ${note}`, ur: `نوٹ: ${note}` })),
  ];
}

export function madeText({ madeAt, madeBy }: Pick<SheetFacts, 'madeAt' | 'madeBy'>): LocalText {
  const made = instantText(madeAt);
  return {
    en: `Printed ${made.en}, Pakistan time, by ${madeBy}`,
    ur: `چھپائی ${made.ur}، پاکستانی وقت، ${madeBy}`,
  };
}
