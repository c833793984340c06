/** Controls. `ur/controls.ts` has exactly these keys. */
export const controls = {
  title: 'Controls',
} as const;
