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

describe('a track that goes over to another person', () => {
  const big = (x: number, y = 100) => ({ x, y, width: 180, height: 180 });

  test('is another passage where the face is suddenly elsewhere on the person, and both are searched', () => {
    const [first] = look(0, [face(50)], [person(1, 0, 0.6)]);
    first!.kept = { fit: true };
    const [second] = look(0.2, [face(450)], [person(1, 0, 0.6)]);
    expect(second).not.toBe(first);
    expect([first!.track, second!.track]).toEqual([null, 1]);
    second!.kept = { fit: true };
    // Who came in front stays; the one before is searched when they are gone.
    for (const seconds of [1, 2, 2.4])
      expect(look(seconds, [face(450)], [person(1, 0, 0.6)])[0]).toBe(second);
    expect(passages.takeDue(2.4).search).toEqual([first]);
    expect(passages.takeDue(4.5).search).toEqual([second]);
  });

  test('or suddenly of another size', () => {
    const [far] = look(0, [face(100)], [person(1, 0)]);
    const [near] = look(0.2, [big(60)], [person(1, 0)]);
    expect(near).not.toBe(far);
    expect(look(0.4, [big(62)], [person(1, 0)])[0]).toBe(near);
  });

  test('after one was searched, which does not keep the other from it', () => {
    for (let seconds = 0; seconds <= 10; seconds++)
      look(seconds, [face(50)], [person(1, 0, 0.6)])[0]!.kept = { fit: true };
    expect(passages.takeDue(10).search).toHaveLength(1);
    look(10.2, [face(450)], [person(1, 0, 0.6)])[0]!.kept = { fit: true };
    expect(passages.takeDue(20.3).search).toHaveLength(1);
  });

  test('and back and forth while both are seen, keeps to each their own passage', () => {
    const people = [person(1, 0, 0.6)];
    const [first, second] = look(0, [face(50), face(450)], people);
    for (let seconds = 0.2; seconds < 2; seconds += 0.4) {
      expect(look(seconds, [face(450), face(50)], people)).toEqual([second, first]);
      expect(look(seconds + 0.2, [face(50), face(450)], people)).toEqual([first, second]);
    }
  });

  test('is not seen in who turns their head, comes nearer or runs', () => {
    const [first] = look(0, [face(50)], [person(1, 0)]);
    const runs: [number, ReturnType<typeof face>, TrackedObject][] = [
      [0.2, face(110, 140), person(1, 0)],
      [0.6, { x: 300, y: 120, width: 120, height: 120 }, person(1, 0.2)],
      [1, { x: 650, y: 120, width: 150, height: 150 }, person(1, 0.55)],
      // Bent down, and not seen for a while: nothing can be told then.
      [3.9, { x: 650, y: 700, width: 150, height: 150 }, person(1, 0.55)],
    ];
    for (const [seconds, of, by] of runs) {
      look(seconds - 0.1, [], [by]);
      expect(look(seconds, [of], [by])[0]).toBe(first);
    }
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
