import { TrafficIncident, TrafficIncidentEnd } from '@amaan/contracts/traffic/traffic-incident';
import type { CheckedTrafficView } from '@amaan/contracts/traffic/traffic-view';
import { normalRandom } from '@amaan/road/testing/normal-random';
import { PinholeCamera } from '@amaan/road/testing/pinhole-camera';
import { type Mover, objectsAt, type SyntheticLane, syntheticView } from '@amaan/road/testing/synthetic-road';
import { describe, expect, it } from 'vitest';
import { TrafficMeter } from '../measuring/traffic-meter.ts';
import { flowing, stopping } from '../testing/synthetic-movers.ts';

const camera = new PinholeCamera({ height: 9, pitch: 18, pan: 0, focal: 1300 });
const LANE: SyntheticLane = { id: 'north-1', x: 0, nearM: 14, farM: 70, countingM: 30 };
const START = Date.UTC(2026, 2, 1, 8);
const RATE = 5;

function watch(view: CheckedTrafficView, movers: readonly Mover[], seconds: number) {
  const meter = new TrafficMeter(view);
  const noise = normalRandom(4);
  const incidents: TrafficIncident[] = [];
  const ends: TrafficIncidentEnd[] = [];
  for (let frame = 0; frame <= seconds * RATE; frame++) {
    const now = frame / RATE;
    const report = meter.update(objectsAt(camera, movers, now, noise), now, START + 1000 * now);
    incidents.push(...report.incidents);
    ends.push(...report.ends);
  }
  ends.push(...meter.finish().ends);
  for (const incident of incidents) expect(TrafficIncident.parse(incident)).toEqual(incident);
  for (const end of ends) expect(TrafficIncidentEnd.parse(end)).toEqual(end);
  return { incidents, ends };
}

const kindsOf = (incidents: readonly TrafficIncident[]) => incidents.map(({ kind }) => kind);
const second = (instant: string) => (Date.parse(instant) - START) / 1000;

describe('incidents', () => {
  it.each([true, false])(
    'a vehicle that stands is reported once, with when it began (calibrated: %s)',
    (calibrated) => {
      const { incidents, ends } = watch(
        syntheticView(camera, [LANE], { calibrated }),
        [stopping(1, 10, 35, 60)],
        120,
      );
      expect(kindsOf(incidents)).toEqual(['stopped-vehicle']);
      const [incident] = incidents;
      expect(incident!.object).toMatchObject({ class: 'car', track: 1 });
      expect(Math.abs(second(incident!.began) - 10)).toBeLessThan(1);
      expect(incident!.secondsToDetect).toBeLessThan(11.5);
      expect(ends.map(({ kind, track }) => [kind, track])).toEqual([['stopped-vehicle', 1]]);
      expect(Math.abs(second(ends[0]!.ended) - 60)).toBeLessThan(1.5);
    },
  );

  it('goes on where its track was lost and found again under another number', () => {
    const first = {
      ...stopping(1, 10, 35, 200),
      at: (now: number) => (now < 40 ? stopping(1, 10, 35, 200).at(now) : null),
    };
    const again: Mover = { track: 2, class: 'car', at: (now) => (now > 44 && now < 80 ? [0, 35] : null) };
    const { incidents } = watch(syntheticView(camera, [LANE]), [first, again], 90);
    expect(kindsOf(incidents)).toEqual(['stopped-vehicle']);
  });

  it('is none where vehicles may stand, and none of those who wait behind another', () => {
    const place = (x: number, y: number) => camera.see([x, y])!;
    const standing = [[place(-1.8, 33), place(1.8, 33), place(1.8, 37), place(-1.8, 37)]];
    expect(
      watch(syntheticView(camera, [LANE], { standing }), [stopping(1, 10, 35, 60)], 80).incidents,
    ).toEqual([]);
    const pair = [stopping(1, 10, 30, 60), stopping(2, 12, 37, 62)];
    const { incidents } = watch(syntheticView(camera, [LANE]), pair, 58);
    expect(incidents.map(({ object }) => object?.track)).toEqual([1]);
  });

  it('is none for who waits at a signal as long as usual', () => {
    const lane = { ...LANE, stopM: 20, countingM: 20 };
    const cars = [stopping(1, 10, 20.5, 70), stopping(2, 13, 27, 71)];
    expect(watch(syntheticView(camera, [lane]), cars, 90).incidents).toEqual([]);
  });

  it.each([true, false])(
    'a vehicle against the direction is reported within seconds (calibrated: %s)',
    (calibrated) => {
      const ghost: Mover = { track: 9, class: 'car', at: (now) => [0, 8 + 8 * (now - 2)] };
      const { incidents } = watch(syntheticView(camera, [LANE], { calibrated }), [ghost], 12);
      expect(kindsOf(incidents)).toEqual(['wrong-way']);
      expect(incidents[0]!.secondsToDetect).toBeLessThan(3);
      if (calibrated) expect(Math.abs(incidents[0]!.speedKmh! - 28.8)).toBeLessThan(6);
    },
  );

  it('a vehicle that reverses a little, and traffic as usual, are none', () => {
    const parking: Mover = {
      track: 3,
      class: 'car',
      at: (now) => [0, now < 8 ? 60 - 4 * now : now < 10 ? 28 + 1.5 * (now - 8) : 31 - 8 * (now - 10)],
    };
    expect(watch(syntheticView(camera, [LANE]), [parking], 14).incidents).toEqual([]);
    expect(
      watch(
        syntheticView(camera, [LANE]),
        flowing(() => 50, 4, 200),
        200,
      ).incidents,
    ).toEqual([]);
  });

  it('somebody on foot on the carriageway is reported, on a crossing and on a motorcycle not', () => {
    const walker: Mover = { track: 5, class: 'person', at: (now) => [-4 + 1.3 * now, 25] };
    const { incidents } = watch(syntheticView(camera, [LANE]), [walker], 8);
    expect(kindsOf(incidents)).toEqual(['pedestrian-on-carriageway']);
    expect(incidents[0]).toMatchObject({ object: { class: 'person', track: 5 } });
    expect(incidents[0]!.secondsToDetect).toBeLessThan(2.5);
    const place = (x: number, y: number) => camera.see([x, y])!;
    const crossings = [[place(-3, 23), place(3, 23), place(3, 27), place(-3, 27)]];
    expect(watch(syntheticView(camera, [LANE], { crossings }), [walker], 8).incidents).toEqual([]);
    const along = (track: number, name: 'person' | 'motorcycle'): Mover => ({
      track,
      class: name,
      at: (now) => [0, 60 - 5 * now],
    });
    expect(
      watch(syntheticView(camera, [LANE]), [along(6, 'person'), along(7, 'motorcycle')], 9).incidents,
    ).toEqual([]);
  });

  it('a queue out of nothing on a free lane is reported once, and is over when it has gone', () => {
    const cars = [0, 1, 2, 3, 4, 5].map((index) =>
      stopping(index + 1, 20 + 2 * index, 20 + 7 * index, 50 + 2 * index),
    );
    const { incidents, ends } = watch(syntheticView(camera, [LANE]), cars, 110);
    // The foremost stands, and with so many in the lane traffic has broken down as well; each is told once.
    expect(new Set(kindsOf(incidents)).size).toBe(incidents.length);
    const queue = incidents.find(({ kind }) => kind === 'sudden-queue')!;
    expect(queue).toMatchObject({ object: null, laneId: 'north-1' });
    expect(queue.queueVehicles!).toBeGreaterThanOrEqual(4);
    expect(queue.secondsToDetect).toBeLessThan(20);
    expect(ends.map(({ kind }) => kind)).toContain('sudden-queue');
  });

  it('traffic that breaks down is reported once, and that it flows again', () => {
    const speed = (now: number) => (now < 120 || now > 300 ? 55 : 14);
    const { incidents, ends } = watch(syntheticView(camera, [LANE]), flowing(speed, 5, 480), 480);
    expect(kindsOf(incidents)).toEqual(['congestion-onset']);
    const [onset] = incidents;
    expect(onset!.speedKmh!).toBeLessThan(30);
    // Half of the window has to be slow before the mean is, then it has to stay so.
    expect(second(onset!.noticed) - 120).toBeGreaterThan(20);
    expect(second(onset!.noticed) - 120).toBeLessThan(75);
    expect(ends.map(({ kind }) => kind)).toEqual(['congestion-onset']);
    expect(second(ends[0]!.ended)).toBeGreaterThan(300);
  });
});
