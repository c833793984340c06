/**
 * The places of the area, in the order of work, each with the actions without any of which it shows nothing. An
 * investigator sees the matches of the case that they read for.
 */
export const FACE_PLACES = [
  { name: 'matches', to: '/faces/matches', needs: ['face-match.read', 'purpose.state'] },
  { name: 'authorisations', to: '/faces/authorisations', needs: ['face-authorisation.read'] },
  { name: 'watchlists', to: '/faces/watchlists', needs: ['watchlist.read', 'purpose.state'] },
  { name: 'reports', to: '/faces/reports', needs: ['face-report.read'] },
  { name: 'oversight', to: '/faces/oversight', needs: ['face-oversight.read'] },
] as const;
