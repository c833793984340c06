import { expect, test } from 'vitest';
import { roomFor } from './presentation-attack.ts';

test('the room is 2.7 times the face, about its middle', () => {
  const room = roomFor({ x: 400, y: 300, width: 100, height: 120 }, { width: 1920, height: 1080 });
  expect(room.width).toBeCloseTo(270);
  expect(room.height).toBeCloseTo(324);
  expect(room.x + room.width / 2).toBeCloseTo(450);
  expect(room.y + room.height / 2).toBeCloseTo(360);
});

test('it is shifted inside the picture, and shrunk to what there is', () => {
  const corner = roomFor({ x: 0, y: 0, width: 100, height: 100 }, { width: 640, height: 480 });
  expect(corner).toMatchObject({ x: 0, y: 0 });
  const tight = roomFor({ x: 10, y: 10, width: 100, height: 100 }, { width: 120, height: 150 });
  expect(tight.width).toBeCloseTo(120);
  expect(tight.x).toBeCloseTo(0);
  expect(tight.y).toBeGreaterThanOrEqual(0);
  expect(tight.y + tight.height).toBeLessThanOrEqual(150.001);
});
