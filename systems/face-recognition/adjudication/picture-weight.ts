import { type SearchThreshold, searchThreshold } from '../threshold/search-threshold.ts';

/** How often reviewers said of an enrolment picture's possible matches that they are, or are not, that person. */
export interface PictureFeedback {
  readonly confirmed: number;
  readonly rejected: number;
}

/** A picture keeps this part of its weight at least: it may still be found by somebody who truly resembles it. */
const LEAST_WEIGHT = 1 / 64;
/** Each rejection halves a picture's share of the false matches that its list may give; a confirmation gives it back. */
const HALF = 0.5;

/** What an enrolment picture is worth after its reviews, 1/64–1; 1 without any. */
export function pictureWeight({ confirmed, rejected }: PictureFeedback): number {
  return Math.max(LEAST_WEIGHT, HALF ** Math.max(0, rejected - confirmed));
}

/**
 * The threshold for one enrolment picture of a list. A picture that led to wrong matches (it is blurred, or shows a face
 * that many resemble) has to be met more closely: its part of the target is its weight.
 *
 * @param listSize templates that are compared with one face.
 * @param targetPerSearch probability of a false match in one search of the whole list.
 */
export function pictureThreshold(
  listSize: number,
  targetPerSearch: number,
  feedback: PictureFeedback,
): SearchThreshold {
  return searchThreshold(listSize, targetPerSearch * pictureWeight(feedback));
}
