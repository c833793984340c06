/** The places of the area, in the order of work, each with the actions without any of which it shows nothing. */
export const OPERATIONS_PLACES = [
  // An investigator says there what they read for.
  { name: 'alerts', to: '/operations', needs: ['alert.read', 'purpose.state'] },
  { name: 'tickets', to: '/operations/places', needs: ['civic.read'] },
  { name: 'departments', to: '/operations/departments', needs: ['civic.read'] },
] as const;
