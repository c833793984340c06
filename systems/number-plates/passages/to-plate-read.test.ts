import { newIdentifier } from '@amaan/contracts/identifier';
import { Observation } from '@amaan/contracts/observation';
import type { VehicleAttributes } from '@amaan/contracts/plates/vehicle';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type PixelBox, quadOf } from '../finding/plate-quad.ts';
import type { PlateRead } from '../reading/plate-read.ts';
import type { Passage } from './plate-passages.ts';
import { type ReadFrame, toPlateRead } from './to-plate-read.ts';

const ORIGIN = {
  cameraId: newIdentifier(),
  siteId: newIdentifier(),
  clockOffsetMs: 12,
  simulated: false,
  permitId: newIdentifier(),
  modelDigest: 'a'.repeat(64),
  configurationDigest: 'b'.repeat(64),
};
const NO_VEHICLE: VehicleAttributes = {
  ...{ class: null, classConfidence: 0, colour: null, colourConfidence: 0, heading: null, box: null },
};
const BEGAN = Date.UTC(2026, 0, 1);

function read(text: string, confidence: number, box: PixelBox): PlateRead {
  const characters = [...text].map((character) => ({
    ...{ text: character, confidence },
    others: [{ text: 'X', confidence: 0.05 }],
  }));
  return { text, confidence, characters, format: 'punjab', box, quad: quadOf(box), rows: 2, found: 0.9 };
}

function passageOf(box: PixelBox): Passage<ReadFrame> {
  const reads = [0, 1, 2].map((index) => ({
    read: read(index === 0 ? 'LEA1284' : 'LEA1234', 0.7 + index / 10, box),
    seconds: index,
    note: {
      frameDigest: `${index}`.repeat(64),
      capturedAt: BEGAN + index * 1000 + 0.4,
      ...{ width: 640, height: 480 },
    },
  }));
  const best = reads[1]!;
  return { track: 7, reading: best.read, best, reads, firstSeconds: 0, lastSeconds: 2 };
}

test('the report is dated at the best read and carries every vote', () => {
  const box = { x: 64, y: 240, width: 128, height: 48 };
  const report = toPlateRead(passageOf(box), ORIGIN, NO_VEHICLE);
  expect(Observation.parse(report)).toEqual(report);
  expect(report).toMatchObject({
    ...ORIGIN,
    system: 'number-plates',
    kind: 'plate-read',
    capturedAt: '2026-01-01T00:00:01.000Z',
    frameDigest: '1'.repeat(64),
    reading: { text: 'LEA1234', format: 'punjab', rows: 2 },
    box: [0.1, 0.5, 0.2, 0.1],
    firstSeenAt: '2026-01-01T00:00:00.000Z',
    lastSeenAt: '2026-01-01T00:00:02.000Z',
    track: 7,
  });
  expect(report.votes.map(({ text }) => text)).toEqual(['LEA1284', 'LEA1234', 'LEA1234']);
  expect(report.votes.map(({ frameDigest }) => frameDigest[0])).toEqual(['0', '1', '2']);
});

test('wherever the plate lies, its box stays within the picture', () => {
  const place = fc.double({ min: -300, max: 900, noNaN: true });
  const length = fc.double({ min: 0, max: 700, noNaN: true });
  fc.assert(
    fc.property(fc.record({ x: place, y: place, width: length, height: length }), (box) => {
      const [x, y, width, height] = toPlateRead(passageOf(box), ORIGIN, NO_VEHICLE).box;
      for (const part of [x, y, width, height]) expect(part).toBeGreaterThanOrEqual(0);
      expect(x + width).toBeLessThanOrEqual(1 + 1e-9);
      expect(y + height).toBeLessThanOrEqual(1 + 1e-9);
    }),
  );
});
