import { derivedUuid } from '@amaan/contracts/derived-uuid';
import { digestOfBytes } from '@amaan/contracts/digest-of';
import type { EvidenceItem } from '@amaan/contracts/evidence-item';
import { type Identifier, newIdentifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import type { VehicleAttributes } from '@amaan/contracts/plates/vehicle';
import type { ShownLight } from '@amaan/contracts/violations/signal-timeline';
import type { SuspectedViolation } from '@amaan/contracts/violations/suspected-violation';
import { insertSignalPhases } from '@amaan/store/enforcement/signal-phases';
import { insertEvidenceItems } from '@amaan/store/evidence-items';
import type { ObjectStore } from '@amaan/store/object-store';
import { insertObservations } from '@amaan/store/observations';
import type { Database } from '@amaan/store/open-database';
import { insertSightings, type PlateRead } from '@amaan/store/plates/sightings';
import { queueSuspicions, type ViolationSuspected } from '@amaan/store/violations/suspicions';
import { trafficViolations } from '@amaan/traffic-violations/system';
import { drawClip, drawMoment, drawPlate } from './draw-violation.ts';

/** Where a suspicion is put. */
export interface SuspicionDesk {
  readonly db: Database;
  readonly objects: Pick<ObjectStore, 'put'>;
  readonly now: () => number;
}

/** What seems to have happened; everything but the camera has a default: a car that ran a red light a minute ago. */
export interface SuspicionOrder {
  readonly cameraId: Identifier;
  readonly siteId: Identifier;
  readonly kind?: 'red-light' | 'speed' | 'seat-belt' | 'no-parking';
  readonly plate?: string;
  /** Unix time of the violation, in milliseconds. */
  readonly at?: number;
  readonly track?: number;
  readonly objectClass?: 'car' | 'motorcycle' | 'bus' | 'truck';
  /** How sure the reading of the plate is. */
  readonly confidence?: number;
  readonly characters?: PlateRead['reading']['characters'];
  readonly vehicle?: Partial<VehicleAttributes>;
  readonly skewMs?: number;
  readonly provenAgoMs?: number;
  /** What the controller's log says of the time; `none`: nothing. */
  readonly logged?: ShownLight | 'none';
  /** Pieces of evidence that never come. */
  readonly without?: readonly EvidenceItem['kind'][];
  /** Whether the plate was read at all. */
  readonly isRead?: boolean;
  /** `drawn` costs half a second; `bytes` are no pictures, for tests that look at none. */
  readonly pictures?: 'drawn' | 'bytes';
  readonly simulated?: boolean;
}

const MINUTE_MS = 60_000;
/** Of the signal that all made-up red lights are of. */
const JUNCTION = '0190a000-0000-7000-8000-00000000a0a0';
const GROUP = 'north';

/**
 * Puts a suspected violation and the plate that was read on the same track into the line of the intake, with pictures, clip
 * and the controller's log, as if a worker had reported them: cases come of it by the intake itself, with all of its checks.
 *
 * @returns the observation; `violations.intake.run()` makes the case at once, a running server within seconds
 * @example await suspectViolation({ db, objects, now }, { cameraId, siteId, plate: 'LEA1234' });
 */
export async function suspectViolation(
  { db, objects, now }: SuspicionDesk,
  order: SuspicionOrder,
): Promise<ViolationSuspected> {
  const at = order.at ?? now() - MINUTE_MS;
  const seen = await originOf(db, order, at);
  const suspicion: ViolationSuspected = {
    ...seen,
    ...{ id: newIdentifier(), kind: 'violation-suspected', system: trafficViolations.id },
    enforcement: { planId: JUNCTION, version: 1, ruleId: order.kind ?? 'red-light' },
    view: { id: JUNCTION, version: 1 },
    object: {
      ...{ class: order.objectClass ?? 'car', confidence: 0.91, box: [0.42, 0.55, 0.18, 0.25] },
      track: order.track ?? 7,
    },
    violation: violationOf(order, at),
  };
  const read = readOf(order, seen, at);
  await insertObservations(db, order.isRead === false ? [suspicion] : [suspicion, read]);
  if (order.isRead !== false) await insertSightings(db, [read]);
  await insertEvidenceItems(db, await evidenceOf(objects, order, suspicion, read));
  const { logged = 'red' } = order;
  if (logged !== 'none' && logged !== 'unknown' && 'signal' in suspicion.violation)
    await insertSignalPhases(db, [
      {
        ...{ junctionId: JUNCTION, group: GROUP, light: logged, errorMs: 50, source: 'simulated' },
        ...{ from: instantOf(at - 4000), to: instantOf(at + 20_000) },
        clock: { offsetMs: 3, errorMs: 20, measuredAt: instantOf(at - 5000) },
      },
    ]);
  await queueSuspicions(db, [suspicion], instantOf(now()));
  return suspicion;
}

type Seen = Pick<
  ViolationSuspected,
  | 'cameraId'
  | 'siteId'
  | 'capturedAt'
  | 'clockOffsetMs'
  | 'simulated'
  | 'permitId'
  | 'modelDigest'
  | 'configurationDigest'
  | 'frameDigest'
>;

/** As under the system's permit, where it has one. */
async function originOf(db: Database, order: SuspicionOrder, at: number): Promise<Seen> {
  const permit = await db
    .selectFrom('permit')
    .select(['id', 'claims'])
    .where('system_id', '=', trafficViolations.id)
    .orderBy('issued_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  const nothing = digestOfBytes(Buffer.from('no model'));
  return {
    ...{ cameraId: order.cameraId, siteId: order.siteId, capturedAt: instantOf(at), clockOffsetMs: 0 },
    simulated: order.simulated ?? true,
    permitId: permit?.id ?? newIdentifier(),
    modelDigest: permit?.claims.models[0]?.digest ?? nothing,
    configurationDigest: permit?.claims.configurationDigest ?? nothing,
    frameDigest: digestOfBytes(Buffer.from(`${order.cameraId} ${at}`)),
  };
}

function violationOf(order: SuspicionOrder, at: number): SuspectedViolation {
  const when = (ms: number) => instantOf(at + ms);
  const common = {
    ...{ laneId: 'lane-1', firstSeenAt: when(-3000), lastSeenAt: when(3000) },
    path: [-2000, -1000, 0, 1000, 2000].map((ms) => ({
      at: when(ms),
      place: [0.5, 0.66 - ms / 12_000] as [number, number],
    })),
    softwareVersion: `traffic-violations ${trafficViolations.version}`,
    calibrationVersion: order.kind === 'speed' ? 1 : null,
  };
  const crossed = (ms: number, y: number) => ({
    ...{ at: when(ms), errorMs: 60 },
    place: [0.5, y] as [number, number],
  });
  switch (order.kind) {
    case 'speed':
      return {
        ...{ kind: 'speed', ...common, crossing: crossed(0, 0.6) },
        speed: {
          ...{ kmh: 83.4, errorKmh: 2.1, coverage: 3, lowerKmh: 77.1, limitKmh: 60, toleranceKmh: 5 },
          method: 'ground',
        },
      };
    case 'no-parking':
      return {
        ...{ kind: 'no-parking', ...common, from: when(-240_000), to: when(0) },
        ...{ firstSeenAt: when(-250_000), seconds: 240, allowedSeconds: 180 },
      };
    case 'seat-belt':
      return {
        ...{ kind: 'seat-belt', ...common },
        verdicts: [-400, 0, 400].map((ms) => ({
          modelDigest: digestOfBytes(Buffer.from('a belt model')),
          ...{ at: when(ms), verdict: 'not-worn' as const, confidence: 0.97 },
        })),
      };
    default:
      return {
        ...{ kind: 'red-light', ...common, entry: crossed(0, 0.61), exit: crossed(1600, 0.4) },
        signal: {
          source: order.simulated === false ? 'controller' : 'simulated',
          ...{ junctionId: JUNCTION, group: GROUP, skewMs: order.skewMs ?? 12 },
          timeline: [
            { light: 'green', from: when(-30_000), errorMs: 50 },
            { light: 'yellow', from: when(-7000), errorMs: 50 },
            { light: 'red', from: when(-4000), errorMs: 50 },
          ],
          redForMs: { entry: 3800, exit: 5400 },
          ...{ skewErrorMs: 25, provenAt: instantOf(at - (order.provenAgoMs ?? 4000)) },
        },
      };
  }
}

function readOf(order: SuspicionOrder, seen: Seen, at: number): PlateRead {
  const text = order.plate ?? 'LEA1234';
  const confidence = order.confidence ?? 0.98;
  const { capturedAt, frameDigest } = seen;
  return {
    ...seen,
    ...{ id: newIdentifier(), kind: 'plate-read', system: 'number-plates' },
    reading: { text, confidence, format: 'pk-punjab', rows: 1, characters: order.characters ?? [] },
    box: [0.47, 0.68, 0.08, 0.04],
    votes: [{ text, confidence, capturedAt, frameDigest }],
    vehicle: {
      ...{
        class: order.objectClass ?? 'car',
        classConfidence: 0.92,
        colour: 'white',
        colourConfidence: 0.85,
      },
      ...{ heading: 'away', box: [0.42, 0.55, 0.18, 0.25], ...order.vehicle },
    },
    track: order.track ?? 7,
    ...{ firstSeenAt: instantOf(at - 2500), lastSeenAt: instantOf(at + 2000) },
  };
}

const PAINTS: Readonly<Record<string, string>> = { white: '#eceeea', black: '#26282b', red: '#a3231c' };

async function evidenceOf(
  objects: SuspicionDesk['objects'],
  order: SuspicionOrder,
  suspicion: ViolationSuspected,
  read: PlateRead,
): Promise<EvidenceItem[]> {
  const { id, capturedAt, object, violation } = suspicion;
  const isDrawn = order.pictures === 'drawn';
  const look = {
    ...{ plate: read.reading.text, light: 'signal' in violation ? ('red' as const) : ('green' as const) },
    ...{
      colour: PAINTS[read.vehicle.colour ?? ''] ?? '#7d868c',
      isMotorcycle: object.class === 'motorcycle',
    },
  };
  const bytesOf: Record<Exclude<EvidenceItem['kind'], 'model-frame'>, () => Promise<Buffer>> = {
    picture: () => drawMoment({ ...look, progress: 0.35 }),
    'exit-picture': () => drawMoment({ ...look, progress: 0.9 }),
    'plate-crop': () => drawPlate(look.plate),
    clip: () => drawClip(look),
  };
  const mediaTypes = {
    picture: 'image/jpeg',
    'exit-picture': 'image/jpeg',
    'plate-crop': 'image/png',
  } as const;
  const items: EvidenceItem[] = [];
  for (const kind of ['picture', 'exit-picture', 'plate-crop', 'clip'] as const) {
    if (order.without?.includes(kind) || (kind === 'plate-crop' && order.isRead === false)) continue;
    const bytes = isDrawn ? await bytesOf[kind]() : Buffer.from(derivedUuid(id, kind));
    items.push({
      ...{ observationId: kind === 'plate-crop' ? read.id : id, capturedAt, kind },
      ...{ digest: await objects.put(bytes), bytes: bytes.length },
      mediaType: kind === 'clip' ? 'video/mp4' : mediaTypes[kind],
    });
  }
  return items;
}
