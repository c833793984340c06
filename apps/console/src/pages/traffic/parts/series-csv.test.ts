import type { LaneFigures } from '@amaan/contracts/traffic/lane-measures';
import { expect, test } from 'vitest';
import { seriesCsv } from './series-csv.ts';

const figures: LaneFigures = {
  ...{ observedSeconds: 58, coverage: 0.97, counts: { car: 3 }, vehicles: 3 },
  flowVehPerHour: { value: 186, error: 107, n: 3 },
  ...{ speedKmh: null, speed85Kmh: null, headwaySeconds: null, gapSeconds: null, occupancy: 0.1 },
  ...{ densityVehPerKm: null, spaceMeanSpeedKmh: null, queueMetres: null, delaySeconds: null },
  queueVehicles: { mean: 0.5, max: 2 },
  levelOfService: null,
};

test('each interval is a line; a gap is empty cells and no zeros', () => {
  const at = (minute: number) => new Date(Date.UTC(2026, 2, 1, 8, minute)).toISOString();
  const text = seriesCsv([
    {
      ...{ camera: 'Fawara', approach: 'Mall, east', lane: 'Kerb', simulated: true },
      points: [
        { from: at(0), to: at(1), figures },
        { from: at(1), to: at(2), figures: null },
      ],
    },
  ]);
  const [header, first, gap, end] = text.split('\r\n').map((line) => line.slice(1, -1).split('","'));
  const cell = (line: string[] | undefined, name: string) => line?.[header!.indexOf(name)];
  expect([first?.length, gap?.length]).toEqual([header!.length, header!.length]);
  expect(end).toEqual(['']);
  expect(
    ['approach', 'simulated', 'car', 'bus', 'flow_veh_h', 'speed_kmh', 'queue_max_veh'].map((name) =>
      cell(first, name),
    ),
  ).toEqual(['Mall, east', 'SIMULATED', '3', '0', '186', '', '2']);
  expect([cell(gap, 'from'), cell(gap, 'vehicles'), cell(gap, 'car')]).toEqual([at(1), '', '']);
});
