import type { Camera } from '@amaan/contracts/camera';
import { newIdentifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import type { SceneRule } from '@amaan/contracts/scene-rule';
import { Assignment, SUBJECTS } from '@amaan/contracts/worker-messages';
import { PermitKeySet } from '@amaan/governance/permits/permit-keys';
import { verifyPermit } from '@amaan/governance/permits/verify-permit';
import type { ObservationOrigin } from './observations.ts';
import { signInAs } from './sign-in-as.ts';
import type { TestServer } from './start-test-server.ts';
import type { TestClient } from './test-client.ts';

export interface WatchedCamera {
  readonly camera: Camera;
  readonly rule: SceneRule;
  /** What an observation of this camera names to be accepted. */
  readonly origin: ObservationOrigin;
}

/**
 * Adds a camera with a line on it and asks for the permit that covers it, as a worker does.
 * @param supervisor who draws the line; somebody new when left out
 */
export async function addWatchedCamera(
  server: TestServer,
  administrator: TestClient,
  supervisor?: TestClient,
): Promise<WatchedCamera> {
  const added = await administrator.post('/api/cameras', {
    name: 'Gate',
    url: 'rtsp://u:secret@10.0.0.5/s1',
  });
  const camera: Camera = added.json();
  const drawer = supervisor ?? (await signInAs(server, 'supervisor'));
  const drawn = await drawer.post(`/api/cameras/${camera.id}/rules`, {
    kind: 'line',
    name: 'Gate line',
    priority: 'high',
    line: [
      [0, 0.5],
      [1, 0.5],
    ],
  });
  const rule: SceneRule = drawn.json();
  const { permits, permitKeys } = await askAssignment(server);
  const claims = await verifyPermit(permits[0]!.token, await PermitKeySet.fromJwks(permitKeys));
  return {
    camera,
    rule,
    origin: {
      cameraId: camera.id,
      siteId: camera.siteId,
      permitId: claims.jti,
      modelDigest: claims.models[0]!.digest,
      configurationDigest: claims.configurationDigest,
      capturedAt: instantOf(Date.now()),
      rule: { id: rule.id, version: rule.version },
    },
  };
}

/** Asks for the assignment as a worker does. */
export async function askAssignment(server: TestServer): Promise<Assignment> {
  return Assignment.parse(
    await server.workerBus.request(SUBJECTS.assignment, {
      workerId: newIdentifier(),
      sentAt: instantOf(Date.now()),
    }),
  );
}
