import { Calibration, CalibrationInput } from '@amaan/contracts/traffic/calibration';
import { isInside } from '@amaan/vision/tracking/picture-geometry';
import { describe, expect, it } from 'vitest';
import { PinholeCamera, TEST_PICTURE } from '../testing/pinhole-camera.ts';
import { calibrate } from './calibrate.ts';

const camera = new PinholeCamera({ height: 9, pitch: 20, pan: 8, focal: 1300 });

function marks(markErrorPx: number, fastestKmh = 80): CalibrationInput {
  const corners = (
    [
      [-4, 14],
      [3, 14],
      [3, 44],
      [-4, 44],
    ] as const
  ).map((place) => camera.see(place));
  const lengths = { acrossM: 7, alongM: 30 };
  return CalibrationInput.parse({
    method: 'rectangle',
    picture: TEST_PICTURE,
    corners,
    ...lengths,
    markErrorPx,
    fastestKmh,
  });
}

describe('a calibration', () => {
  it('is what the contract says', () => {
    const calibration = calibrate(marks(1));
    expect(Calibration.parse(calibration)).toEqual(calibration);
    expect(calibration.budget).toMatchObject({ referenceKmh: 80, fitErrorPx: null });
  });

  it('may be used near its marks and not near the horizon', () => {
    const { budget } = calibrate(marks(1));
    expect(budget.usable).not.toBeNull();
    expect(isInside(budget.usable!, camera.see([0, 25])!)).toBe(true);
    expect(isInside(budget.usable!, camera.see([0, 150])!)).toBe(false);
    for (const { at, speedErrorKmh } of budget.places)
      if (isInside(budget.usable!, at)) expect(speedErrorKmh).toBeLessThanOrEqual(budget.limitKmh * 1.5);
  });

  it('may be used nowhere when the marks are too uncertain for such speeds', () => {
    expect(calibrate(marks(6, 120)).budget.usable).toBeNull();
  });

  it('is better with better marks and for slower traffic', () => {
    const places = (input: CalibrationInput) =>
      calibrate(input).budget.places.filter(({ speedErrorKmh }) => speedErrorKmh <= 1).length;
    expect(places(marks(0.5))).toBeGreaterThan(places(marks(1)));
    expect(places(marks(1, 50))).toBeGreaterThan(places(marks(1, 120)));
  });
});
