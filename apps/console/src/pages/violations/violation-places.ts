/** The places of the area, in the order of work, each with the actions without any of which it shows nothing. */
export const VIOLATION_PLACES = [
  { name: 'review', to: '/violations/review', needs: ['violation-case.read'] },
  { name: 'challans', to: '/violations/challans', needs: ['challan.read'] },
  { name: 'contests', to: '/violations/contests', needs: ['contest.read'] },
  { name: 'enforcement', to: '/violations/enforcement', needs: ['enforcement.read'] },
  { name: 'bulkCancel', to: '/violations/bulk-cancel', needs: ['bulk-cancel.read'] },
  {
    name: 'statistics',
    to: '/violations/statistics',
    needs: ['violation-figures.read', 'violation-intake.read', 'reviewer-quality.read'],
  },
] as const;
