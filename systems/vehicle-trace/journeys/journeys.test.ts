import type { Position } from '@amaan/contracts/geometry';
import { newIdentifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import type { Sighting } from '@amaan/contracts/plates/sighting';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { impossibleTravel, TRAVEL_LIMITS } from '../clones/impossible-travel.ts';
import { registryContradiction } from '../clones/registry-contradiction.ts';
import { greatCircleMetres } from '../roads/great-circle.ts';
import { reachableCameras } from '../roads/reachable-cameras.ts';
import { RoadGraph } from '../roads/road-graph.ts';
import { findConvoys } from './convoy.ts';
import { journeyLegs } from './journey-legs.ts';

const T0 = Date.parse('2026-03-01T08:00:00.000Z');
const LAHORE: Position = [74.34, 31.55];
const MULTAN: Position = [71.47, 30.2];
const at = (seconds: number) => instantOf(T0 + seconds * 1000);
const point = (seconds: number, position: Position | null, change = {}) => ({
  ...{ id: newIdentifier(), capturedAt: at(seconds), clockOffsetMs: 0, cameraId: newIdentifier(), position },
  ...{ confidence: 0.95, simulated: false, ...change },
});
const place = fc
  .record({
    east: fc.double({ min: -1, max: 1, noNaN: true }),
    north: fc.double({ min: -1, max: 1, noNaN: true }),
  })
  .map(({ east, north }): Position => [LAHORE[0] + east, LAHORE[1] + north]);

/** Three junctions in a row along a parallel, 0.01° apart, and one off the road net. */
const roads = new RoadGraph({
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      properties: { name: 'Mall', kind: 'main', simulated: true },
      geometry: {
        type: 'LineString',
        coordinates: [
          [74.3, 31.5],
          [74.31, 31.5],
          [74.31, 31.51],
        ],
      },
    },
    {
      type: 'Feature',
      properties: { name: 'Canal', kind: 'canal', simulated: true },
      geometry: {
        type: 'LineString',
        coordinates: [
          [74.3, 31.5],
          [74.31, 31.51],
        ],
      },
    },
  ],
});

describe('distances', () => {
  test('Lahore to Multan is 312 km, and a degree along a meridian 111 km', () => {
    expect(greatCircleMetres(LAHORE, MULTAN) / 1000).toBeCloseTo(312.3, 0);
    expect(greatCircleMetres([0, 0], [0, 1])).toBeCloseTo(111_195, -1);
  });

  test('are a metric', () => {
    fc.assert(
      fc.property(place, place, place, (a, b, c) => {
        expect(greatCircleMetres(a, b)).toBeCloseTo(greatCircleMetres(b, a), 6);
        expect(greatCircleMetres(a, c)).toBeLessThanOrEqual(
          greatCircleMetres(a, b) + greatCircleMetres(b, c) + 1e-6,
        );
      }),
    );
  });
});

describe('a cloned plate', () => {
  test('is suspected where no road speed explains two sightings', () => {
    const [here, there] = [point(3600, LAHORE), point(0, MULTAN)];
    expect(impossibleTravel('LEA1234', here, there)).toEqual({
      ...{
        kind: 'impossible-travel',
        plate: 'LEA1234',
        otherId: there.id,
        otherCapturedAt: there.capturedAt,
      },
      ...{ otherCameraId: there.cameraId, metres: expect.closeTo(312_300, -3), seconds: 3600 },
      ...{ speed: expect.closeTo(312.3, 0), limit: 180 },
    });
  });

  test('is suspected at once where it is at two places at once, without a speed', () => {
    expect(impossibleTravel('LEA1234', point(0, LAHORE), point(2, MULTAN))).toMatchObject({ speed: null });
  });

  test.each([
    ['two hours', point(7200, LAHORE), point(0, MULTAN)],
    ['a doubtful reading', point(3600, LAHORE, { confidence: 0.8 }), point(0, MULTAN)],
    ['another doubtful reading', point(3600, LAHORE), point(0, MULTAN, { confidence: 0.8 })],
    ['no position', point(3600, LAHORE), point(0, null)],
    ['a simulated one', point(3600, LAHORE), point(0, MULTAN, { simulated: true })],
    ['cameras at one junction', point(0, LAHORE), point(0, [74.342, 31.55])],
    [
      'a clock that is known to be over an hour ahead',
      point(3600, LAHORE),
      point(0, MULTAN, { clockOffsetMs: 4_000_000 }),
    ],
  ])('is not suspected with %s', (_what, here, there) => {
    expect(impossibleTravel('LEA1234', here, there)).toBeNull();
  });

  test('no vehicle below the limit is ever suspected, whatever clocks and positions do within their doubt', () => {
    const doubt = fc.double({ min: -1, max: 1, noNaN: true });
    fc.assert(
      fc.property(
        place,
        place,
        fc.double({ min: 1, max: 179, noNaN: true }),
        doubt,
        doubt,
        (a, b, speed, clock, shift) => {
          const seconds =
            greatCircleMetres(a, b) / (speed / 3.6) + clock * 2 * TRAVEL_LIMITS.clockUncertainty;
          if (seconds < 0) return;
          const moved: Position = [b[0], b[1] + (shift * TRAVEL_LIMITS.positionUncertainty) / 111_320];
          expect(impossibleTravel('LEA1234', point(seconds, moved), point(0, a))).toBeNull();
        },
      ),
    );
  });

  const seen = {
    class: 'car',
    classConfidence: 0.9,
    colour: 'white',
    colourConfidence: 0.9,
    heading: null,
    box: null,
  } as const;
  test('is suspected where class or colour contradict the registry', () => {
    expect(registryContradiction('LEA1234', seen, { class: 'motorcycle', colour: 'red' }, 0.95)).toEqual({
      kind: 'registry-contradiction',
      plate: 'LEA1234',
      differences: [
        { field: 'class', seen: 'car', registered: 'motorcycle' },
        { field: 'colour', seen: 'white', registered: 'red' },
      ],
    });
  });

  test.each([
    ['what cameras mistake', seen, { class: 'truck', colour: 'silver' }, 0.95],
    ['what the registry does not know', seen, { class: null, colour: null }, 0.95],
    ['a doubtful plate', seen, { class: 'bus', colour: 'red' }, 0.8],
    [
      'a doubtful look',
      { ...seen, classConfidence: 0.6, colourConfidence: 0.6 },
      { class: 'bus', colour: 'red' },
      0.95,
    ],
  ] as const)('is not suspected by %s', (_what, look, registered, confidence) => {
    expect(registryContradiction('LEA1234', look, registered, confidence)).toBeNull();
  });
});

describe('roads', () => {
  test('lead along streets and not along the canal', () => {
    const route = roads.route([74.3, 31.5], [74.31, 31.51]);
    expect(route?.line).toHaveLength(5);
    expect(route?.metres).toBeCloseTo(
      greatCircleMetres([74.3, 31.5], [74.31, 31.5]) + greatCircleMetres([74.31, 31.5], [74.31, 31.51]),
      3,
    );
    expect(roads.route([74.3, 31.5], [75, 31.5])).toBeNull();
  });

  test('are never shorter than the crow flies', () => {
    const streets = [...Array(5).keys()].flatMap((n) => [
      {
        name: `r${n}`,
        coordinates: [...Array(5).keys()].map((k): Position => [74 + k * 0.01, 31 + n * 0.01]),
      },
      {
        name: `c${n}`,
        coordinates: [...Array(5).keys()].map((k): Position => [74 + n * 0.01, 31 + k * 0.01]),
      },
    ]);
    const grid = new RoadGraph({
      type: 'FeatureCollection',
      features: streets.map(({ name, coordinates }) => ({
        ...{ type: 'Feature' as const, properties: { name, kind: 'side' as const, simulated: true } },
        geometry: { type: 'LineString' as const, coordinates },
      })),
    });
    const junction = fc.tuple(fc.nat(4), fc.nat(4)).map(([x, y]): Position => [74 + x * 0.01, 31 + y * 0.01]);
    fc.assert(
      fc.property(junction, junction, (a, b) => {
        const route = grid.route(a, b)!;
        expect(route.metres).toBeGreaterThanOrEqual(greatCircleMetres(a, b) - 1e-6);
        expect(route.metres).toBeCloseTo(grid.route(b, a)!.metres, 4);
      }),
    );
  });

  test('tell which cameras a vehicle can reach, the soonest first', () => {
    const camera = (position: Position) => ({ id: newIdentifier(), position });
    const [from, near, far, off] = [
      camera([74.3, 31.5]),
      camera([74.31, 31.5]),
      camera([74.31, 31.51]),
      camera([74.29, 31.49]),
    ];
    const reached = reachableCameras(from, [far, from, off, near], { roads, withinSeconds: 120 });
    expect(reached.map(({ cameraId }) => cameraId)).toEqual(
      [near.id, off.id, far.id].filter((id) => reached.some((one) => one.cameraId === id)),
    );
    expect(reached.find(({ cameraId }) => cameraId === near.id)).toMatchObject({
      onRoads: true,
      seconds: expect.closeTo(37.9, 0),
    });
    expect(reached.every(({ seconds }, n) => n === 0 || seconds >= reached[n - 1]!.seconds)).toBe(true);
    expect(reachableCameras(from, [far, near], { roads, withinSeconds: 10 })).toEqual([]);
    expect(reachableCameras(from, [near], { roads: null, withinSeconds: 120 })).toMatchObject([
      { onRoads: false },
    ]);
  });
});

function sighting(seconds: number, position: Position | null, cameraId = newIdentifier()): Sighting {
  return {
    ...{
      id: newIdentifier(),
      capturedAt: at(seconds),
      siteId: newIdentifier(),
      cameraId,
      cameraName: 'Gate',
    },
    ...{ position, simulated: false, reading: { text: 'LEA1234', confidence: 0.95, format: null, rows: 1 } },
    vehicle: {
      class: 'car',
      classConfidence: 1,
      colour: null,
      colourConfidence: 0,
      heading: null,
      box: null,
    },
    ...{ corrected: null, crop: null, picture: null, fusedConfidence: 0.9 },
  };
}

describe('a journey', () => {
  test('has legs with time, way and least speed', () => {
    const [a, b] = [sighting(0, [74.3, 31.5]), sighting(120, [74.31, 31.51])];
    const [leg] = journeyLegs([a, b], roads);
    expect(leg).toMatchObject({
      fromId: a.id,
      toId: b.id,
      seconds: 120,
      onRoads: true,
      gap: false,
      impossible: false,
    });
    expect(leg!.metres).toBeGreaterThan(greatCircleMetres(a.position!, b.position!));
    expect(leg!.speed).toBeCloseTo((greatCircleMetres(a.position!, b.position!) / 120) * 3.6, 6);
  });

  test('names gaps and what no road speed explains, and says nothing without positions', () => {
    const legs = journeyLegs(
      [sighting(0, LAHORE), sighting(3600, MULTAN), sighting(30_000, null), sighting(30_000, LAHORE)],
      null,
    );
    expect(legs.map(({ gap, impossible, speed }) => [gap, impossible, speed === null])).toEqual([
      [false, true, false],
      [true, false, true],
      [false, false, true],
    ]);
    expect(journeyLegs([sighting(0, LAHORE), sighting(10_000, LAHORE)], null)[0]).toMatchObject({
      gap: true,
    });
    expect(journeyLegs([sighting(0, LAHORE)], null)).toEqual([]);
  });
});

describe('a convoy', () => {
  const cameras = [newIdentifier(), newIdentifier(), newIdentifier()];
  const question = { cameras: 3, seconds: 30, duration: 86_400 };
  const own = cameras.map((cameraId, n) => ({ plate: 'LEA1234', cameraId, at: at(n * 600) }));
  const behind = (plate: string, delay: number) =>
    own.map((passage) => ({ ...passage, plate, at: instantOf(Date.parse(passage.at) + delay * 1000) }));

  test('is who was near at enough cameras, with what chance would bring', () => {
    const found = findConvoys(
      own,
      [...behind('XYZ777', 12), ...behind('LATE99', 31), ...behind('TWO22', 5).slice(1)],
      question,
    );
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      plate: 'XYZ777',
      cameras: 3,
      expected: expect.closeTo((3 * 60) / 86_400, 9),
    });
    expect(found[0]!.meetings.map(({ secondsApart }) => secondsApart)).toEqual([12, 12, 12]);
    expect(findConvoys(own, own, question)).toEqual([]);
  });

  test('chance brings about as many meetings of strangers as is said', () => {
    let met = 0;
    let expected = 0;
    let seed = 1;
    const random = () => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed / 2_147_483_647;
    };
    for (let n = 0; n < 300; n++) {
      const passages = (plate: string) =>
        Array.from({ length: 60 }, () => ({ plate, cameraId: cameras[0]!, at: at(random() * 86_400) }));
      for (const pair of findConvoys(passages('A11'), passages('B22'), { ...question, cameras: 1 })) {
        met += pair.meetings.length;
        expected += pair.expected;
      }
    }
    expect(met / expected).toBeGreaterThan(0.85);
    expect(met / expected).toBeLessThan(1.25);
  });
});
