import { CASE_REJECT_REASONS, type CaseReviewInput } from '@amaan/contracts/violations/violation-case';

type RejectReason = (typeof CASE_REJECT_REASONS)[number];
type HoldCause = Extract<CaseReviewInput, { decision: 'hold' }>['reason'];

/** What is chosen before it is recorded. */
export type ChosenAnswer =
  | { readonly decision: 'confirm' }
  | { readonly decision: 'reject'; readonly reason: RejectReason }
  | { readonly decision: 'hold'; readonly reason: HoldCause };

export const HOLD_CAUSES: readonly HoldCause[] = [
  'make-contradicts',
  'emergency-vehicle',
  'asked-by-reviewer',
];

/** Every answer with its key, in the order in which they stand on the page. */
export const ANSWERS: readonly { readonly key: string; readonly answer: ChosenAnswer }[] = [
  { key: 'c', answer: { decision: 'confirm' } },
  ...CASE_REJECT_REASONS.map((reason, index) => ({
    key: String(index + 1),
    answer: { decision: 'reject', reason } as const,
  })),
  { key: 'h', answer: { decision: 'hold', reason: 'asked-by-reviewer' } },
];

/** Whether the answer has to be said in words as well. */
export function needsWords(answer: ChosenAnswer): boolean {
  return answer.decision === 'hold' || (answer.decision === 'reject' && answer.reason === 'other');
}

/** @returns the answer as it is sent; null while words are missing */
export function inputOf(answer: ChosenAnswer, note: string): CaseReviewInput | null {
  const words = note.trim();
  return needsWords(answer) && words.length < 3 ? null : { ...answer, note: words };
}
