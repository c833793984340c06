/** Impact assessments. `ur/assessments.ts` has exactly these keys. */
export const assessments = {
  title: 'Impact assessments',
} as const;
