import type { LocalText } from '@amaan/contracts/ai-system';
import type { PublicRegister } from '@amaan/contracts/public-register';

export type FigureName = keyof PublicRegister['figures'];

interface CountedFigure {
  /** The AI system that it is about. */
  readonly system: string;
  /** Kind of the ledger entry that this system writes for each one, in the transaction that does it. */
  readonly entryKind: string;
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
    entryKind: 'face.searched',
    notInOperation: {
      en: 'No face recognition is in operation, so no face was searched.',
      ur: 'چہرہ شناسی کا کوئی نظام کام نہیں کر رہا، اس لیے کسی چہرے کی تلاش نہیں ہوئی۔',
    },
  },
  faceMatches: {
    system: 'face-recognition',
    entryKind: 'face.match-confirmed',
    notInOperation: {
      en: 'No face recognition is in operation, so there were no matches.',
      ur: 'چہرہ شناسی کا کوئی نظام کام نہیں کر رہا، اس لیے کوئی مماثلت نہیں ملی۔',
    },
  },
  finesCancelled: {
    system: 'traffic-violations',
    entryKind: 'fine.cancelled',
    notInOperation: {
      en: 'No system that prepares fines is in operation, so none was issued or cancelled.',
      ur: 'جرمانے تیار کرنے والا کوئی نظام کام نہیں کر رہا، اس لیے نہ کوئی جاری ہوا نہ منسوخ۔',
    },
  },
};
