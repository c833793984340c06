/** Monitoring. `ur/monitoring.ts` has exactly these keys. */
export const monitoring = {
  title: 'Monitoring',
  chart: {
    asTable: 'Show as a table',
    asChart: 'Show as a chart',
  },
} as const;
