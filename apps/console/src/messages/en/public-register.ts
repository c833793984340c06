/** Public register. `ur/public-register.ts` has exactly these keys. */
export const publicRegister = {
  title: 'Public register',
} as const;
