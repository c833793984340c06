/** What refusals about tickets mean, by their code. `ur/civic-problems.ts` has exactly these keys. */
export const civicProblems = {
  TICKET_NOT_FOUND: 'There is no such ticket.',
  TICKET_CHANGED: 'Somebody else took a step with this ticket; look at it again.',
  TICKET_ENDED: 'This ticket is at its end; reopen it first.',
  TICKET_HAS_NO_CAMERA: 'This ticket belongs to no camera; bring a picture as a file.',
  CIVIC_STEP_IMPOSSIBLE: 'This cannot be done with the ticket as it is.',
  CIVIC_SETTINGS_CHANGED: 'Somebody else changed departments or rules; look at them again.',
  DEPARTMENT_UNKNOWN: 'There is no such department.',
  DEADLINE_NEEDED: 'The settings give this department no time for this; choose a deadline.',
  DEADLINE_PASSED: 'This deadline is over already.',
  PROOF_NEEDED: 'Add a picture from after the work, or write how you know that it is done.',
  PICTURES_ENOUGH: 'There are enough pictures of this moment; remove one first.',
  CAMERA_HAS_NO_PLACE: 'This camera has no place on the map; choose it on the map.',
  CAMERA_UNFIT: 'This site has no such camera.',
} as const;
