/** Incidents. `ur/incidents.ts` has exactly these keys. */
export const incidents = {
  title: 'Incidents',
} as const;
