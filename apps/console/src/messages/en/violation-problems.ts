/** What refusals of enforcing and reviewing mean, by their code. `ur/violation-problems.ts` has exactly these keys. */
export const violationProblems = {
  CASE_NOT_OPEN: 'This case waits for no review; read it anew.',
  CASE_NOT_HELD: 'This case is not held; read it anew.',
  EVIDENCE_DESTROYED: 'The evidence of this case was destroyed as the rules say.',
  EVIDENCE_NOT_READY:
    'Pictures of this case are still being masked, and nobody has seen them; nothing was decided.',
  SIGNAL_LOG_PENDING:
    'The signal’s log does not have this light yet. Nothing was decided; answer again in a minute.',
  NOTICE_NOT_POSSIBLE: 'A picture of this challan cannot be printed.',
  BULK_CANCEL_DECIDED: 'Somebody has decided this; nothing was changed.',
  PREVIEW_CHANGED:
    'The challans are not those that were shown any more. Look at the list as it is now; nothing was changed.',
  SUSPENSION_ENDED: 'This camera enforces again; nothing was changed.',
  NOTHING_TO_CANCEL: 'No challan of this camera, software and time is in force.',
  ROLE_HAS_SPOKEN: 'Somebody of your role has said so already; the other word is missing.',
  NO_PAYMENT_GATEWAY: 'No payment gateway is set up, so there is nothing to compare.',
  GATEWAY_UNREACHABLE: 'The gateway did not answer; try again later.',
  REFUND_NOT_FAILED: 'The gateway has not refused this; nothing was changed.',
  ENFORCEMENT_PLAN_CHANGED: 'Somebody else has changed these rules; read them anew.',
  PLAN_NO_LANES: 'No lanes are drawn on this camera; draw them first.',
  PLAN_LANES_CHANGED: 'The lanes of this camera were changed since: look at the rules anew.',
  PLAN_CAMERA_MOVED: 'This camera has moved since it was calibrated: no speeds are measured.',
  PLAN_NO_PLATES: 'This camera reads no plates, so nothing that it sees becomes a case.',
  PLAN_SLOW_CAMERA: 'This camera is looked at too seldom: most moments are too uncertain to prove anything.',
  RULE_LANE_UNKNOWN: 'A lane of this rule is not on this camera.',
  RULE_LINES_CROSS: 'An exit line crosses the entry line; draw it beyond.',
  RULE_LAMPS_OVERLAP: 'Boxes of two lamps overlap; draw one around each lamp.',
  RULE_JUNCTION_UNKNOWN: 'There is no such junction in the site of this camera.',
  RULE_GROUP_UNKNOWN: 'The junction has no such signal for vehicles.',
  RULE_SIGNAL_SILENT: 'Nobody asks the controller what it shows, so nothing is reported.',
  RULE_SIGNAL_SIMULATED: 'The signal is simulated; cases are marked so.',
  RULE_NOT_CALIBRATED:
    'Speeds are not measured there: the camera is not calibrated, and the lane has no second line.',
  RULE_SECTION_UNKNOWN: 'There is no such section of road.',
  RULE_WITHOUT_MODEL: 'No permitted model says anything about this here, so nothing of it is reported.',
} as const;
