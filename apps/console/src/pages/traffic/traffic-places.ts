/** The places of the area, in the order of work, each with the actions without any of which it shows nothing. */
export const TRAFFIC_PLACES = [
  { name: 'corridors', to: '/traffic/corridors', needs: ['traffic.read'] },
  { name: 'lanes', to: '/traffic/lanes', needs: ['traffic.read'] },
  { name: 'junctions', to: '/traffic/junctions', needs: ['junction.read'] },
  { name: 'waves', to: '/traffic/waves', needs: ['emergency-wave.read'] },
  { name: 'whatIf', to: '/traffic/what-if', needs: ['what-if.read'] },
  { name: 'travel', to: '/traffic/travel', needs: ['traffic.travel'] },
] as const;
