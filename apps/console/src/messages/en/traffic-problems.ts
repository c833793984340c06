/** What refusals of measuring and steering traffic mean, by their code. `ur/traffic-problems.ts` has exactly these keys. */
export const trafficProblems = {
  CALIBRATION_COLLINEAR:
    'Three of the marks lie on one line; mark four corners that span an area of the road.',
  CALIBRATION_CROSSING:
    'The outline of the marks crosses itself; mark the corners in their order round the rectangle.',
  CALIBRATION_HORIZON:
    'The horizon that follows runs through the marks; check their order and that they lie flat on the road.',
  CALIBRATION_TINY: 'The marks are too near to each other; choose a larger area.',
  CALIBRATION_MARKS_DISAGREE:
    'The marks do not fit equal spacing; check that none was left out, and the lengths.',
  CALIBRATION_LANE_OUTSIDE: 'A lane lies outside of what the calibration describes.',
  CALIBRATION_NOWHERE_GOOD: 'Nowhere in this picture is a speed good enough.',
  CORRIDOR_STOP_UNKNOWN: 'No camera measures one of these approaches.',
  TRAVEL_CAMERAS_REFUSED: 'One of these cameras is not of your sites.',
  TRAVEL_PERIOD_REFUSED: 'This time is too long for its steps.',
  TRAFFIC_MANAGEMENT_NOT_RUNNING: 'Traffic management is not in force; nothing was worked out.',
  JUNCTION_NOT_FOUND: 'There is no such junction.',
  JUNCTION_CHANGED: 'Somebody else has changed this junction.',
  JUNCTION_CONTRADICTION: 'The junction contradicts itself and stays on its fixed plan.',
  JUNCTION_CONTROLLED: 'The junction is controlled; return it to its fixed plan first.',
  SIGNALS_NOT_RUNNING: 'Signal control is not running.',
  STAGE_UNKNOWN: 'The junction has no such stage.',
  APPROVAL_DECIDED: 'Somebody has decided on this already.',
  APPROVAL_ENDED: 'This approval has ended.',
  WAVE_ENDED: 'This wave has ended.',
  WHAT_IF_ENDED: 'This replay has ended.',
  WHAT_IF_NOT_FOUND: 'There is no such replay.',
} as const;
