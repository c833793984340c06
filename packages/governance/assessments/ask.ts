import type { LocalText } from '@amaan/contracts/ai-system';
import type { AssessmentQuestion } from '@amaan/contracts/governance/impact-assessment';

/** English, Urdu. */
export type Pair = readonly [en: string, ur: string];

/** Who must answer a question: everybody, nobody, or those who assess a system of high risk. */
export type Need = 'always' | 'high-risk' | 'optional';

export interface CatalogueQuestion extends Omit<AssessmentQuestion, 'mandatory'> {
  readonly need: Need;
}

export interface CatalogueSection {
  readonly id: string;
  readonly title: LocalText;
  readonly intro: LocalText;
  readonly questions: readonly CatalogueQuestion[];
}

export function words([en, ur]: Pair): LocalText {
  return { en, ur };
}

/** One question of the catalogue, written short. */
export function ask(
  id: string,
  type: AssessmentQuestion['type'],
  need: Need,
  text: Pair,
  guidance: Pair,
  levels: readonly Pair[] = [],
): CatalogueQuestion {
  return { id, type, need, text: words(text), guidance: words(guidance), levels: levels.map(words) };
}
