/** Suspensions. `ur/suspension.ts` has exactly these keys. */
export const suspension = {
  title: 'Suspensions',
} as const;
