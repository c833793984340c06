import { expect, test } from 'vitest';
import { decodeFaces } from './decode-faces.ts';

const VIEW = { width: 320, height: 240 };
const tensor = (values: number[]) => ({ dims: [1, values.length], data: Float32Array.from(values) });

test('boxes come in pixels of the view, only where a face is likely enough', () => {
  const scores = tensor([0.1, 0.9, 0.6, 0.4, 0.2, 0.8]);
  const boxes = tensor([0.25, 0.5, 0.5, 1, 0, 0, 1, 1, 0.5, 0.5, 0.75, 0.75]);
  const faces = decodeFaces(scores, boxes, VIEW, 0.5);
  expect(faces.map(({ box }) => box)).toEqual([
    { x: 80, y: 120, width: 80, height: 120 },
    { x: 160, y: 120, width: 80, height: 60 },
  ]);
  expect(faces[0]!.confidence).toBeCloseTo(0.9);
});

test('scores that are no numbers and boxes without area are none', () => {
  const boxes = tensor([0.2, 0.2, 0.4, 0.4, 0.4, 0.4, 0.4, 0.4, 0.6, 0.6, 0.4, 0.4]);
  expect(decodeFaces(tensor([0, Number.NaN, 0, 1, 0, 1]), boxes, VIEW, 0.5)).toEqual([]);
});
