/**
 * The places of the area, in the order of work, each with the actions without any of which it shows nothing. Who may
 * state a purpose does so there.
 */
export const PLATE_PLACES = [
  { name: 'reads', to: '/plates/reads', needs: ['plate.watch'] },
  { name: 'search', to: '/plates/search', needs: ['plate.search', 'purpose.state'] },
  { name: 'journey', to: '/plates/journey', needs: ['plate.search', 'purpose.state'] },
  { name: 'hotlists', to: '/plates/hotlists', needs: ['hotlist.read', 'purpose.state'] },
] as const;
