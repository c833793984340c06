import type { FaceMatch } from '@amaan/contracts/faces/matches/face-match';

/** Where a face was seen: the camera's name, or where the picture that somebody brought was taken. */
export function matchPlace({ cameraName, search }: Pick<FaceMatch, 'cameraName' | 'search'>): string {
  return cameraName ?? search?.place ?? '';
}
