/** Forecasts of places. `ur/crime-forecasts.ts` has exactly these keys. */
export const crimeForecasts = {
  title: 'Forecast the coming days',
  hint: 'It marks the cells in which most incidents are to be expected, and tries the same method on earlier periods beside simple counting. It takes a minute or more.',
  horizon: 'Days that it is for',
  nextDays: 'Next {{days}} days',
  share: 'Share of the area that is marked',
  cells: 'Cells that it is made in',
  cellsOf: { square: 'Squares of {{metres}} m', hexagon: 'Hexagons, about {{metres}} m' },
  ofArea: '{{share}} % of the area',
  verdict: {
    'beats-baseline': 'It was surely better than counting, so plans may be made with it.',
    'not-told-apart': 'It is not surely better than counting, so it is not offered for plans.',
    'worse-than-baseline': 'Counting was better, so it is not offered for plans.',
    'too-few-incidents': 'There are too few incidents to judge it, so it is not offered for plans.',
    'too-short': 'The incidents reach over too short a time to judge it, so it is not offered for plans.',
    'not-calibrated':
      'More or fewer incidents came to its cells than it said, so it is not offered for plans.',
    'officer-initiated-included':
      'It counts offences that are on record where officers look, so it is not offered for plans.',
  },
  ratio: 'Hits compared with {{baseline}}: {{ratio}} times as many (95 %: {{low}} to {{high}}).',
  notTried: 'The method could not be tried on earlier periods.',
  plan: 'Plan with it',
  finding:
    '{{cells}} cells ({{share}} % of the area), {{days}}: {{expected}} of {{total}} expected incidents',
  legend: 'Forecast',
  marked: 'Marked for {{days}}',
  cell: 'Place {{rank}}: {{expected}} incidents expected',
  surface: {
    model: 'This forecast',
    'count-all': 'Count of all time',
    'count-last': 'Count of the last time',
    kde: 'Density',
  },
  strongest: '(strongest of the simple ones)',
  chart: 'On earlier periods: PAI {{pai}}, of the strongest simple one ({{baseline}}) {{other}}',
  scores: 'How it did before, beside the simple ones',
  triedOn_one:
    'Tried on {{count}} earlier period from {{from}} on with {{incidents}} incidents, {{outside}} of them outside of the studied area.',
  triedOn_other:
    'Tried on {{count}} earlier periods from {{from}} on with {{incidents}} incidents, {{outside}} of them outside of the studied area. Each was forecast from what was known before it.',
  paiHint: 'Share of incidents in marked cells over the share of the area that is marked.',
  peiHint: 'Its PAI over that of the best choice of as many cells, known afterwards.',
  column: {
    surface: 'Method',
    hitRate: 'Hits',
    interval: '95 % interval',
    expected: 'All incidents',
    cells: 'Cells by risk',
    expectedCount: 'Expected',
    observed: 'Observed',
    ratio: 'Observed over expected',
  },
  expectedObserved: '{{expected}} expected, {{observed}} came',
  calibration: 'Did as many come as it said?',
  calibrationHint:
    'Cells from the highest risk down. An interval that leaves out 1 says that too many or too few were expected there.',
  off: '(off)',
  patrolKnown:
    'One more patrol hour a week in a cell multiplied reports by {{ratio}} (95 %: {{low}} to {{high}}); the forecast is not corrected for it.',
  patrolCorrected:
    'One more patrol hour a week in a cell multiplied reports by {{ratio}} (95 %: {{low}} to {{high}}); the forecast is corrected for it, so that patrols do not draw patrols.',
} as const;
