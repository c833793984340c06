import { expect, test } from 'vitest';
import { withView } from './unmaskings.ts';

test('an address says more about what is asked of it, whatever it says already', () => {
  const plain = '/api/evidence/one/picture';
  expect(withView(plain, {})).toBe(plain);
  expect(withView(plain, { original: false, download: false })).toBe(plain);
  expect(withView(plain, { original: true })).toBe(`${plain}?view=original`);
  const sighting = '/api/sightings/one/picture?capturedAt=2026-03-01T12%3A00%3A00.000Z';
  expect(withView(sighting, { original: true, download: true })).toBe(
    `${sighting}&view=original&download=true`,
  );
});
