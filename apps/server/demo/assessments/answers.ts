import type { AssessmentAnswer, Impact } from '@amaan/contracts/governance/impact-assessment';

/** An assessment as the demonstration writes it, before impacts get their identifiers. */
export interface SeededAssessment {
  readonly system: string;
  readonly answers: Readonly<Record<string, AssessmentAnswer>>;
  readonly impacts: readonly Omit<Impact, 'id'>[];
}

export const text = (words: string): AssessmentAnswer => ({ type: 'text', text: words });
export const list = (...items: string[]): AssessmentAnswer => ({ type: 'list', items });
export const scale = (level: number, why: string): AssessmentAnswer => ({ type: 'scale', level, why });
export const yes = (why: string): AssessmentAnswer => ({ type: 'yes-no', yes: true, why });
export const no = (why: string): AssessmentAnswer => ({ type: 'yes-no', yes: false, why });
