/** What a reviewer says of the two pictures of a possible match. */
export type ReviewerAnswer = 'same-person' | 'different-person' | 'cannot-tell';

export interface ReviewOfMatch {
  readonly reviewer: string;
  readonly answer: ReviewerAnswer;
}

/** What is known of a possible match and the people who judged it. */
export interface MatchCase {
  /** Who asked for the authorisation: that person wants an answer and gives none. */
  readonly askedBy: string;
  /** In the order in which they came in, at most two. */
  readonly reviews: readonly ReviewOfMatch[];
  /** The supervisor's word where the two did not agree. */
  readonly ruling: ReviewOfMatch | null;
}

/**
 * - `possible`: fewer than two have answered
 * - `disputed`: two answers that differ, or of which one is that nobody can tell; a supervisor decides
 * - `confirmed`, `rejected`: what two, or the supervisor, said. Neither has a consequence of its own: people act.
 */
export type MatchState = 'possible' | 'disputed' | 'confirmed' | 'rejected';

/** Why somebody may not answer. */
export type RefusedAnswer = 'ASKER_MAY_NOT_REVIEW' | 'ANSWERED_ALREADY' | 'REVIEWED_ALREADY' | 'NOT_DISPUTED';

export const REVIEWS_NEEDED = 2;

/** Where a possible match stands. */
export function stateOf({ reviews, ruling }: Pick<MatchCase, 'reviews' | 'ruling'>): MatchState {
  if (ruling !== null) return ruling.answer === 'same-person' ? 'confirmed' : 'rejected';
  if (reviews.length < REVIEWS_NEEDED) return 'possible';
  const answers = new Set(reviews.map(({ answer }) => answer));
  if (answers.size > 1 || answers.has('cannot-tell')) return 'disputed';
  return answers.has('same-person') ? 'confirmed' : 'rejected';
}

/** Whether a person may answer as one of the two reviewers; null when so. */
export function refusalOfReview(match: MatchCase, reviewer: string): RefusedAnswer | null {
  if (reviewer === match.askedBy) return 'ASKER_MAY_NOT_REVIEW';
  if (match.reviews.some((review) => review.reviewer === reviewer)) return 'ANSWERED_ALREADY';
  if (match.reviews.length >= REVIEWS_NEEDED) return 'REVIEWED_ALREADY';
  return null;
}

/**
 * Whether a supervisor may decide; null when so. Nobody decides about an answer of his own, and what two agreed on needs
 * nobody else.
 */
export function refusalOfRuling(match: MatchCase, supervisor: string): RefusedAnswer | null {
  if (supervisor === match.askedBy) return 'ASKER_MAY_NOT_REVIEW';
  if (match.reviews.some(({ reviewer }) => reviewer === supervisor)) return 'ANSWERED_ALREADY';
  return stateOf(match) === 'disputed' ? null : 'NOT_DISPUTED';
}

/**
 * The answers that a person may see. Until both reviewers have answered each sees his own and nothing of the other's,
 * not even that there is one; then everybody who may see the match sees all.
 */
export function visibleReviews({ reviews }: Pick<MatchCase, 'reviews'>, person: string): ReviewOfMatch[] {
  if (reviews.length >= REVIEWS_NEEDED) return [...reviews];
  return reviews.filter(({ reviewer }) => reviewer === person);
}
