import type { Camera } from '@amaan/contracts/camera';
import { instantOf } from '@amaan/contracts/instant';
import type { CalibrationDrift } from '@amaan/contracts/traffic/calibration';
import type { TrafficView } from '@amaan/contracts/traffic/traffic-view';
import type { NoticedIncident } from '../incidents/incident-reporter.ts';

/** What is put on record when a camera that is calibrated was found to have moved. */
export function movedCameraIncident(
  camera: Pick<Camera, 'id' | 'name' | 'groupId'>,
  view: Pick<TrafficView, 'id' | 'version'>,
  drift: CalibrationDrift,
  now: number,
): NoticedIncident {
  const pixels = drift.movedPx === null ? 'an unknown number of' : drift.movedPx.toFixed(1);
  return {
    system: 'traffic-management',
    title: `${camera.name} has moved since it was calibrated`.slice(0, 200),
    incident: {
      source: 'monitoring',
      severity: 'medium',
      what: `The picture of “${camera.name}” lies ${pixels} pixels off where it was when its lanes were drawn (${drift.found} of ${drift.anchors} fixed places were found again). Speeds, densities and queues in metres are not measured there since; vehicles are still counted. Look at the camera, then draw its lanes and calibrate it anew.`,
      detectedAt: instantOf(now),
      cameraGroupId: camera.groupId,
      key: `traffic-calibration-moved ${view.id} ${view.version}`,
      facts: { cameraId: camera.id, view: { id: view.id, version: view.version }, ...drift },
    },
  };
}
