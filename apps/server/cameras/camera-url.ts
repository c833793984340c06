import { isAbsolute } from 'node:path';
import { HttpError } from '../http/http-errors.ts';

const NETWORK_SCHEMES = new Set(['rtsp:', 'rtsps:', 'http:', 'https:']);

/**
 * Refuses what is neither a network camera nor a file on this machine: the video library understands many
 * more schemes, some of which read or join arbitrary files.
 * @throws HttpError 422 `CAMERA_URL_UNSUPPORTED`
 */
export function assertCameraUrl(url: string): void {
  const scheme = /^[a-z][a-z0-9+.-]*:/i.exec(url)?.[0].toLowerCase();
  if (scheme === undefined ? isAbsolute(url) : NETWORK_SCHEMES.has(scheme) && URL.canParse(url)) return;
  throw new HttpError(
    422,
    'CAMERA_URL_UNSUPPORTED',
    'A camera is an rtsp, rtsps, http or https URL or the full path of a video file; nothing was changed.',
  );
}
