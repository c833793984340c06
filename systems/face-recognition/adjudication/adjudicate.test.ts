import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type MatchCase,
  type ReviewerAnswer,
  type ReviewOfMatch,
  refusalOfReview,
  refusalOfRuling,
  stateOf,
  visibleReviews,
} from './adjudicate.ts';

const answer = fc.constantFrom<ReviewerAnswer>('same-person', 'different-person', 'cannot-tell');
const review = (reviewer: string, said: ReviewerAnswer): ReviewOfMatch => ({ reviewer, answer: said });
const matchOf = (reviews: readonly ReviewOfMatch[], ruling: ReviewOfMatch | null = null): MatchCase => ({
  askedBy: 'asker',
  reviews,
  ruling,
});

describe('a possible match', () => {
  test('stays one until two have answered, whatever the first says', () => {
    expect(stateOf(matchOf([]))).toBe('possible');
    fc.assert(
      fc.property(answer, (said) => {
        expect(stateOf(matchOf([review('a', said)]))).toBe('possible');
      }),
    );
  });

  test('is confirmed or rejected only by two who agree; everything else is for a supervisor', () => {
    fc.assert(
      fc.property(answer, answer, (one, other) => {
        const state = stateOf(matchOf([review('a', one), review('b', other)]));
        if (one === 'same-person' && other === 'same-person') expect(state).toBe('confirmed');
        else if (one === 'different-person' && other === 'different-person') expect(state).toBe('rejected');
        else expect(state).toBe('disputed');
      }),
    );
  });

  test('is what the supervisor says of a dispute; what nobody can tell is no match', () => {
    const reviews = [review('a', 'same-person'), review('b', 'cannot-tell')];
    expect(stateOf(matchOf(reviews, review('s', 'same-person')))).toBe('confirmed');
    expect(stateOf(matchOf(reviews, review('s', 'different-person')))).toBe('rejected');
    expect(stateOf(matchOf(reviews, review('s', 'cannot-tell')))).toBe('rejected');
  });
});

describe('an answer', () => {
  const one = matchOf([review('a', 'same-person')]);
  const agreed = matchOf([review('a', 'same-person'), review('b', 'same-person')]);
  const disputed = matchOf([review('a', 'same-person'), review('b', 'different-person')]);

  test('is never taken from who asked for the search, nor twice from one person, nor from a third', () => {
    expect(refusalOfReview(one, 'asker')).toBe('ASKER_MAY_NOT_REVIEW');
    expect(refusalOfReview(one, 'a')).toBe('ANSWERED_ALREADY');
    expect(refusalOfReview(agreed, 'c')).toBe('REVIEWED_ALREADY');
    expect(refusalOfReview(one, 'b')).toBeNull();
  });

  test('of a supervisor is asked for a dispute alone, and not from one of the two', () => {
    expect(refusalOfRuling(one, 's')).toBe('NOT_DISPUTED');
    expect(refusalOfRuling(agreed, 's')).toBe('NOT_DISPUTED');
    expect(refusalOfRuling(disputed, 'a')).toBe('ANSWERED_ALREADY');
    expect(refusalOfRuling(disputed, 'asker')).toBe('ASKER_MAY_NOT_REVIEW');
    expect(refusalOfRuling(disputed, 's')).toBeNull();
    expect(refusalOfRuling({ ...disputed, ruling: review('s', 'same-person') }, 't')).toBe('NOT_DISPUTED');
  });

  test('is hidden from the other reviewer until that one has answered too', () => {
    expect(visibleReviews(one, 'b')).toEqual([]);
    expect(visibleReviews(one, 'a')).toEqual(one.reviews);
    expect(visibleReviews(disputed, 'b')).toEqual(disputed.reviews);
  });
});
