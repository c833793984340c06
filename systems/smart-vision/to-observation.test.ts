import { digestOfBytes } from '@amaan/contracts/digest-of';
import { newIdentifier } from '@amaan/contracts/identifier';
import { OBJECT_CLASSES } from '@amaan/contracts/object-class';
import { Observation } from '@amaan/contracts/observation';
import type { EndedTrack } from '@amaan/vision/tracking/track';
import { describe, expect, it } from 'vitest';
import type { SceneEvent } from './scene-event.ts';
import { personAt } from './testing/tracked-object.ts';
import { toObjectSeen, toObservation } from './to-observation.ts';

const digest = digestOfBytes(new Uint8Array([1]));
const origin = {
  cameraId: newIdentifier(),
  siteId: newIdentifier(),
  clockOffsetMs: -12.5,
  simulated: false,
  permitId: newIdentifier(),
  modelDigest: digest,
  configurationDigest: digest,
  frameDigest: digest,
};
const object = personAt([0.5, 0.6]);
const moment = {
  object,
  rule: { id: newIdentifier(), version: 2 },
  streamSeconds: 4,
  capturedAt: 1_772_000_000_250,
};
const events: SceneEvent[] = [
  { ...moment, kind: 'line-crossed', direction: 'backward' },
  { ...moment, kind: 'zone-entered' },
  { ...moment, kind: 'loitering', seconds: 12.4 },
];
const track: EndedTrack = {
  object,
  bestSeconds: 3,
  firstSeconds: 1,
  lastSeconds: 5.5,
  path: [
    [0.1, 0.2],
    [0.5, 0.6],
  ],
};
const everything = [
  ...events.map((event) => toObservation(event, origin)),
  toObjectSeen(track, origin, (seconds) => 1_772_000_000_000 + seconds * 1000),
];

describe('what Smart Vision reports', () => {
  it('keeps to the contract, and carries where it came from', () => {
    for (const observation of everything) {
      expect(Observation.parse(observation)).toEqual(observation);
      expect(observation).toMatchObject({ ...origin, system: 'smart-vision', object });
    }
    expect(everything.map(({ kind }) => kind)).toEqual([
      'line-crossed',
      'zone-entered',
      'loitering',
      'object-seen',
    ]);
    expect(new Set(everything.map(({ id }) => id)).size).toBe(everything.length);
  });

  it('is dated when the camera saw it', () => {
    expect(everything[0]?.capturedAt).toBe('2026-02-25T06:13:20.250Z');
    expect(everything[3]).toMatchObject({
      firstSeenAt: '2026-02-25T06:13:21.000Z',
      capturedAt: '2026-02-25T06:13:23.000Z',
      lastSeenAt: '2026-02-25T06:13:25.500Z',
    });
  });

  it('says of a person no more than that it is one, where it is, and which track', () => {
    // What violations report of an object has fields of its own, and is none of Smart Vision's.
    const kinds = Observation.options.filter(
      ({ shape }) => 'object' in shape && shape.kind.value !== 'violation-suspected',
    );
    expect(kinds).toHaveLength(4);
    for (const kind of kinds) {
      if (!('object' in kind.shape)) continue;
      expect(Object.keys(kind.shape.object.shape).toSorted()).toEqual([
        'box',
        'class',
        'confidence',
        'track',
      ]);
    }
    const about = ['object', 'rule', 'direction', 'seconds', 'firstSeenAt', 'lastSeenAt', 'path'];
    const envelope = [...Object.keys(origin), 'id', 'kind', 'system', 'capturedAt'];
    for (const kind of kinds) {
      expect([...about, ...envelope]).toEqual(expect.arrayContaining(Object.keys(kind.shape)));
    }
    // The classes are kinds of things, not kinds of people.
    expect(OBJECT_CLASSES.filter((name) => /person|man|woman|child|boy|girl/.test(name))).toEqual(['person']);
  });
});
