/** Evidence pack. `ur/evidence-pack.ts` has exactly these keys. */
export const evidencePack = {
  title: 'Evidence pack',
} as const;
