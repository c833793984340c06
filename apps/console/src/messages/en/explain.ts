/** Explain. `ur/explain.ts` has exactly these keys. */
export const explain = {
  title: 'Explain',
} as const;
