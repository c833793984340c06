import { simulateIncidents } from '@amaan/crime-analytics/simulated-incidents';
import { simulatedCity } from '@amaan/crime-analytics/simulation/simulated-city';
import type { AnalysisData } from '../analysis-data.ts';

/** Made-up incidents of a made-up city, without station areas and patrols. */
export function simulatedData(count = 2000): AnalysisData {
  const incidents = simulateIncidents({ seed: 7, count });
  return {
    crs: simulatedCity.crs,
    timeZone: 'Asia/Karachi',
    incidents,
    asked: new Uint8Array(incidents.offences.length).fill(1),
    earlier: null,
    officerInitiated: new Uint8Array(incidents.offences.length),
    kinds: incidents.offences.map(() => 'theft'),
    areas: [],
    patrols: null,
    roads: null,
  };
}

/** The period that its incidents lie in. */
export const SIMULATED_PERIOD = { from: '2024-01-01T00:00:00.000Z', until: '2026-01-01T00:00:00.000Z' };
