import type { LaneFigures, Measured } from '@amaan/contracts/traffic/lane-measures';
import type { TrafficLine } from './measure-traffic.ts';

/** A lane's total as a row for people. `-` is not measured. */
export function trafficRow(line: TrafficLine & { kind: 'total' }): Record<string, string> {
  const { figures } = line;
  const { queueVehicles, queueMetres } = figures;
  return {
    lane: line.laneName,
    vehicles: String(figures.vehicles),
    classes: classesOf(figures),
    'veh/h': rounded(figures.flowVehPerHour, 0),
    'km/h': rounded(figures.speedKmh, 1),
    '85 % km/h': figures.speed85Kmh?.toFixed(0) ?? '-',
    'headway s': rounded(figures.headwaySeconds, 1),
    'occupancy %': figures.occupancy === null ? '-' : (100 * figures.occupancy).toFixed(1),
    'veh/km': figures.densityVehPerKm?.toFixed(1) ?? '-',
    'longest queue': queueVehicles
      ? `${queueVehicles.max}${queueMetres ? ` (${queueMetres.max.toFixed(0)} m)` : ''}`
      : '-',
    'delay s': rounded(figures.delaySeconds, 1),
    LOS: figures.levelOfService ?? '-',
  };
}

/** An incident as a sentence. */
export function incidentSentence({
  incident,
  laneId,
  began,
  secondsToDetect,
}: TrafficLine & { kind: 'incident' }): string {
  const what = {
    'stopped-vehicle': 'a vehicle stands',
    'wrong-way': 'a vehicle drives against the direction',
    'sudden-queue': 'a queue came suddenly',
    'pedestrian-on-carriageway': 'somebody on foot is',
    'congestion-onset': 'traffic breaks down',
  }[incident];
  const time = began.slice(11, 19);
  return `${time}: ${what} on lane ${laneId}, noticed after ${secondsToDetect.toFixed(1)} s.`;
}

function classesOf({ counts }: LaneFigures): string {
  const known = Object.entries(counts).toSorted(([a], [b]) => a.localeCompare(b));
  return known.map(([name, count]) => `${name} ${count}`).join(', ') || '-';
}

function rounded(measured: Measured | null, digits: number): string {
  if (!measured) return '-';
  const error = measured.error === null ? '' : ` ± ${measured.error.toFixed(digits)}`;
  return `${measured.value.toFixed(digits)}${error}`;
}
