import type { RejectionCode } from '@amaan/contracts/crime/import-batch';

const TEXTS: Readonly<Record<RejectionCode, string>> = {
  'unclosed-quote': 'A quotation mark is not closed.',
  'too-long': 'The line is longer than 64,000 characters.',
  'too-many-cells': 'It has more cells than there are columns; quote what holds a separator.',
  'too-few-cells': 'It has fewer cells than there are columns.',
  'not-an-object': 'It is no feature, or the file ends within it.',
  encoding:
    'It has characters that cannot be read: the file is not written in the encoding that it was taken for.',
  'no-place': 'It has no place.',
  'place-not-a-number': 'Its coordinates are no numbers.',
  'place-zero': 'Its coordinates are 0, which stands for a place that is not known.',
  'place-outside-system': 'Its coordinates do not exist in the system of coordinates.',
  'place-swapped': 'Longitude and latitude stand the other way round.',
  'place-far-away': 'Its place is far away from the city.',
  'no-time': 'It has no time.',
  'time-unreadable': 'Its time cannot be read.',
  'time-impossible': 'There is no such date.',
  'time-in-future': 'Its time lies in the future.',
  'time-too-old': 'Its time is before 1950.',
  'until-before-from': 'It ends before it begins.',
  'interval-too-long': 'It can have happened at any time of more than a year.',
  'no-offence': 'It names no offence.',
  'offence-too-long': 'The name of its offence is longer than 120 characters.',
  'looks-personal': 'It holds what looks like a number or an address of a person.',
  'external-id-too-long': 'Its number is longer than 80 characters.',
  'minutes-unreadable': 'Its minutes are no number.',
  'same-id-in-file': 'An earlier line of the file has the same number.',
  'same-row-in-file': 'An earlier line of the file says the same.',
  'already-stored': 'It is stored already.',
};

/** Why a line was not kept, in a sentence. */
export function rejectionText(code: RejectionCode): string {
  return TEXTS[code];
}
