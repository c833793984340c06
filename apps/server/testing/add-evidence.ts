import type { EvidenceItem } from '@amaan/contracts/evidence-item';
import { instantOf } from '@amaan/contracts/instant';
import { SUBJECTS } from '@amaan/contracts/worker-messages';
import { insertEvidenceItems } from '@amaan/store/evidence-items';
import { expect, vi } from 'vitest';
import { lineCrossed } from './observations.ts';
import { signInAs } from './sign-in-as.ts';
import type { TestServer } from './start-test-server.ts';
import { addWatchedCamera, type WatchedCamera } from './watched-camera.ts';

const MEDIA_TYPES = {
  clip: 'video/mp4',
  picture: 'image/jpeg',
  'model-frame': 'image/png',
  'plate-crop': 'image/png',
  'exit-picture': 'image/jpeg',
} as const;

/**
 * An alert of a camera with one stored item.
 * @param watched the camera; a new one when left out
 */
export async function addEvidence(
  server: TestServer,
  { kind, bytes }: { readonly kind: EvidenceItem['kind']; readonly bytes: Uint8Array },
  watched?: WatchedCamera,
): Promise<EvidenceItem & { readonly siteId: string; readonly cameraId: string }> {
  const { origin } = watched ?? (await addWatchedCamera(server, await signInAs(server, 'administrator')));
  const observation = lineCrossed({ ...origin, capturedAt: instantOf(Date.now()) });
  await server.workerBus.publish(SUBJECTS.reports, [
    { id: observation.id, payload: { type: 'observation', observation } },
  ]);
  await vi.waitFor(async () => {
    const stored = await server.db
      .selectFrom('observation')
      .select('id')
      .where('id', '=', observation.id)
      .execute();
    expect(stored).toHaveLength(1);
  });
  const item: EvidenceItem = {
    observationId: observation.id,
    capturedAt: observation.capturedAt,
    kind,
    digest: await server.objects.put(bytes),
    mediaType: MEDIA_TYPES[kind],
    bytes: bytes.length,
  };
  await insertEvidenceItems(server.db, [item]);
  return { ...item, siteId: origin.siteId, cameraId: origin.cameraId };
}
