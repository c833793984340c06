/** What refusals about emergency calls mean, by their code. `ur/service-problems.ts` has exactly these keys. */
export const serviceProblems = {
  CALL_SOURCE_EXISTS: 'There is a source of this name already.',
  CALL_FEED_NOT_FOUND: 'There is no such feed, or it was ended before.',
  CALL_SOURCE_IS_FEED: 'This source tells of its calls by a feed; give the file another source.',
  CALL_SOURCE_SIMULATED: 'Real and simulated calls cannot be mixed in one source.',
  COLUMN_UNKNOWN: 'The file has no column of this name; nothing was kept.',
  COLUMN_PERSONAL: 'The name of this column says that persons are in it: it is never read.',
  TIME_ZONE_UNKNOWN: 'There is no such time zone; nothing was kept.',
  PHASE_NOT_TIMED: 'This phase is not timed here.',
  SERVICE_REPORT_NOT_FOUND: 'There is no such report.',
  SERVICE_REPORT_FAILED: 'Something unforeseen went wrong; the server’s log says what.',
  OBJECT_STORE_FULL: 'The disk of the object store is full; all that was stored is kept. Make room on it.',
  OBJECT_STORE_FAILED: 'The object store cannot be used. Check its folder and its permissions.',
} as const;
