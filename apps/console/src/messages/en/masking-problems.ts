/** What refusals about masking and un-masking mean, by their code. `ur/masking-problems.ts` has exactly these keys. */
export const maskingProblems = {
  MASKING_UNDER_WAY: 'Faces and plates are being covered; it is shown in a moment.',
  MASKING_NOT_PERMITTED: 'Redaction has no permit for this camera now, so nothing is shown.',
  MASKING_NOT_AVAILABLE: 'Nothing masks pictures now, so none is shown.',
  MASKING_FULL: 'As many live views are masked as this machine can.',
  NOT_UNMASKED: 'The original is not open to you.',
  OBJECT_NOT_FOUND: 'The stored file is lost.',
  PURPOSE_OTHER_CASE: 'The stated purpose is for another case.',
  UNMASKING_THERE: 'You have asked for this already.',
  UNMASKING_NOT_FOUND: 'There is no such un-masking.',
  UNMASKING_DECIDED: 'Somebody has decided on this.',
  UNMASKING_ENDED: 'This has ended.',
  OTHER_SITE: 'It belongs to another site than the case.',
  PERSON_UNKNOWN: 'Nobody knows who is behind this account.',
  CASE_NOT_FOUND: 'There is no such case.',
  EVIDENCE_ITEM_NOT_FOUND: 'There is no such picture or clip.',
} as const;
