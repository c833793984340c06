/** Service performance. `ur/performance.ts` has exactly these keys. */
export const performance = {
  title: 'Service performance',
} as const;
