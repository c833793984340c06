import { TrafficViewInput } from '@amaan/contracts/traffic/traffic-view';
import { CalibrationError } from '@amaan/road/calibration/calibration-error';
import { GroundPlane } from '@amaan/road/calibration/ground-plane';
import { MeasuredLane } from '@amaan/road/measuring/measured-lane';
import { PinholeCamera } from '@amaan/road/testing/pinhole-camera';
import { type SyntheticLane, syntheticView } from '@amaan/road/testing/synthetic-road';
import { describe, expect, it } from 'vitest';
import { checkView } from './check-view.ts';

const camera = new PinholeCamera({ height: 9, pitch: 18, pan: 0, focal: 1300 });
const LANE: SyntheticLane = { id: 'north-1', x: 0, nearM: 14, farM: 70, countingM: 30 };

function codeOf(make: () => unknown): string | null {
  try {
    make();
    return null;
  } catch (error) {
    if (error instanceof CalibrationError) return error.code;
    throw error;
  }
}

describe('a view', () => {
  const view = syntheticView(camera, [LANE]);
  const input = TrafficViewInput.parse({ ...view, calibration: view.calibration!.input });
  const [lane] = input.lanes;

  it('is refused with a lane that reaches into the sky', () => {
    const travel = [
      [0.5, 0.01],
      [0.5, 0.9],
    ];
    const sky = TrafficViewInput.parse({ ...input, lanes: [{ ...lane, travel }] });
    expect(codeOf(() => checkView(sky))).toBe('CALIBRATION_HORIZON');
    expect(() => checkView(sky)).toThrow(/Lane "north-1" reaches above the horizon/);
  });

  it('is refused with a driving direction that is no length on the ground', () => {
    const [x, y] = camera.see([0, 20])!;
    const travel = [
      [x, y],
      [x, y + 0.0005],
    ];
    const short = TrafficViewInput.parse({ ...input, lanes: [{ ...lane, travel }] });
    expect(codeOf(() => checkView(short))).toBe('CALIBRATION_LANE_OUTSIDE');
  });

  it('has lanes whose stretches lie within what was drawn', () => {
    const plane = new GroundPlane(view.calibration!.input);
    const { ground } = new MeasuredLane(lane!, plane, 1);
    // From 70 m, driving towards the camera, to 14 m; the counting line at 30 m is 0.
    expect(ground!.measured!.from).toBeCloseTo(-40, -0.5);
    expect(ground!.measured!.to).toBeCloseTo(16, -0.3);
    expect(ground!.speeds!.from).toBeGreaterThanOrEqual(ground!.measured!.from);
    expect(ground!.speeds!.to).toBeLessThanOrEqual(ground!.measured!.to);
    expect(ground!.speeds!.errorKmh).toBeLessThanOrEqual(1);
  });

  it('has no speeds where the marks are not good enough, and density all the same', () => {
    const rough = { ...view.calibration!.input, markErrorPx: 4, fastestKmh: 120 };
    const { ground } = new MeasuredLane(lane!, new GroundPlane(rough), 1);
    expect(ground!.speeds).toBeNull();
    expect(ground!.measured).not.toBeNull();
  });
});
