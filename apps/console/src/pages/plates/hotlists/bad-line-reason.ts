import { useTranslation } from 'react-i18next';

/** What the server says of a line, as it says it, and the key of the same in the language of the page. */
const REASONS = [
  [/^It is not written in UTF-8\.$/, 'encoding'],
  [/^It has a character that cannot be stored\.$/, 'character'],
  [/^A quotation mark is not closed\.$/, 'quotation'],
  [/^It has (?<fields>\d+) fields, the header names (?<columns>\d+);/, 'fields'],
  [/^It names no plate\.$/, 'noPlate'],
  [/^A plate has 2 to 12 Latin letters and digits\.$/, 'plate'],
  [/^The end must be a day such as/, 'day'],
  [/^The note is longer than 500 characters\.$/, 'note'],
  [/^The case number is longer than 40 characters\.$/, 'caseNumber'],
  [/^It cannot be read\.$/, 'unreadable'],
  [/^The entry would end on (?<day>\S+), which is not after today/, 'past'],
  [/^The entry would end on (?<day>\S+), after its hotlist \((?<end>[\d-]+)\)/, 'afterList'],
] as const;

type Reason = (typeof REASONS)[number][1];

/** The reason that a sentence of the server stands for, with its values; null: one that this console does not know. */
export function badLineReason(
  sentence: string,
): { readonly reason: Reason; readonly values: Record<string, string> } | null {
  for (const [pattern, reason] of REASONS) {
    const found = pattern.exec(sentence);
    if (found) return { reason, values: { ...found.groups } };
  }
  return null;
}

/** Why a line was not kept, in the language of the page where the reason is known. */
export function useBadLineReason(): (sentence: string) => string {
  const { t } = useTranslation();
  return (sentence) => {
    const known = badLineReason(sentence);
    if (known === null) return sentence;
    const { fields = '', columns = '', day = '', end = '' } = known.values;
    return t(`hotlists.import.reasons.${known.reason}`, { fields, columns, day, end });
  };
}
