import { LARGEST_FACE_PICTURE_BYTES } from '@amaan/contracts/faces/watchlist-entry';
import { HttpError } from '../http/http-errors.ts';

/** What a route shares that takes a picture in base64: four characters for three bytes, and some words beside it. */
export const PICTURE_BODY = {
  bodyLimit: Math.ceil((LARGEST_FACE_PICTURE_BYTES * 4) / 3) + 64 * 1024,
  errorHandler(error: Error): never {
    if ('code' in error && error.code === 'FST_ERR_CTP_BODY_TOO_LARGE')
      throw new HttpError(
        413,
        'PICTURE_TOO_LARGE',
        'The picture is larger than 15 MB; nothing was stored. Bring a smaller one.',
      );
    throw error;
  },
} as const;
