import type { Identifier } from '@amaan/contracts/identifier';
import type { CoveredKind, MaskStyle } from '@amaan/contracts/redaction/masking';
import type { MaskableMediaType, MaskedObjectHead } from '@amaan/contracts/redaction/redactor-messages';
import type { WebSocket } from 'ws';

/** A picture or clip to mask. */
export interface ObjectToMask {
  readonly bytes: Uint8Array;
  readonly mediaType: MaskableMediaType;
  /** Whose it is: the permit must cover this camera. */
  readonly cameraId: Identifier;
  /** Left out: faces and plates. */
  readonly kinds?: readonly CoveredKind[];
  /** Left out: `fill`. */
  readonly style?: MaskStyle;
}

/** A masked object, of the same media type, and under what it was made. */
export interface MaskedObject extends MaskedObjectHead {
  readonly bytes: Uint8Array;
}

/**
 * What the redactor does for the server. Whatever goes wrong, nothing bare is ever given.
 *
 * All of its methods throw HttpError 409 `MASKING_NOT_PERMITTED` where no permit of redaction covers the camera now, and
 * 503 `MASKING_NOT_AVAILABLE` where the redactor, the worker or the camera cannot be reached; both are sentences for people.
 */
export interface Masking {
  /** The masked newest picture of a camera, JPEG, at most some seconds old. @throws HttpError 404 `PICTURE_NOT_AVAILABLE` */
  picture(cameraId: Identifier): Promise<{ readonly mediaType: 'image/jpeg'; readonly body: Buffer }>;
  /**
   * Shows the masked live view until either side ends it. It throws nothing: a refusal closes the socket with a code of
   * `LIVE_CLOSE_CODES` and a sentence.
   */
  watch(cameraId: Identifier, viewer: WebSocket): void;
  /**
   * Masks a picture or clip. It takes some seconds for a clip.
   * @throws HttpError 422 with the code that `amaan redact` gives: `PICTURE_UNREADABLE`, `REDACT_INPUT_KIND`,
   *   `SOURCE_NOT_VIDEO`, `SOURCE_UNREADABLE`, …; 413 `OBJECT_TOO_LARGE`
   */
  mask(object: ObjectToMask): Promise<MaskedObject>;
}
