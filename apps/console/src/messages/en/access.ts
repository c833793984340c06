/** Access. `ur/access.ts` has exactly these keys. */
export const access = {
  title: 'Access',
} as const;
