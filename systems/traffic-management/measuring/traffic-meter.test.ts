import { LaneMinute, type LaneSums } from '@amaan/contracts/traffic/lane-measures';
import type { CheckedTrafficView } from '@amaan/contracts/traffic/traffic-view';
import { normalRandom } from '@amaan/road/testing/normal-random';
import { PinholeCamera } from '@amaan/road/testing/pinhole-camera';
import { type Mover, objectsAt, type SyntheticLane, syntheticView } from '@amaan/road/testing/synthetic-road';
import { describe, expect, it } from 'vitest';
import { laneFigures } from './lane-figures.ts';
import { addLaneSums, emptyLaneSums } from './lane-sums.ts';
import { TrafficMeter } from './traffic-meter.ts';

const camera = new PinholeCamera({ height: 9, pitch: 18, pan: 0, focal: 1300 });
const LANE: SyntheticLane = { id: 'north-1', x: 0, nearM: 14, farM: 70, countingM: 30 };
/** A full minute of the clock. */
const START = Date.UTC(2026, 2, 1, 8, 0, 0);
const RATE = 5;

/** A car every `everySeconds` that drives towards the camera at a speed. */
function traffic(kmh: number, everySeconds: number, seconds: number, lane = 0): Mover[] {
  return Array.from({ length: Math.floor(seconds / everySeconds) }, (_, index) => ({
    track: 1 + index + 10_000 * lane,
    class: 'car',
    at: (now: number): readonly [number, number] | null => {
      const y = 90 - (kmh / 3.6) * (now - index * everySeconds);
      return y > 5 && y <= 90 ? [lane * 3.5, y] : null;
    },
  }));
}

function run(view: CheckedTrafficView, movers: readonly Mover[], seconds: number, noisy = true) {
  const meter = new TrafficMeter(view);
  const noise = noisy ? normalRandom(9) : null;
  const minutes: LaneMinute[] = [];
  for (let frame = 0; frame <= seconds * RATE; frame++) {
    const now = frame / RATE;
    minutes.push(...meter.update(objectsAt(camera, movers, now, noise), now, START + 1000 * now).minutes);
  }
  minutes.push(...meter.finish().minutes);
  return {
    minutes,
    total: minutes.reduce<LaneSums>((sum, { sums }) => addLaneSums(sum, sums), emptyLaneSums()),
  };
}

describe('TrafficMeter', () => {
  it('tells counts, speed, headway, gap, occupancy and density of steady traffic', () => {
    const { minutes, total } = run(syntheticView(camera, [LANE]), traffic(60, 4, 300), 300);
    for (const minute of minutes) expect(LaneMinute.parse(minute)).toEqual(minute);
    expect(minutes.map(({ from }) => from)).toEqual(
      [0, 1, 2, 3, 4].map((minute) => `2026-03-01T08:0${minute}:00.000Z`),
    );
    const figures = laneFigures(total, 300);
    // The first crosses after 3.6 s, then one every four seconds.
    expect(figures.counts).toEqual({ car: 75 });
    expect(figures.observedSeconds).toBeCloseTo(300, 0);
    expect(figures.flowVehPerHour!.value).toBeCloseTo(900, -1);
    expect(Math.abs(figures.speedKmh!.value - 60)).toBeLessThan(0.3);
    expect(figures.speedKmh!.n).toBeGreaterThanOrEqual(73);
    expect(figures.headwaySeconds!.value).toBeCloseTo(4, 1);
    // A car of 4.3 m covers the line for 0.26 s.
    expect(figures.gapSeconds!.value).toBeCloseTo(4 - 0.26, 1);
    expect(figures.occupancy!).toBeCloseTo(0.26 / 4, 2);
    // 900 vehicles an hour at 60 km/h are 15 vehicles a kilometre.
    expect(figures.densityVehPerKm! / 15).toBeGreaterThan(0.95);
    expect(figures.densityVehPerKm! / 15).toBeLessThan(1.05);
    expect(figures.spaceMeanSpeedKmh!).toBeCloseTo(60, 0);
    expect(figures.speed85Kmh!).toBeCloseTo(60.5, -0.3);
    expect(figures.queueVehicles).toEqual({ mean: 0, max: 0 });
  });

  it('without a calibration counts, and guesses nothing in metres', () => {
    const { total } = run(syntheticView(camera, [LANE], { calibrated: false }), traffic(60, 4, 120), 120);
    const figures = laneFigures(total, 120);
    expect(figures.vehicles).toBe(30);
    expect(figures.headwaySeconds!.value).toBeCloseTo(4, 1);
    // Told by boxes alone it is rough: 0.065 in truth.
    expect(figures.occupancy!).toBeGreaterThan(0.01);
    expect(figures.occupancy!).toBeLessThan(0.13);
    expect(figures.queueVehicles).toEqual({ mean: 0, max: 0 });
    expect(figures).toMatchObject({
      speedKmh: null,
      speed85Kmh: null,
      densityVehPerKm: null,
      spaceMeanSpeedKmh: null,
      queueMetres: null,
      delaySeconds: null,
      levelOfService: null,
    });
  });

  it('measures speed between two lines of a known distance without a calibration', () => {
    const view = syntheticView(camera, [LANE], { calibrated: false });
    const line = (y: number) =>
      [camera.see([-1.75, y])!, camera.see([1.75, y])!] as [[number, number], [number, number]];
    const lane = { ...view.lanes[0]!, countingLine: line(45), exit: { line: line(20), distanceM: 25 } };
    const { total } = run({ ...view, lanes: [lane] }, traffic(54, 6, 120), 120);
    const speed = laneFigures(total, 120).speedKmh!;
    expect(speed.n).toBeGreaterThan(15);
    expect(Math.abs(speed.value - 54)).toBeLessThan(2 * speed.error! + 0.5);
  });

  it('gives no metres while the calibration does not hold, and goes on counting', () => {
    const meter = new TrafficMeter(syntheticView(camera, [LANE]));
    meter.setCalibrationHolds(false);
    const movers = traffic(60, 4, 60);
    for (let frame = 0; frame <= 60 * RATE; frame++)
      meter.update(objectsAt(camera, movers, frame / RATE), frame / RATE, START + 200 * frame);
    expect(
      meter.now()[0]!.vehicles.every(({ distanceM, speedKmh }) => distanceM === null && speedKmh === null),
    ).toBe(true);
    const [minute] = meter.finish().minutes;
    expect(laneFigures(minute!.sums, 60)).toMatchObject({
      vehicles: 15,
      speedKmh: null,
      densityVehPerKm: null,
      queueMetres: null,
    });
  });

  it('keeps two lanes and two directions apart', () => {
    const lanes: SyntheticLane[] = [LANE, { ...LANE, id: 'south-1', x: -3.5, towards: false }];
    const away: Mover[] = [1, 2, 3].map((index) => ({
      track: 500 + index,
      class: 'truck',
      at: (now) => [-3.5, 8 + 12 * (now - 10 * index)],
    }));
    const { minutes } = run(syntheticView(camera, lanes), [...traffic(50, 5, 60), ...away], 60);
    const counts = Object.fromEntries(minutes.slice(0, 2).map(({ laneId, sums }) => [laneId, sums.counts]));
    expect(counts).toEqual({ 'north-1': { car: 12 }, 'south-1': { truck: 3 } });
  });

  it('leaves out what it did not see: pauses of the pictures are no zeros', () => {
    const meter = new TrafficMeter(syntheticView(camera, [LANE]));
    const movers = traffic(60, 4, 300);
    const minutes: LaneMinute[] = [];
    for (let frame = 0; frame <= 300 * RATE; frame++) {
      const now = frame / RATE;
      // Nothing from 1:30 to 3:15.
      if (now > 90 && now < 195) continue;
      minutes.push(...meter.update(objectsAt(camera, movers, now), now, START + 1000 * now).minutes);
    }
    minutes.push(...meter.finish().minutes);
    expect(minutes.map(({ from, sums }) => [from.slice(14, 16), Math.round(sums.observedMs / 1000)])).toEqual(
      [
        ['00', 60],
        ['01', 30],
        ['03', 45],
        ['04', 60],
      ],
    );
    const headways = laneFigures(minutes.map(({ sums }) => sums).reduce(addLaneSums), 300).headwaySeconds!;
    expect(headways.value).toBeCloseTo(4, 1);
  });

  it('measures queue and control delay before a stop line', () => {
    // Five cars stop behind each other at the line 20 m away, wait until second 40, and drive on.
    const movers: Mover[] = [0, 1, 2, 3, 4].map((index) => ({
      track: index + 1,
      class: 'car',
      at: (now) => {
        const stop = 20.5 + 7 * index;
        const arrives = 75 - 10 * (now - 2 * index);
        const leaves = stop - 10 * Math.max(0, now - 40 - 2 * index);
        const y = Math.max(Math.min(75, arrives), Math.min(stop, leaves));
        return now >= 2 * index && y > 8
          ? [0, Math.min(y, now < 40 + 2 * index ? Math.max(stop, arrives) : leaves)]
          : null;
      },
    }));
    const lane = { ...LANE, stopM: 20, countingM: 20, speedLimitKmh: 36 };
    const { total } = run(syntheticView(camera, [lane]), movers, 60);
    const figures = laneFigures(total, 60);
    expect(figures.vehicles).toBe(5);
    expect(figures.queueVehicles!.max).toBe(5);
    // Four spaces of 7 m, half a metre to the line, and the last car's length.
    expect(Math.abs(figures.queueMetres!.max - (28 + 0.5 + 4.3))).toBeLessThan(2);
    // From 70 m at 10 m/s they would be at the line after 5 s.
    const free = [0, 1, 2, 3, 4].map(
      (index) => 40 + 2 * index + (0.5 + 7 * index) / 10 - (0.5 + 2 * index) - 5,
    );
    const expected = free.reduce((sum, value) => sum + value, 0) / 5;
    expect(figures.delaySeconds!.n).toBe(5);
    expect(Math.abs(figures.delaySeconds!.value - expected)).toBeLessThan(1);
    expect(figures.levelOfService).toBe('D');
  });

  it('says what signal control plans with: distances to the stop line and speeds', () => {
    const lane = { ...LANE, stopM: 20, countingM: 20 };
    const meter = new TrafficMeter(syntheticView(camera, [lane]));
    const movers: Mover[] = [{ track: 1, class: 'bus', at: (now) => [0, 60 - 8 * now] }];
    for (let frame = 0; frame <= 15; frame++)
      meter.update(objectsAt(camera, movers, frame / RATE), frame / RATE, START + 200 * frame);
    const [now] = meter.now();
    expect(now).toMatchObject({ laneId: 'north-1', queueVehicles: 0 });
    expect(now!.vehicles[0]).toMatchObject({ class: 'bus' });
    expect(now!.vehicles[0]!.distanceM!).toBeCloseTo(60 - 24 - 20, 1);
    expect(now!.vehicles[0]!.speedKmh!).toBeCloseTo(28.8, 0);
  });
});
