/** Words of column names that are about persons, in English and Urdu. */
const PERSONAL =
  /\b(?:(?:first|last|full|sur|fore|middle|given|family|nick)[ ]?names?|names?|naam|father|mother|husband|wife|guardian|walid|victims?|complainants?|suspects?|accused|offenders?|arrested|arrestees?|witness(?:es)?|officers?|cnic|nic|nicop|ssn|passport|licen[cs]e|phone|mobile|contact|e ?mail|address|age|dob|birth|sex|gender|race|ethnic\w*|religion|caste|tribe|nationality|plate|imei)\b/;
/** Names that hold such a word and mean a place, a time or an offence. */
const HARMLESS =
  /\b(?:(?:offen[cs]e|crime|incident|station|ps|district|city|area|beat|street|road|block|neighbou?rhood|ward|place|location|division|circle|tehsil|sector|type|category)[ ]?names?|incident address|block address)\b/;
const PERSONAL_URDU = /نام|والد|شناختی|فون|موبائل|ملزم|مدعی|متاثرہ|پتہ|مذہب|قوم|جنس|عمر|گواہ/;
const HARMLESS_URDU = /تھانہ|جرم|ضلع|شہر|علاقہ|سڑک/;

/**
 * Whether a column's name says that persons are in it: it can never be read. A name in the field of offences or numbers
 * would end up on a map otherwise.
 */
export function isPersonalColumn(name: string): boolean {
  const words = name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .toLowerCase()
    .trim();
  if (PERSONAL_URDU.test(words)) return !HARMLESS_URDU.test(words);
  return PERSONAL.test(words.replace(new RegExp(HARMLESS, 'g'), ' '));
}

/** An identity card's number, a mobile number, an address of e-mail: none of them is an offence or a file's number. */
const PERSONAL_TEXT = /\b\d{5}-?\d{7}-?\d\b|(?:\+92|\b0)[ -]?3\d{2}[ -]?\d{7}\b|[\w.+-]+@[\w-]+\.\w{2,}/;

/** Whether a text looks like a number or an address of a person. */
export function looksPersonal(text: string): boolean {
  return PERSONAL_TEXT.test(text);
}
