import { useMemo } from 'react';
import { CRIME_COLOURS, type Ground } from './crime-colours.ts';
import type { AreaLook } from './drawn-layer.ts';

export interface CrimeLooks {
  /** By the mark of hot spots: few are hatched, so that they are told from many without colours. */
  readonly marks: Readonly<Record<string, AreaLook>>;
  readonly clusters: Readonly<Record<string, AreaLook & { round: true }>>;
  readonly forecast: Readonly<Record<string, AreaLook>>;
  readonly stations: Readonly<Record<string, AreaLook>>;
  readonly change: Readonly<Record<string, AreaLook>>;
}

/** How areas look on a ground; the same for the map, its legend and pictures of it. */
export function useCrimeLooks(ground: Ground): CrimeLooks {
  return useMemo(() => {
    const { more, fewer, forecast, cluster } = CRIME_COLOURS[ground];
    return {
      marks: {
        hot: { fill: more },
        cold: { fill: fewer, hatched: true },
        'high-outlier': { stroke: more, dashed: true, width: 2 },
        'low-outlier': { stroke: fewer, dashed: true, width: 2 },
      },
      clusters: { cluster: { stroke: cluster, dashed: true, width: 2.5, round: true } },
      forecast: { marked: { stroke: forecast, width: 2.5 } },
      stations: { area: { stroke: ground === 'dark' ? '#9db0c0' : '#4d6172', width: 1.5 } },
      change: {
        more: { fill: more },
        fewer: { fill: fewer, hatched: true },
        none: { stroke: ground === 'dark' ? '#64798b' : '#778796', width: 1 },
      },
    };
  }, [ground]);
}
