import type { FaceSearchScope } from '@amaan/contracts/faces/face-authorisation';
import type { Identifier } from '@amaan/contracts/identifier';
import type { Instant } from '@amaan/contracts/instant';

/**
 * The moment for which an authorisation has to be in force: on a camera that of the capture, by the control plane's
 * clock; with a picture after the event that of the search.
 * @param cameraId null: a picture after the event
 * @returns Unix time in milliseconds
 */
export function searchedAt(
  cameraId: Identifier | null,
  { capturedAt, clockOffsetMs }: { readonly capturedAt: Instant; readonly clockOffsetMs: number },
  raisedAt: Instant,
): number {
  return cameraId === null ? Date.parse(raisedAt) : Date.parse(capturedAt) - clockOffsetMs;
}

/** Whether an authorisation is for a camera, or for pictures after the event (null). */
export function coversPlace(scope: FaceSearchScope, cameraId: Identifier | null): boolean {
  if (scope.kind === 'after-the-event') return cameraId === null;
  return cameraId !== null && scope.cameraIds.includes(cameraId);
}
