import { newIdentifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import { fusedConfidence } from '@amaan/contracts/plates/fused-confidence';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { insertEvidenceItems } from '../evidence-items.ts';
import type { Database } from '../open-database.ts';
import { createTestDatabase } from '../test-database.ts';
import { type SampleDeployment, sampleDeployment } from '../testing/sample-deployment.ts';
import { samplePlateRead } from '../testing/sample-plate-read.ts';
import { findKnownPlates, forgetPlates, whichAreKnown } from './known-plates.ts';
import { findSightings, getSighting, insertSightings, lastSightings } from './sightings.ts';

const DAY = 24 * 60 * 60_000;

describe('sightings', () => {
  let db: Database;
  let sample: SampleDeployment;
  const now = Date.now();
  const always = {
    from: instantOf(now - 400 * DAY),
    to: instantOf(now + DAY),
    sites: 'all',
    limit: 50,
  } as const;
  const read = (text: string, at = now, change = {}) => samplePlateRead(sample.observe(at), text, change);
  const texts = async (query: Partial<Parameters<typeof findSightings>[1]>) =>
    (await findSightings(db, { ...always, ...query })).map(({ reading }) => reading.text);

  beforeEach(async () => {
    db = await createTestDatabase();
    sample = await sampleDeployment(db);
  });
  afterEach(() => db.destroy());

  test('come back as they were read, with what is kept of their pictures', async () => {
    const one = read('LEA1234');
    await insertSightings(db, [one, one], new Set([one.id]));
    const digest = 'ab'.repeat(32);
    const { id: observationId, capturedAt } = one;
    await insertEvidenceItems(db, [
      { observationId, capturedAt, kind: 'plate-crop', digest, mediaType: 'image/png', bytes: 9 },
    ]);
    const { characters: _, ...reading } = one.reading;
    const expected = {
      ...{ id: one.id, capturedAt, siteId: sample.site.id, cameraId: sample.cameraId, cameraName: 'Gate' },
      ...{ position: null, simulated: false, reading, corrected: null, vehicle: one.vehicle },
      fusedConfidence: fusedConfidence(one.reading.confidence, one.vehicle),
      ...{ suspicion: 'possible-clone-or-misread', crop: digest, picture: null },
    };
    expect(await getSighting(db, one)).toEqual(expected);
    expect(await findSightings(db, always)).toEqual([expected]);
    expect(await getSighting(db, { ...one, id: newIdentifier() })).toBeNull();
  });

  test('are found by plate, pattern, place, look and time, newest first', async () => {
    await insertSightings(db, [
      read('LEA1234', now - 3 * DAY),
      read('LEA1234', now - 2 * DAY, { vehicle: { class: 'truck', colour: 'red' } }),
      read('LEB1234', now - DAY),
      read('ABC99', now),
    ]);
    expect(await texts({ plates: { kind: 'listed', plates: ['LEA1234', 'ABC99'] } })).toEqual([
      'ABC99',
      'LEA1234',
      'LEA1234',
    ]);
    expect(await texts({ plates: { kind: 'like', pattern: 'LE_1%' } })).toEqual([
      'LEB1234',
      'LEA1234',
      'LEA1234',
    ]);
    expect(await texts({ plates: { kind: 'regular', pattern: '^LE[AB]1234$' }, limit: 1 })).toEqual([
      'LEB1234',
    ]);
    expect(await texts({ plates: { kind: 'listed', plates: [] } })).toEqual([]);
    expect(await texts({ class: 'truck', colour: 'red' })).toEqual(['LEA1234']);
    expect(await texts({ cameras: [newIdentifier()] })).toEqual([]);
    expect(await texts({ sites: [] })).toEqual([]);
    expect(await texts({ from: instantOf(now - 1.5 * DAY), oldestFirst: true })).toEqual([
      'LEB1234',
      'ABC99',
    ]);
    const [newest] = await findSightings(db, { ...always, limit: 1 });
    expect(await texts({ after: newest!, limit: 1 })).toEqual(['LEB1234']);
    await db.updateTable('camera').set({ longitude: 74.3, latitude: 31.5 }).execute();
    expect(await texts({ area: [74, 31, 75, 32] })).toHaveLength(4);
    expect(await texts({ area: [75, 31, 76, 32] })).toEqual([]);
  });

  test('a plate is known once, by either end, until nothing of it is left', async () => {
    await insertSightings(db, [read('LEA1234', now - DAY), read('LEA1234'), read('XYZ77', now - 40 * DAY)]);
    const like = (pattern: string, ends = { backwards: false, texts: [] as string[] }) =>
      findKnownPlates(db, { fits: { kind: 'like', pattern }, ends, limit: 10 });
    expect(await like('%')).toHaveLength(2);
    expect(await like('LE_1%', { backwards: false, texts: ['LE', '1E'] })).toEqual(['LEA1234']);
    expect(await like('%77', { backwards: true, texts: ['77'] })).toEqual(['XYZ77']);
    expect(await whichAreKnown(db, ['LEA1234', 'NEVER1'])).toEqual(['LEA1234']);
    await db.deleteFrom('sighting').where('plate', '=', 'XYZ77').execute();
    expect(await forgetPlates(db, instantOf(now - 30 * DAY).slice(0, 10))).toBe(1);
    expect(await like('%')).toEqual(['LEA1234']);
  });

  test('the last of each plate is found within a window', async () => {
    const [older, newer] = [read('LEA1234', now - 2000), read('LEA1234', now - 1000)];
    await insertSightings(db, [older, newer, read('ABC99', now - 3 * DAY)]);
    const window = { from: instantOf(now - DAY), to: instantOf(now) };
    const last = await lastSightings(db, ['LEA1234', 'ABC99', 'NONE1'], window);
    expect(last.map(({ id }) => id)).toEqual([newer.id]);
  });
});
