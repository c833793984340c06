/** Lifecycle. `ur/lifecycle.ts` has exactly these keys. */
export const lifecycle = {
  title: 'Lifecycle',
} as const;
