/** Monitoring. `ur/monitoring.ts` has exactly these keys. */
export const monitoring = {
  title: 'Monitoring',
} as const;
