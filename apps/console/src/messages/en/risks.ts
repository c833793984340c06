/** AI risks. `ur/risks.ts` has exactly these keys. */
export const risks = {
  title: 'AI risks',
} as const;
