import type { Box } from '@amaan/contracts/geometry';
import { describe, expect, test } from 'vitest';
import { ObjectTimeline } from './object-timeline.ts';

const car = (track: number, box: Box) => ({ class: 'car' as const, confidence: 0.9, track, box });

describe('the objects at a moment of the video', () => {
  test('move in a straight line between two analysed frames', () => {
    const timeline = new ObjectTimeline();
    timeline.add({ streamSeconds: 10, objects: [car(1, [0.2, 0.4, 0.1, 0.1])] });
    timeline.add({ streamSeconds: 10.2, objects: [car(1, [0.4, 0.4, 0.2, 0.1])] });
    const [moved] = timeline.at(10.1);
    expect(moved?.track).toBe(1);
    for (const [index, value] of [0.3, 0.4, 0.15, 0.1].entries()) {
      expect(moved?.box[index]).toBeCloseTo(value, 9);
    }
  });

  test('stay where they were last seen until the next frame, and vanish when none follows', () => {
    const timeline = new ObjectTimeline();
    timeline.add({ streamSeconds: 10, objects: [car(1, [0.2, 0.4, 0.1, 0.1])] });
    expect(timeline.at(10.9)).toHaveLength(1);
    expect(timeline.at(11.1)).toEqual([]);
  });

  test('are unknown before the first frame', () => {
    const timeline = new ObjectTimeline();
    timeline.add({ streamSeconds: 10, objects: [car(1, [0.2, 0.4, 0.1, 0.1])] });
    expect(timeline.at(9.99)).toEqual([]);
  });

  test('of an earlier run are forgotten when the clock starts again', () => {
    const timeline = new ObjectTimeline();
    timeline.add({ streamSeconds: 100, objects: [car(7, [0.2, 0.4, 0.1, 0.1])] });
    timeline.add({ streamSeconds: 0.2, objects: [car(1, [0.5, 0.5, 0.1, 0.1])] });
    expect(timeline.at(100)).toEqual([]);
    expect(timeline.at(0.2).map(({ track }) => track)).toEqual([1]);
  });

  test('are not drawn on a track that has ended', () => {
    const timeline = new ObjectTimeline();
    timeline.add({ streamSeconds: 10, objects: [car(1, [0.2, 0.4, 0.1, 0.1])] });
    timeline.add({ streamSeconds: 10.2, objects: [] });
    expect(timeline.at(10.3)).toEqual([]);
  });
});
