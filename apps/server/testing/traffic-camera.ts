import type { Camera } from '@amaan/contracts/camera';
import { digestOfBytes } from '@amaan/contracts/digest-of';
import { newIdentifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import type { Observation } from '@amaan/contracts/observation';
import { LaneSums } from '@amaan/contracts/traffic/lane-measures';
import type { TrafficIncident } from '@amaan/contracts/traffic/traffic-incident';
import { type TrafficView, TrafficViewInput } from '@amaan/contracts/traffic/traffic-view';
import { PermitKeySet } from '@amaan/governance/permits/permit-keys';
import { verifyPermit } from '@amaan/governance/permits/verify-permit';
import type { LaneMeasured } from '@amaan/store/traffic/lane-minutes';
import type { IncidentSeen } from '@amaan/store/traffic/traffic-incidents';
import { trafficManagement } from '@amaan/traffic-management/system';
import { approveSystem } from './approve-system.ts';
import type { TestServer } from './start-test-server.ts';
import type { TestClient } from './test-client.ts';
import { askAssignment } from './watched-camera.ts';

const PICTURE = { width: 1280, height: 720 };

/** A rectangle on a road that a camera looks along, and marks that no rectangle can have made. */
export const RECTANGLE = {
  ...{ method: 'rectangle', picture: PICTURE, acrossM: 7, alongM: 30, fastestKmh: 60 },
  corners: [
    [0.2, 0.95],
    [0.8, 0.95],
    [0.6, 0.4],
    [0.4, 0.4],
  ],
};
export const ON_ONE_LINE = {
  ...RECTANGLE,
  corners: [
    [0.2, 0.9],
    [0.4, 0.9],
    [0.6, 0.9],
    [0.8, 0.9],
  ],
};

/** Two lanes of one approach, side by side. */
export function twoLanes(change: object = {}): TrafficViewInput {
  const lane = (id: string, name: string, left: number) => ({
    ...{ id, name, approach: 'Northbound', bearing: 0, speedLimitKmh: 50 },
    polygon: [
      [0.4 + left * 0.1, 0.42],
      [0.5 + left * 0.1, 0.42],
      [0.5 + left * 0.28, 0.94],
      [0.22 + left * 0.28, 0.94],
    ],
    travel: [
      [0.45 + left * 0.1, 0.44],
      [0.38 + left * 0.25, 0.92],
    ],
    countingLine: [
      [0.3 + left * 0.2, 0.75],
      [0.5 + left * 0.2, 0.75],
    ],
    stopLine: [
      [0.26 + left * 0.24, 0.85],
      [0.5 + left * 0.24, 0.85],
    ],
  });
  return TrafficViewInput.parse({
    name: 'Mall Road',
    lanes: [lane('near-1', 'Near lane', 0), lane('near-2', 'Second lane', 1)],
    ...change,
  });
}

export interface TrafficCamera {
  readonly camera: Camera;
  readonly view: TrafficView;
  /** What an observation of this camera names to be accepted. */
  readonly origin: Pick<
    Observation,
    'cameraId' | 'siteId' | 'permitId' | 'modelDigest' | 'configurationDigest' | 'simulated'
  >;
}

/** Lets traffic management run, as if people had decided it. */
export async function approveTraffic(server: TestServer): Promise<void> {
  await approveSystem(server.db, server.services, trafficManagement);
  await server.services.permitUpkeep.followSystems();
}

/** A camera with two lanes, and the permit that covers it. */
export async function addTrafficCamera(
  server: TestServer,
  administrator: TestClient,
  supervisor: TestClient,
  {
    name = 'Mall Road',
    position = [74.3, 31.5],
    input = twoLanes(),
  }: {
    name?: string;
    position?: readonly [number, number];
    input?: TrafficViewInput;
  } = {},
): Promise<TrafficCamera> {
  const added = await administrator.post('/api/cameras', { name, url: 'rtsp://10.0.0.5/s1', position });
  const camera: Camera = added.json();
  const saved = await supervisor.request('PUT', `/api/cameras/${camera.id}/traffic`, {
    view: input,
    seen: 0,
    note: 'First drawing.',
  });
  if (saved.statusCode !== 200) throw new Error(`The lanes were not saved: ${saved.body}`);
  const { permits, permitKeys } = await askAssignment(server);
  const { token } = permits.find(({ system }) => system === trafficManagement.id)!;
  const claims = await verifyPermit(token, await PermitKeySet.fromJwks(permitKeys));
  return {
    camera,
    view: saved.json(),
    origin: {
      ...{ cameraId: camera.id, siteId: camera.siteId, permitId: claims.jti, simulated: false },
      ...{ modelDigest: claims.models[0]!.digest, configurationDigest: claims.configurationDigest },
    },
  };
}

const frameDigest = digestOfBytes(Buffer.from('frame'));

/** A minute of a lane, as a worker reports it. @param from Unix time in milliseconds, on a whole minute */
export function laneMeasured(
  { origin, view }: TrafficCamera,
  laneId: string,
  from: number,
  sums: Partial<LaneSums> = {},
): LaneMeasured {
  return {
    ...origin,
    ...{ id: newIdentifier(), system: trafficManagement.id, kind: 'lane-measured', frameDigest },
    ...{ clockOffsetMs: 0, capturedAt: instantOf(from + 59_800) },
    view: { id: view.id, version: view.version },
    minute: {
      laneId,
      from: instantOf(from),
      sums: LaneSums.parse({ observedMs: 60_000, counts: { car: 4, motorcycle: 7 }, ...sums }),
    },
  };
}

/** An incident, as a worker reports it at the moment. */
export function incidentSeen(
  { origin, view }: TrafficCamera,
  change: Partial<TrafficIncident> = {},
  at = Date.now(),
): IncidentSeen {
  return {
    ...origin,
    ...{ id: newIdentifier(), system: trafficManagement.id, kind: 'traffic-incident', frameDigest },
    ...{ clockOffsetMs: 0, capturedAt: instantOf(at) },
    view: { id: view.id, version: view.version },
    incident: {
      ...{ kind: 'stopped-vehicle', laneId: 'near-1', began: instantOf(at - 10_000), noticed: instantOf(at) },
      ...{ secondsToDetect: 10, box: [0.4, 0.5, 0.1, 0.1], queueVehicles: null, speedKmh: 0 },
      object: { class: 'car', confidence: 0.8, box: [0.4, 0.5, 0.1, 0.1], track: 9 },
      ...change,
    },
  };
}
