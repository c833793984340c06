import { timeTable } from '@amaan/crime-analytics/time/time-table';
import { type AnalysisMethod, methodNote } from '../analysis-method.ts';

const HOURS = 24;

/** Hour of the day by day of the week; incidents with an interval are shared out over it. */
export const heatMapMethod: AnalysisMethod<'heat-map'> = {
  finish(_question, { incidents, timeZone }) {
    const { weights, exact, tooVague, incidents: counted } = timeTable(incidents, { timeZone });
    return {
      result: {
        kind: 'heat-map',
        timeZone,
        hours: Array.from({ length: 7 }, (_, day) => [...weights.slice(day * HOURS, (day + 1) * HOURS)]),
        exact,
        shared: counted - exact,
        leftOut: tooVague,
      },
      notes: [methodNote('method-aoristic', { timeZone })],
    };
  },
};
