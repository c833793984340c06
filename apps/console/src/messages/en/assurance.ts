/** Assurance. `ur/assurance.ts` has exactly these keys. */
export const assurance = {
  title: 'Assurance',
} as const;
