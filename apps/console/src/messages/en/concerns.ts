/** Concerns. `ur/concerns.ts` has exactly these keys. */
export const concerns = {
  title: 'Concerns',
} as const;
