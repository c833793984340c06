import type { Sighting } from '@amaan/contracts/plates/sighting';
import { expect, test } from 'vitest';
import { readsWith } from './apply-read.ts';
import { READS_SHOWN, type ReadFilters } from './plates.ts';

function read(second: number, changes: Partial<Sighting> = {}): Sighting {
  return {
    id: `read-${second}`,
    capturedAt: new Date(Date.UTC(2026, 0, 1, 0, 0, second)).toISOString(),
    siteId: 'site',
    cameraId: 'camera-1',
    cameraName: 'Gate',
    position: null,
    simulated: true,
    reading: { text: 'LEA1234', confidence: 0.9, format: null, rows: 1 },
    corrected: null,
    fusedConfidence: 0.9,
    vehicle: {
      class: 'car',
      classConfidence: 0.9,
      colour: 'white',
      colourConfidence: 0.8,
      heading: null,
      box: null,
    },
    crop: null,
    picture: null,
    ...changes,
  };
}

const idsOf = (reads: readonly Sighting[]) => reads.map(({ id }) => id);

test('reads that were pushed come in by their time, each once', () => {
  const before = [read(5), read(3)];
  expect(idsOf(readsWith(before, [read(4), read(9), read(3)], {}))).toEqual([
    'read-9',
    'read-5',
    'read-4',
    'read-3',
  ]);
});

test('reads that do not pass the filters change nothing, not even the list itself', () => {
  const before = [read(5)];
  const others: ReadFilters[] = [
    { cameraId: 'camera-2' },
    { siteId: 'other' },
    { class: 'truck' },
    { colour: 'red' },
    { leastConfidence: 0.95 },
  ];
  for (const filters of others) expect(readsWith(before, [read(6)], filters)).toBe(before);
  expect(idsOf(readsWith(before, [read(6)], { class: 'car', leastConfidence: 0.9 }))).toEqual([
    'read-6',
    'read-5',
  ]);
});

test('the list stays as long as it is shown, however many arrive', () => {
  const many = Array.from({ length: READS_SHOWN + 50 }, (_, second) => read(second));
  const after = readsWith([], many, {});
  expect(after).toHaveLength(READS_SHOWN);
  expect(after[0]?.id).toBe(`read-${READS_SHOWN + 49}`);
});
