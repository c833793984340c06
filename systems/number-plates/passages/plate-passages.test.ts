import { beforeEach, describe, expect, test } from 'vitest';
import { type PixelBox, quadOf } from '../finding/plate-quad.ts';
import { patternsOf } from '../formats/formats.ts';
import type { PlateRead } from '../reading/plate-read.ts';
import { type Passage, PlatePassages } from './plate-passages.ts';

const HERE: PixelBox = { x: 100, y: 100, width: 80, height: 20 };
const ELSEWHERE: PixelBox = { x: 400, y: 300, width: 80, height: 20 };

function read(text: string, confidence = 0.9, box: PixelBox = HERE): PlateRead {
  const characters = [...text].map((character) => ({ text: character, confidence, others: [] }));
  const format = null;
  return { text, confidence, characters, format, box, quad: quadOf(box), rows: 1, found: 0.9 };
}

let passages: PlatePassages<string>;
let reported: Passage<string>[];
beforeEach(() => {
  passages = new PlatePassages({ patterns: patternsOf(['punjab']), votesEnough: 3, leastConfidence: 0.5 });
  reported = [];
});

/** A frame with plates on it, after which is reported what is due. */
function frame(seconds: number, ...plates: [track: number | null, read: PlateRead][]): void {
  for (const [track, of] of plates) passages.add(track, of, seconds, `frame at ${seconds}`);
  reported.push(...passages.report(seconds));
}

const texts = () => reported.map(({ reading }) => reading.text);

describe('letters without a vehicle', () => {
  test('that make a word are a sign and no plate', () => {
    for (const seconds of [0, 0.2, 0.4, 0.6, 5, 10]) frame(seconds, [null, read('GATE')]);
    frame(20);
    expect(texts()).toEqual([]);
  });

  test('that stay where they are, are reported once, however often they are hidden meanwhile', () => {
    for (const seconds of [0, 0.2, 0.4, 10, 10.2, 10.4, 60, 60.2, 60.4])
      frame(seconds, [null, read('LEA1234')]);
    frame(90);
    expect(texts()).toEqual(['LEA1234']);
    for (const seconds of [100, 100.2, 100.4]) frame(seconds, [null, read('LEA1234', 0.9, ELSEWHERE)]);
    expect(texts()).toEqual(['LEA1234', 'LEA1234']);
  });
});

describe('a vehicle’s passage', () => {
  test('is reported once it has been read often enough, with what its reads say together', () => {
    frame(0, [7, read('LEA1284', 0.6)]);
    frame(0.2, [7, read('LEA1234', 0.8)]);
    expect([reported.length, passages.isSettled(7)]).toEqual([0, false]);
    frame(0.4, [7, read('LEA1234', 0.7)]);
    expect(passages.isSettled(7)).toBe(true);
    expect(reported).toMatchObject([
      { track: 7, reading: { text: 'LEA1234', format: 'punjab' }, firstSeconds: 0, lastSeconds: 0.4 },
    ]);
    expect(reported[0]?.reads.map(({ read: { text } }) => text)).toEqual(['LEA1284', 'LEA1234', 'LEA1234']);
  });

  test('has as its best read the surest that says the same', () => {
    frame(0, [7, read('LEA1284', 0.9)]);
    frame(0.2, [7, read('LEA1234', 0.6)]);
    frame(0.4, [7, read('LEA1234', 0.7)]);
    expect(reported[0]?.best).toMatchObject({ note: 'frame at 0.4', read: { text: 'LEA1234' } });
  });

  test('is reported after three seconds at the latest, and when the plate has been gone for two', () => {
    frame(0, [7, read('LEA1234')]);
    frame(2);
    expect(reported).toEqual([]);
    frame(2.1);
    expect(texts()).toEqual(['LEA1234']);
    frame(10, [8, read('LEB1234')]);
    frame(11.9, [8, read('LEB1234')]);
    expect(texts()).toEqual(['LEA1234']);
    frame(13.1);
    expect(texts()).toEqual(['LEA1234', 'LEB1234']);
  });

  test('is one for each vehicle, though their plates look alike and lie over each other', () => {
    for (const seconds of [0, 0.2, 0.4]) frame(seconds, [7, read('LEA1234')], [8, read('LEA1235')]);
    expect(reported.map(({ track }) => track)).toEqual([7, 8]);
  });

  test('ends with the stream, whatever was read by then', () => {
    frame(0, [7, read('LEA1234')], [8, read('LEB1234', 0.9, ELSEWHERE)]);
    reported.push(...passages.report(Number.POSITIVE_INFINITY));
    expect(texts()).toEqual(['LEA1234', 'LEB1234']);
    expect(passages.report(Number.POSITIVE_INFINITY)).toEqual([]);
  });
});

describe('a parked car', () => {
  test('is reported once, as long as its plate is read', () => {
    for (let seconds = 0; seconds < 60; seconds += 0.2) frame(seconds, [7, read('LEA1234')]);
    expect(texts()).toEqual(['LEA1234']);
  });

  test('is reported once, though its plate is read no more after that', () => {
    for (let seconds = 0; seconds < 60; seconds += 0.5) {
      passages.see(7, seconds);
      if (passages.isSettled(7)) frame(seconds);
      else frame(seconds, [7, read('LEA1234')]);
    }
    expect(texts()).toEqual(['LEA1234']);
    expect(reported[0]?.reads).toHaveLength(3);
  });

  test('is reported once, though the vehicle itself is missed now and then', () => {
    for (let frameNumber = 0; frameNumber < 60; frameNumber++) {
      const seconds = frameNumber / 2;
      const isMissed = frameNumber % 10 === 9;
      if (!isMissed) passages.see(7, seconds);
      if (isMissed) frame(seconds, [null, read('LEA1234')]);
      else if (passages.isSettled(7)) frame(seconds);
      else frame(seconds, [7, read('LEA1234')]);
    }
    expect(texts()).toEqual(['LEA1234']);
  });

  test('does not hide another plate that stands where its own did', () => {
    for (const seconds of [0, 0.2, 0.4]) frame(seconds, [7, read('LEA1234')]);
    for (let seconds = 1; seconds < 4; seconds += 0.5) {
      passages.see(7, seconds);
      frame(seconds);
    }
    for (const seconds of [4, 4.2, 4.4]) frame(seconds, [null, read('KCB9876')]);
    expect(texts()).toEqual(['LEA1234', 'KCB9876']);
  });

  test('that has left and comes back is reported again', () => {
    for (const seconds of [0, 0.2, 0.4]) frame(seconds, [7, read('LEA1234')]);
    frame(5);
    for (const seconds of [10, 10.2, 10.4]) frame(seconds, [7, read('LEA1234')]);
    expect(texts()).toEqual(['LEA1234', 'LEA1234']);
  });
});

describe('a plate without a vehicle', () => {
  test('is joined by its place, or by its text when it moves', () => {
    frame(0, [null, read('LFA1284', 0.6)]);
    frame(0.2, [null, read('LEA1234')]);
    frame(0.4, [null, read('LEA1234', 0.9, ELSEWHERE)]);
    expect(reported).toMatchObject([{ track: null, reading: { text: 'LEA1234' } }]);
    expect(reported[0]?.reads).toHaveLength(3);
  });

  test('with another text elsewhere is another one', () => {
    for (const seconds of [0, 0.2, 0.4]) {
      frame(seconds, [null, read('LEA1234')], [null, read('KCB9876', 0.9, ELSEWHERE)]);
    }
    expect(texts()).toEqual(['LEA1234', 'KCB9876']);
  });
});

describe('a plate that is read badly', () => {
  test('is not reported', () => {
    for (const seconds of [0, 0.2, 0.4]) frame(seconds, [7, read('LEA1234', 0.3)]);
    expect(passages.report(Number.POSITIVE_INFINITY)).toEqual([]);
    expect(texts()).toEqual([]);
  });

  test('is looked at again, and reported when it has come nearer', () => {
    for (const seconds of [0, 0.2, 0.4]) frame(seconds, [7, read('LEA1284', 0.3)]);
    expect(passages.isSettled(7)).toBe(false);
    for (let seconds = 0.6; seconds < 4; seconds += 0.2) frame(seconds, [7, read('LEA1234', 0.95)]);
    expect(texts()).toEqual(['LEA1234']);
  });

  test('keeps no more than its latest reads', () => {
    for (let index = 0; index < 100; index++) frame(index / 10, [7, read('LEA1284', 0.1)]);
    frame(10, [7, read('LEA1284', 0.1)]);
    for (let index = 0; index < 64 && reported.length === 0; index++) {
      frame(10.1 + index / 10, [7, read('LEA1234', 0.95)]);
    }
    expect(texts()).toEqual(['LEA1234']);
    expect(reported[0]?.reads).toHaveLength(64);
  });
});
