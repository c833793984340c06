import { LARGEST_FACE_PICTURE_BYTES } from '@amaan/contracts/faces/watchlist-entry';
import { HttpError } from '../http/http-errors.ts';
import { largestBody } from '../http/largest-body.ts';

/** What a route shares that takes a picture in base64: four characters for three bytes, and some words beside it. */
export const PICTURE_BODY = largestBody(
  Math.ceil((LARGEST_FACE_PICTURE_BYTES * 4) / 3) + 64 * 1024,
  () =>
    new HttpError(
      413,
      'PICTURE_TOO_LARGE',
      'The picture is larger than 15 MB; nothing was stored. Bring a smaller one.',
    ),
);
