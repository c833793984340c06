import type { Observation } from '@amaan/contracts/observation';
import type { VehicleAttributes } from '@amaan/contracts/plates/vehicle';
import { SUBJECTS } from '@amaan/contracts/worker-messages';
import type { PlateRead } from '@amaan/store/plates/sightings';
import { samplePlateRead } from '@amaan/store/testing/sample-plate-read';
import { lineCrossed } from './observations.ts';
import type { TestServer } from './start-test-server.ts';
import type { WatchedCamera } from './watched-camera.ts';

/** A plate read of a watched camera, as a worker reports it. */
export function plateRead(
  { origin }: WatchedCamera,
  text: string,
  change: {
    readonly at?: number;
    readonly cameraId?: string;
    readonly confidence?: number;
    readonly vehicle?: Partial<VehicleAttributes>;
  } = {},
): PlateRead {
  const { at, cameraId, ...look } = change;
  const seen: Observation = lineCrossed({
    ...origin,
    ...(cameraId !== undefined && { cameraId }),
    ...(at !== undefined && { capturedAt: new Date(at).toISOString() }),
  });
  return samplePlateRead(seen, text, look);
}

/** Reports observations and waits until they are stored. */
export async function report(server: TestServer, ...observations: readonly Observation[]): Promise<void> {
  await server.workerBus.publish(
    SUBJECTS.reports,
    observations.map((observation) => ({
      id: observation.id,
      payload: { type: 'observation', observation },
    })),
  );
}
