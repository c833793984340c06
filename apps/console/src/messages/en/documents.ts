/** Documents. `ur/documents.ts` has exactly these keys. */
export const documents = {
  title: 'Documents',
} as const;
