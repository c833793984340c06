/** My account. `ur/account.ts` has exactly these keys. */
export const account = {
  title: 'My account',
} as const;
