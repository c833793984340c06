import { newIdentifier } from '@amaan/contracts/identifier';
import { expect, test } from 'vitest';
import { ImageGauge } from './image-gauge.ts';

const frame = (capturedAt: number) => ({
  index: 0,
  streamSeconds: 0,
  capturedAt,
  width: 8,
  height: 8,
  pixels: new Uint8Array(8 * 8 * 3).fill(90),
});
const source = { width: 1920, height: 1080 };

test('measures the first frame and then one in ten seconds, and gives each measurement once', () => {
  const cameraId = newIdentifier();
  const gauge = new ImageGauge(cameraId);
  expect(gauge.take()).toBeNull();
  gauge.look(frame(1_000_000), source);
  const first = gauge.take();
  expect(first).toMatchObject({ cameraId, at: '1970-01-01T00:16:40.000Z', width: 1920, height: 1080 });
  expect(first?.brightness).toBeCloseTo(90, 3);
  expect(gauge.take()).toBeNull();
  gauge.look(frame(1_009_000), source);
  expect(gauge.take()).toBeNull();
  gauge.look(frame(1_010_000), source);
  expect(gauge.take()).not.toBeNull();
});
