import { digestOfJson } from '@amaan/contracts/digest-of';
import type { Box, Point } from '@amaan/contracts/geometry';
import { newIdentifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import type { ObjectClass } from '@amaan/contracts/object-class';
import type { Observation } from '@amaan/contracts/observation';
import type { PermitClaims } from '@amaan/contracts/permit';
import type { SceneRule } from '@amaan/contracts/scene-rule';
import type { SimulatedCamera } from '@amaan/contracts/simulation-messages';

/** What passes on a street of Lahore, with its share and its size in a picture (fractions). */
const PASSERS: readonly {
  readonly class: ObjectClass;
  readonly share: number;
  readonly width: number;
  readonly height: number;
}[] = [
  { class: 'motorcycle', share: 0.42, width: 0.06, height: 0.13 },
  { class: 'car', share: 0.32, width: 0.16, height: 0.15 },
  { class: 'person', share: 0.14, width: 0.04, height: 0.16 },
  { class: 'truck', share: 0.05, width: 0.2, height: 0.24 },
  { class: 'bus', share: 0.04, width: 0.24, height: 0.26 },
  { class: 'bicycle', share: 0.03, width: 0.07, height: 0.12 },
];
/** The line rules' part of what passes. */
const CROSSING_SHARE = 0.25;
/** What an object drawn by the simulator stays in the picture, in milliseconds. */
const VISIT_MS = { shortest: 1_500, longest: 12_000 };

type Seen = Extract<Observation, { kind: 'object-seen' }>['object'];

/** Makes the reports of simulated cameras: everything in them that a worker would have seen is invented. */
export class Traffic {
  readonly #random: () => number;
  readonly #tracks = new Map<string, number>();

  /** @param random numbers in [0, 1). */
  constructor(random: () => number) {
    this.#random = random;
  }

  /** Something that passes a camera: an object that was seen, or one that crossed its line. */
  passing(camera: SimulatedCamera, permit: PermitClaims, now: number): Observation {
    const line = camera.rules.find((rule) => rule.kind === 'line');
    const object = this.#object(camera, this.#passer());
    const envelope = this.#envelope(camera, permit, now, object);
    if (line !== undefined && !line.alert && this.#random() < CROSSING_SHARE) {
      const direction = this.#random() < 0.5 ? 'forward' : 'backward';
      return { ...envelope, kind: 'line-crossed', rule: referenceTo(line), object, direction };
    }
    const visit = VISIT_MS.shortest + this.#random() * (VISIT_MS.longest - VISIT_MS.shortest);
    return {
      ...envelope,
      kind: 'object-seen',
      object,
      firstSeenAt: instantOf(now - visit),
      lastSeenAt: instantOf(now),
      path: this.#path(object.box),
    };
  }

  /** Something that one of the camera's alerting zones reports, or null when it has none. */
  alarming(camera: SimulatedCamera, permit: PermitClaims, now: number): Observation | null {
    const rules = camera.rules.filter((rule) => rule.alert && rule.kind !== 'line');
    const rule = rules[Math.floor(this.#random() * rules.length)];
    if (rule === undefined || rule.kind === 'line') return null;
    const passers = PASSERS.filter((one) => rule.classes.length === 0 || rule.classes.includes(one.class));
    const passer = passers[Math.floor(this.#random() * passers.length)];
    if (passer === undefined) return null;
    const object = this.#object(camera, passer, middleOf(rule.zone));
    const envelope = this.#envelope(camera, permit, now, object);
    if (rule.kind === 'zone') return { ...envelope, kind: 'zone-entered', rule: referenceTo(rule), object };
    return { ...envelope, kind: 'loitering', rule: referenceTo(rule), object, seconds: rule.seconds };
  }

  #envelope(camera: SimulatedCamera, permit: PermitClaims, now: number, object: Seen) {
    const capturedAt = instantOf(now);
    return {
      id: newIdentifier(),
      system: permit.sub,
      cameraId: camera.id,
      siteId: camera.siteId,
      capturedAt,
      clockOffsetMs: 0,
      simulated: true,
      permitId: permit.jti,
      modelDigest: permit.models[0]!.digest,
      configurationDigest: permit.configurationDigest,
      // There is no picture: the digest is of the description of what it would show.
      frameDigest: digestOfJson({ simulated: true, camera: camera.name, capturedAt, object }),
    };
  }

  #object(camera: SimulatedCamera, passer: (typeof PASSERS)[number], foot?: Point): Seen {
    const size = 0.8 + this.#random() * 0.5;
    const width = passer.width * size;
    const height = passer.height * size;
    const [x, y] = foot ?? [0.1 + this.#random() * 0.8, 0.35 + this.#random() * 0.6];
    const track = (this.#tracks.get(camera.id) ?? 0) + 1;
    this.#tracks.set(camera.id, track);
    return {
      class: passer.class,
      confidence: round(0.55 + this.#random() * 0.4),
      box: [
        round(Math.min(1 - width, Math.max(0, x - width / 2))),
        round(Math.max(0, y - height)),
        round(width),
        round(height),
      ],
      track,
    };
  }

  #passer(): (typeof PASSERS)[number] {
    let left = this.#random();
    for (const passer of PASSERS) {
      left -= passer.share;
      if (left < 0) return passer;
    }
    return PASSERS[0]!;
  }

  /** A straight way to where the object was seen last, through four points. */
  #path([x, y, width, height]: Box): Point[] {
    const end: Point = [x + width / 2, Math.min(1, y + height)];
    const start: Point = [this.#random(), 0.3 + this.#random() * 0.3];
    return [0, 1 / 3, 2 / 3, 1].map((share) => [
      round(start[0] + (end[0] - start[0]) * share),
      round(start[1] + (end[1] - start[1]) * share),
    ]);
  }
}

function referenceTo({ id, version }: SceneRule): { id: string; version: number } {
  return { id, version };
}

function middleOf(zone: readonly Point[]): Point {
  const sum = zone.reduce(([x, y], point) => [x + point[0], y + point[1]] as const, [0, 0] as const);
  return [sum[0] / zone.length, sum[1] / zone.length];
}

function round(fraction: number): number {
  return Math.round(fraction * 1e4) / 1e4;
}
