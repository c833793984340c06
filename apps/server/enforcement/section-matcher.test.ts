import { newIdentifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import type { EvidenceOrder } from '@amaan/contracts/violations/evidence-order';
import type { SectionPassage } from '@amaan/contracts/violations/section-passage';
import { dropExpiredPassages } from '@amaan/store/enforcement/section-passages';
import { saveSpeedSection } from '@amaan/store/enforcement/speed-sections';
import { insertEvidenceItems, listEvidenceItems } from '@amaan/store/evidence-items';
import { insertObservations, observationOf } from '@amaan/store/observations';
import type { PlateRead } from '@amaan/store/plates/sightings';
import { openTestDatabase, type TestDatabase } from '@amaan/store/test-database';
import { type SampleDeployment, sampleDeployment } from '@amaan/store/testing/sample-deployment';
import { samplePlateRead } from '@amaan/store/testing/sample-plate-read';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { SectionMatcher } from './section-matcher.ts';

const NOW = Date.now();
/** The section is 2,000 m long, and 80 km/h are allowed on it: 90 seconds. */
const SECTION = { name: 'Ring Road', distanceM: 2_000, distanceErrorM: 5, limitKmh: 80, classLimitsKmh: {} };

describe('SectionMatcher', () => {
  let database: TestDatabase;
  let sample: SampleDeployment;
  let sectionId: string;
  let orders: EvidenceOrder[];
  let matcher: SectionMatcher;
  const [entryCamera, exitCamera] = [newIdentifier(), newIdentifier()];
  const within = <Result>(work: (tx: TestDatabase['db']) => Promise<Result>) =>
    database.db.transaction().execute(work);

  beforeEach(async () => {
    database = await openTestDatabase();
    sample = await sampleDeployment(database.db);
    orders = [];
    matcher = new SectionMatcher({ order: (order) => orders.push(order) });
    const { section } = await within((tx) =>
      saveSpeedSection(
        tx,
        {
          ...{ id: null, siteId: sample.observe(NOW).siteId, at: instantOf(NOW) },
          ...{ section: { ...SECTION, toleranceKmh: 5 }, by: { id: 'u', name: 'U' } },
        },
        0,
      ),
    );
    sectionId = section.id;
  });
  afterEach(() => database[Symbol.asyncDispose]());

  /** A vehicle at an end, so many seconds after the first one. */
  const passage = (
    end: 'entry' | 'exit',
    seconds: number,
    change: Partial<SectionPassage> = {},
  ): SectionPassage => {
    const at = instantOf(NOW - 300_000 + seconds * 1000);
    const { permitId, modelDigest, configurationDigest, frameDigest, siteId } = sample.observe(NOW);
    return {
      ...{ permitId, modelDigest, configurationDigest, frameDigest, siteId, simulated: false },
      ...{ id: newIdentifier(), system: 'traffic-violations', capturedAt: at, clockOffsetMs: 0 },
      cameraId: end === 'entry' ? entryCamera : exitCamera,
      enforcement: { planId: newIdentifier(), version: 1, ruleId: 'ring' },
      view: { id: newIdentifier(), version: 1 },
      ...{ sectionId, end, laneId: 'in', softwareVersion: 'traffic-violations 0.2.0' },
      object: { class: 'car', confidence: 0.9, box: [0.4, 0.4, 0.1, 0.1], track: end === 'entry' ? 11 : 22 },
      crossing: { at, errorMs: 100, place: [0.45, 0.5] },
      clock: { offsetMs: 0, errorMs: 20, measuredAt: at },
      ...change,
    };
  };
  /** The plate of a passage, read a second later. */
  const readOf = (
    { cameraId, object, crossing }: SectionPassage,
    text = 'LEA1234',
    confidence = 0.95,
  ): PlateRead => {
    const at = Date.parse(crossing.at) + 1_000;
    const read = samplePlateRead(sample.observe(at), text, { confidence });
    return { ...read, cameraId, track: object.track };
  };
  const take = (...passages: SectionPassage[]) => within((tx) => matcher.take(tx, passages, NOW));
  const plates = (...reads: PlateRead[]) =>
    within(async (tx) => {
      await insertObservations(tx, reads);
      return matcher.plates(tx, reads, NOW);
    });
  const suspected = async () =>
    (
      await database.db
        .selectFrom('observation')
        .selectAll()
        .where('kind', '=', 'violation-suspected')
        .execute()
    ).map(observationOf);
  const left = () => database.db.selectFrom('section_passage').select(['id', 'plate']).execute();
  const gaps = async () =>
    (await database.db.selectFrom('evidence_gap').select('reason').execute()).map(({ reason }) => reason);

  test('suspects who was surely too fast on average, with the lower bound, and has the exit’s pictures kept', async () => {
    // 2,000 m in 60 s are 120 km/h.
    const [entry, exit] = [passage('entry', 0), passage('exit', 60)];
    await take(entry);
    await plates(readOf(entry));
    await take(exit);
    expect(await suspected()).toEqual([]);
    expect(await plates(readOf(exit))).toMatchObject([{ kind: 'observation.recorded' }]);
    const [observation] = await suspected();
    expect(observation).toMatchObject({
      ...{ cameraId: exitCamera, permitId: exit.permitId, enforcement: exit.enforcement, simulated: false },
      object: { track: 22 },
      violation: {
        ...{ kind: 'average-speed', sectionId, distanceM: 2_000 },
        ...{
          entry: { cameraId: entryCamera, at: entry.crossing.at },
          exit: { at: exit.crossing.at, errorMs: 120 },
        },
        speed: { method: 'section', limitKmh: 80, toleranceKmh: 5 },
      },
    });
    if (observation?.kind !== 'violation-suspected' || observation.violation.kind !== 'average-speed')
      throw new Error('It is something else.');
    const { speed } = observation.violation;
    expect(speed.kmh).toBeCloseTo(120, 5);
    // (2,000 − 5) m in 60.24 s.
    expect(speed.lowerKmh).toBeCloseTo((3.6 * 1_995) / 60.24, 5);
    expect(orders).toEqual([
      { observationId: observation.id, cameraId: exitCamera, capturedAt: observation.capturedAt },
    ]);
    expect(await left()).toEqual([]);
    const waiting = await database.db.selectFrom('violation_suspicion').select('observation_id').execute();
    expect(waiting).toEqual([{ observation_id: observation.id }]);
  });

  test('takes the picture of the entry from its plate, and joins in whatever order things come', async () => {
    const [entry, exit] = [passage('entry', 0), passage('exit', 60)];
    const read = readOf(entry);
    await plates(readOf(exit), read);
    const picture = { kind: 'picture' as const, digest: 'ab'.repeat(32), mediaType: 'image/jpeg', bytes: 9 };
    await within((tx) =>
      insertEvidenceItems(tx, [{ ...picture, observationId: read.id, capturedAt: read.capturedAt }]),
    );
    await take(exit, entry);
    const [observation] = await suspected();
    expect(await listEvidenceItems(database.db, observation!.id)).toMatchObject([picture]);
  });

  test('keeps nothing of who was slow enough, or not surely too fast', async () => {
    // 79 km/h, and 85.2 km/h, whose lower bound does not pass 85.
    for (const [seconds, plate] of [
      [91, 'LEA1111'],
      [84.5, 'LEA2222'],
    ] as const) {
      const [entry, exit] = [passage('entry', 0), passage('exit', seconds)];
      await take(entry, exit);
      await plates(readOf(entry, plate), readOf(exit, plate));
      await database.db.deleteFrom('observation').execute();
    }
    expect(await suspected()).toEqual([]);
    expect(await left()).toEqual([]);
    expect(await gaps()).toEqual(['speed-uncertain']);
  });

  test('joins no two vehicles: another plate, an unsure one, another class, or nobody’s speed', async () => {
    const [entry, exit] = [passage('entry', 0), passage('exit', 60)];
    await take(entry, exit);
    await plates(readOf(entry, 'LEA1234'), readOf(exit, 'LEA1235'));
    await plates(readOf(entry, 'LEA1235', 0.6));
    expect(await suspected()).toEqual([]);
    expect(await left()).toHaveLength(2);

    const bus = { ...entry.object, class: 'bus' as const, track: 31 };
    const [first, second] = [passage('entry', 0, { object: bus }), passage('exit', 60)];
    second.object.track = 32;
    await take(first, second);
    await plates(readOf(first, 'LES1'), readOf(second, 'LES1'));
    const [third, fourth] = [passage('entry', 0), passage('exit', 20)];
    third.object.track = 41;
    fourth.object.track = 42;
    await take(third, fourth);
    await plates(readOf(third, 'LES2'), readOf(fourth, 'LES2'));
    expect(await suspected()).toEqual([]);
    expect((await gaps()).sort()).toEqual(['class-unsure', 'track-broken']);
  });

  test('proves nothing without a proven clock, and forgets passages once their time is over', async () => {
    await take(passage('entry', 0, { clock: null }));
    expect(await gaps()).toEqual(['clock-unproven']);
    expect(await left()).toEqual([]);
    await take(passage('entry', 0));
    await dropExpiredPassages(database.db, instantOf(NOW + 100_000));
    expect(await left()).toHaveLength(1);
    await dropExpiredPassages(database.db, instantOf(NOW + 200_000));
    expect(await left()).toEqual([]);
  });
});
