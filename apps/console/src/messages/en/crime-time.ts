/** Hour of the day by day of the week. `ur/crime-time.ts` has exactly these keys. */
export const crimeTime = {
  title: 'When incidents happen',
  hint: 'Incidents by hour of the day and day of the week; those with an interval are shared out over it.',
  hour: 'Hour of the day',
  day: 'Day of the week',
  incidents: 'Incidents',
  none: 'No incident in the period has a known time.',
  finding:
    '{{day}} from {{from}} to {{to}} o’clock is busiest: {{incidents}} incidents, {{times}} times the mean hour.',
  hourFinding: 'Most between {{most}} and the next hour: {{share}} % of all.',
  dayFinding: 'Most on {{most}}: {{share}} % of all.',
  known:
    '{{exact}} with a known hour, {{shared}} shared out over an interval, {{leftOut}} left out since their interval is a week or longer.',
} as const;
