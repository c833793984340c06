/** The places of the area, in the order of work, each with the action without which it shows nothing. */
export const PLATE_PLACES = [
  { name: 'reads', to: '/plates/reads', needs: 'plate.read' },
  { name: 'search', to: '/plates/search', needs: 'plate.search' },
  { name: 'journey', to: '/plates/journey', needs: 'plate.search' },
  { name: 'hotlists', to: '/plates/hotlists', needs: 'hotlist.read' },
] as const;
