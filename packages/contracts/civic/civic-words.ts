import type { LocalText } from '../ai-system.ts';
import type { CivicKind } from './civic-ticket.ts';

/** What each kind is called, on screens and on paper. */
export const CIVIC_KIND_WORDS: Readonly<Record<CivicKind, LocalText>> = {
  'waste-heap': { en: 'Waste heap', ur: 'کوڑے کا ڈھیر' },
  'blocked-footpath': { en: 'Blocked footpath', ur: 'بند فٹ پاتھ' },
  'dead-street-light': { en: 'Dead street light', ur: 'بجھی ہوئی بتی' },
  'standing-water': { en: 'Standing water', ur: 'کھڑا پانی' },
  other: { en: 'Something else', ur: 'کچھ اور' },
};

/** The same in one language. */
export function civicKindWords(language: keyof LocalText): Record<CivicKind, string> {
  return {
    'waste-heap': CIVIC_KIND_WORDS['waste-heap'][language],
    'blocked-footpath': CIVIC_KIND_WORDS['blocked-footpath'][language],
    'dead-street-light': CIVIC_KIND_WORDS['dead-street-light'][language],
    'standing-water': CIVIC_KIND_WORDS['standing-water'][language],
    other: CIVIC_KIND_WORDS.other[language],
  };
}
