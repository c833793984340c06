/** Hints below the fields, so that fields beside each other stay in line. */
export const HINT_BELOW: ('label' | 'input' | 'error' | 'description')[] = [
  'label',
  'input',
  'error',
  'description',
];
