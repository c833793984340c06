import { expect, test } from 'vitest';
import { headPoseOf } from './head-pose.ts';

/** A head like the one that poses are measured with, but not the same: depths and widths differ. */
const HEAD: Record<number, [number, number, number]> = {
  27: [0, 0, 0],
  36: [-45, 3, -24],
  39: [-15, 4, -13],
  42: [15, 4, -13],
  45: [45, 3, -24],
  30: [0, 43, 19],
  33: [0, 53, 7],
  48: [-25, 75, -9],
  54: [25, 75, -9],
  8: [0, 116, -9],
};

/** The head turned by yaw and then pitch and then roll, seen by a far camera: pixels. */
function seen(yaw: number, pitch: number, roll: number, scale = 2) {
  const [a, b, c] = [yaw, pitch, roll].map((degrees) => (degrees * Math.PI) / 180) as [
    number,
    number,
    number,
  ];
  return Array.from({ length: 68 }, (_, index) => {
    const [x, y, z] = HEAD[index] ?? [0, 0, 0];
    const x1 = x * Math.cos(a) + z * Math.sin(a);
    const z1 = -x * Math.sin(a) + z * Math.cos(a);
    const y1 = y * Math.cos(b) - z1 * Math.sin(b);
    return {
      x: 300 + scale * (x1 * Math.cos(c) - y1 * Math.sin(c)),
      y: 200 + scale * (x1 * Math.sin(c) + y1 * Math.cos(c)),
    };
  });
}

test.each([
  [0, 0, 0],
  [30, 0, 0],
  [-40, 0, 0],
  [0, 20, 0],
  [0, -25, 0],
  [0, 0, 35],
  [25, -15, 0],
])('yaw %i, pitch %i, roll %i', (yaw, pitch, roll) => {
  const pose = headPoseOf(seen(yaw, pitch, roll))!;
  expect(Math.abs(pose.yaw - yaw)).toBeLessThan(8);
  expect(Math.abs(pose.pitch - pitch)).toBeLessThan(8);
  expect(Math.abs(pose.roll - roll)).toBeLessThan(8);
});

test('size and place do not change it', () => {
  expect(headPoseOf(seen(20, 10, 5, 0.1))!.yaw).toBeCloseTo(headPoseOf(seen(20, 10, 5, 9))!.yaw, 6);
});

test('points that are one have none', () => {
  expect(headPoseOf(Array.from({ length: 68 }, () => ({ x: 1, y: 1 })))).toBeNull();
});
