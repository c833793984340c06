import type { Detection } from '@amaan/contracts/detection';
import { expect, it } from 'vitest';
import { type FrameOfClip, validationFigures } from './validation-figures.ts';

const found = (name: Detection['class'], x: number, confidence = 0.9): Detection => ({
  class: name,
  confidence,
  box: [x, 0.1, 0.1, 0.1],
});
const there = (name: Detection['class'], x: number, difficult = false) => ({
  classes: [name],
  box: [x, 0.1, 0.1, 0.1] as [number, number, number, number],
  difficult,
});
const DAY: FrameOfClip = {
  clip: 'day',
  detections: [found('car', 0), found('car', 0.5), found('person', 0.3, 0.2)],
  objects: [there('car', 0), there('person', 0.3), there('car', 0.8, true)],
};
const NIGHT: FrameOfClip = { clip: 'night', detections: [], objects: [there('car', 0.2)] };
const asked: [number, number][] = [];
const interval = (successes: number, trials: number) => {
  asked.push([successes, trials]);
  return { low: 0, high: 1 };
};
const figures = validationFigures([DAY, NIGHT], 0.45, interval);
const figure = (name: string, group: string | null) =>
  figures.find((one) => one.name === name && one.group === group);

it('counts what is confident enough, and asks for nothing difficult', () => {
  expect(figure('precision', null)).toMatchObject({ value: 1 / 2, n: 2 });
  expect(figure('recall', null)).toMatchObject({ value: 1 / 3, n: 3 });
  expect(asked).toContainEqual([1, 3]);
});

it('tells classes and clips apart, and is silent where there is no case', () => {
  expect(figure('recall', 'class person')).toMatchObject({ value: 0, n: 1 });
  expect(figure('recall', 'clip night')).toMatchObject({ value: 0, n: 1 });
  expect(figure('precision', 'clip night')).toBeUndefined();
});

it('judges the whole and the precision of each class, and reports all else', () => {
  expect(figure('precision', null)?.aim).toEqual({ atLeast: 0.8 });
  expect(figure('precision', 'class car')?.aim).toEqual({ atLeast: 0.8 });
  const reported = figures.filter(
    ({ name, group }) => group?.startsWith('clip ') || (group !== null && name === 'recall'),
  );
  expect(reported.length).toBeGreaterThan(2);
  expect(reported.every(({ aim }) => aim === null)).toBe(true);
});
