/** The places of the area, in the order of work, each with the actions without any of which it shows nothing. */
export const CRIME_PLACES = [
  {
    name: 'map',
    to: '/crime/map',
    // Investigators see incidents alone, the control room the newest density map.
    needs: ['crime-analysis.read', 'crime-incident.read', 'crime-density.read'],
  },
  { name: 'time', to: '/crime/time', needs: ['crime-analysis.read'] },
  { name: 'nearRepeat', to: '/crime/near-repeat', needs: ['crime-analysis.read'] },
  { name: 'trends', to: '/crime/trends', needs: ['crime-analysis.read'] },
  { name: 'compare', to: '/crime/compare', needs: ['crime-analysis.read'] },
  { name: 'forecasts', to: '/crime/forecasts', needs: ['crime-analysis.read'] },
  { name: 'plans', to: '/crime/plans', needs: ['crime-plan.read'] },
  { name: 'feedback', to: '/crime/feedback', needs: ['crime-analysis.read'] },
  { name: 'briefings', to: '/crime/briefings', needs: ['crime-briefing.read'] },
  { name: 'data', to: '/crime/data', needs: ['crime-import.read', 'crime-table.change'] },
] as const;
