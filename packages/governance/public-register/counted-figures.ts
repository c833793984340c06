import type { LocalText } from '@amaan/contracts/ai-system';
import type { PublicRegister } from '@amaan/contracts/public-register';
import { SEALED_SEARCH } from '../faces/sealed-search.ts';

export type FigureName = keyof PublicRegister['figures'];

interface CountedFigure {
  /** The AI system that it is about. */
  readonly system: string;
  /** Kinds of the ledger entries that this system writes of them, in the transaction that does it. */
  readonly entryKinds: readonly string[];
  /** The member of an entry's data that says how many it is about; null: each is about one. */
  readonly amount: string | null;
  /** What is said while the system has never run. */
  readonly notInOperation: LocalText;
}

/**
 * What the law or the public asks for beyond alerts, counted in the ledger: nobody can do such a thing
 * without an entry, and nobody can take one back.
 */
export const COUNTED_FIGURES: Record<FigureName, CountedFigure> = {
  faceSearches: {
    system: 'face-recognition',
    // Of faces on a camera an entry tells the number of an hour; a search with a picture has one of its own.
    entryKinds: ['face.searched', SEALED_SEARCH],
    amount: 'faces',
    notInOperation: {
      en: 'No face recognition is in operation, so no face was searched.',
      ur: 'چہرہ شناسی کا کوئی نظام کام نہیں کر رہا، اس لیے کسی چہرے کی تلاش نہیں ہوئی۔',
    },
  },
  faceMatches: {
    system: 'face-recognition',
    entryKinds: ['face.match-confirmed'],
    amount: null,
    notInOperation: {
      en: 'No face recognition is in operation, so there were no matches.',
      ur: 'چہرہ شناسی کا کوئی نظام کام نہیں کر رہا، اس لیے کوئی مماثلت نہیں ملی۔',
    },
  },
  finesCancelled: {
    system: 'traffic-violations',
    // A contest that nobody decided in time takes the fine back, too.
    entryKinds: ['challan.cancelled', 'challan.lapsed'],
    amount: null,
    notInOperation: {
      en: 'No system that prepares fines is in operation, so none was issued or cancelled.',
      ur: 'جرمانے تیار کرنے والا کوئی نظام کام نہیں کر رہا، اس لیے نہ کوئی جاری ہوا نہ منسوخ۔',
    },
  },
};
