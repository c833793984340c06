import type { TrackedObject } from '@amaan/contracts/detection';
import { beforeEach, describe, expect, test } from 'vitest';
import { FacePassages } from './face-passages.ts';

const SIZE = { width: 1000, height: 1000 };
const person = (track: number, left: number, width = 0.3): TrackedObject => ({
  ...{ class: 'person', track, confidence: 0.9 },
  box: [left, 0, width, 1],
});
const face = (x: number, y = 100) => ({ x, y, width: 100, height: 100 });

let passages: FacePassages<{ fit: boolean }>;
beforeEach(() => {
  passages = new FacePassages(({ fit }) => fit);
});

/** One look at a frame. */
function look(seconds: number, faces: ReturnType<typeof face>[], people: TrackedObject[] = []) {
  passages.see(people, seconds);
  return passages.join(faces, people, SIZE, seconds);
}

describe('faces are joined', () => {
  test('by the track of their person, however far they move', () => {
    const [first] = look(0, [face(50)], [person(1, 0)]);
    const [second] = look(0.2, [face(650)], [person(1, 0.6)]);
    expect(second).toBe(first);
    expect(first).toMatchObject({ track: 1, firstSeconds: 0, lastSeconds: 0.2 });
  });

  test('by place where no person was detected', () => {
    const [first] = look(0, [face(50)]);
    expect(look(0.2, [face(80)])[0]).toBe(first);
    expect(look(0.4, [face(600)])[0]).not.toBe(first);
  });

  test('also when the person is detected only later, or is lost for a moment', () => {
    const [first] = look(0, [face(50)]);
    expect(look(0.2, [face(60)], [person(4, 0)])[0]).toBe(first);
    expect(first!.track).toBe(4);
    expect(look(0.4, [face(70)])[0]).toBe(first);
  });

  test('never two of one frame, nor to the person behind', () => {
    const both = [person(1, 0), person(2, 0.05, 0.2)];
    const [near, far] = look(0, [face(60), face(80, 130)], both);
    expect([near!.track, far!.track]).toEqual([2, 1]);
    expect(near).not.toBe(far);
  });

  test('never to a car', () => {
    const car = { ...person(9, 0), class: 'car' } as TrackedObject;
    expect(look(0, [face(50)], [car])[0]!.track).toBeNull();
  });
});

describe('a passage is searched', () => {
  test('once, when it is over', () => {
    look(0, [face(50)], [person(1, 0)])[0]!.kept = { fit: true };
    look(1.9, [], [person(1, 0)]);
    expect(passages.takeDue(3.8).search).toEqual([]);
    expect(passages.takeDue(4).search).toMatchObject([{ track: 1 }]);
    expect(passages.takeDue(5)).toEqual({ search: [], forget: [] });
  });

  test('once, when it lasts, and not again while it goes on', () => {
    for (let seconds = 0; seconds < 40; seconds++) {
      const [passage] = look(seconds, [face(50)], [person(1, 0)]);
      if (!passage!.isSearched) passage!.kept = { fit: true };
      expect(passages.takeDue(seconds).search).toHaveLength(seconds === 10 ? 1 : 0);
    }
  });

  test('as soon as it is fit for it, where that comes late; never else', () => {
    for (let seconds = 0; seconds < 20; seconds++) {
      look(seconds, [face(50)], [person(1, 0)])[0]!.kept = { fit: seconds >= 15 };
      expect(passages.takeDue(seconds).search).toHaveLength(seconds === 15 ? 1 : 0);
    }
    passages.takeDue(29);
    look(30, [face(50)], [person(2, 0)])[0]!.kept = { fit: false };
    expect(passages.takeDue(Number.POSITIVE_INFINITY)).toMatchObject({
      search: [],
      forget: [{ track: 2, kept: { fit: false } }],
    });
  });

  test('not as two where nothing moved in between', () => {
    const [first] = look(0, [face(50)]);
    first!.kept = { fit: true };
    for (let seconds = 1; seconds < 9; seconds++) passages.rest(seconds);
    expect(passages.takeDue(9)).toEqual({ search: [], forget: [] });
    expect(look(9, [face(50)])[0]).toBe(first);
    // Somebody who was gone before is not kept alive by a still picture.
    look(9.2, []);
    passages.rest(12);
    expect(passages.takeDue(12).search).toEqual([first]);
  });
});

test('all are given back to be forgotten when the search ends', () => {
  look(0, [face(50), face(600)]);
  expect(passages.clear()).toHaveLength(2);
  expect(passages.takeDue(Number.POSITIVE_INFINITY)).toEqual({ search: [], forget: [] });
});
