import { seededRandom } from '@amaan/contracts/seeded-random';
import { Calibration } from '@amaan/contracts/traffic/calibration';
import { calibrate } from '@amaan/road/calibration/calibrate';
import type { Frame } from '@amaan/vision/frame';
import { beforeAll, expect, test } from 'vitest';
import { DriftWatch } from './drift-watch.ts';

const [WIDTH, HEIGHT] = [416, 234];
const LOOK = 20;
let calibration: Calibration;

beforeAll(() => {
  const { input, ...rest } = calibrate({
    ...{ method: 'rectangle', picture: { width: 1280, height: 720 }, markErrorPx: 1, footErrorPx: 2 },
    ...{ acrossM: 7, alongM: 30, fastestKmh: 60 },
    corners: [
      [0.2, 0.95],
      [0.8, 0.95],
      [0.6, 0.4],
      [0.4, 0.4],
    ],
  });
  calibration = Calibration.parse({ input, ...rest });
});

/** A street of boxes of all greys, as a camera sees it that was turned by some pixels. */
function frame(look: number, shift = 0, seed = 1): Frame {
  const pixels = new Uint8Array(WIDTH * HEIGHT * 3).fill(120);
  const random = seededRandom(seed);
  for (let box = 0; box < 60; box++) {
    const [x, y, size, grey] = [random() * WIDTH, random() * HEIGHT, 10 + random() * 30, random() * 255];
    for (let row = Math.max(0, Math.floor(y)); row < Math.min(HEIGHT, y + size); row++)
      for (let column = Math.floor(x) + shift; column < x + size + shift; column++)
        if (column >= 0 && column < WIDTH)
          pixels.fill(grey, (row * WIDTH + column) * 3, (row * WIDTH + column) * 3 + 3);
  }
  return { index: 0, streamSeconds: look * LOOK, capturedAt: 0, width: WIDTH, height: HEIGHT, pixels };
}

const view = () => ({ lanes: [], calibration });

/** A watch that has taken its anchors, and the number of its next look. */
function watching() {
  const watch = new DriftWatch(view(), false);
  expect(watch.look(frame(0))).toEqual({ anchors: null, drift: null });
  const { anchors } = watch.look(frame(1));
  expect(anchors?.anchors.length).toBeGreaterThanOrEqual(5);
  return watch;
}

test('anchors are kept once they were found again, and not those of what drove away', () => {
  watching();
  const another = new DriftWatch(view(), false);
  another.look(frame(0, 0, 1));
  expect(another.look(frame(1, 0, 2)).anchors).toBeNull();
  another.look(frame(2, 0, 2));
  expect(another.look(frame(3, 0, 2)).anchors).not.toBeNull();
});

test('metres stop with the first doubt; a person is told after three looks, once; they go on when it is back', () => {
  const watch = watching();
  expect(watch.holds).toBe(true);
  const told = [2, 3, 4, 5].map((look) => watch.look(frame(look, 5)).drift?.verdict ?? null);
  expect(told).toEqual([null, null, 'moved', null]);
  expect(watch.holds).toBe(false);
  const back = [6, 7, 8].map((look) => watch.look(frame(look)).drift?.verdict ?? null);
  expect(back).toEqual([null, null, 'steady']);
  expect(watch.holds).toBe(true);
});

test('a lorry that stands before the camera for a moment is no news, and metres go on after it', () => {
  const watch = watching();
  expect(watch.look(frame(2, 5)).drift).toBeNull();
  expect(watch.holds).toBe(false);
  expect(watch.look(frame(3)).drift).toBeNull();
  expect(watch.holds).toBe(true);
});

test('between looks nothing is looked at, and nothing at all without a calibration', () => {
  const watch = watching();
  const soon = { ...frame(2, 5), streamSeconds: LOOK + 1 };
  expect(watch.look(soon)).toEqual({ anchors: null, drift: null });
  expect(watch.holds).toBe(true);
  const bare = new DriftWatch({ lanes: [], calibration: null }, false);
  expect(bare.look(frame(0))).toEqual({ anchors: null, drift: null });
});

test('what is known to have moved stays so until it is seen where it was', () => {
  const { anchors } = (() => {
    const watch = new DriftWatch(view(), false);
    watch.look(frame(0));
    return watch.look(frame(1));
  })();
  const known = { lanes: [], calibration: { ...calibration, anchors } };
  const watch = new DriftWatch(known, true);
  expect(watch.holds).toBe(false);
  const dark: Frame = { ...frame(0), pixels: new Uint8Array(WIDTH * HEIGHT * 3) };
  for (let look = 0; look < 5; look++)
    expect(watch.look({ ...dark, streamSeconds: look * LOOK }).drift).toBeNull();
  expect(watch.holds).toBe(false);
});
