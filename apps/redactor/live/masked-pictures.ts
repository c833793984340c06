import type { Identifier } from '@amaan/contracts/identifier';
import type { CameraFeed } from '@amaan/contracts/redaction/redactor-messages';
import { redaction } from '@amaan/redaction/system';
import { sharp } from '@amaan/vision/image/configured-sharp';
import { encodeJpeg } from '@amaan/vision/image/encode-jpeg';
import type { Picture } from '@amaan/vision/image/picture';
import { maskStill } from '../files/mask-still.ts';
import type { SightingFinder } from '../finding/sighting-finder.ts';
import { MaskingDenied } from '../masking-denied.ts';

/** As long as the worker keeps its own. */
const PICTURE_AGE_MS = 5_000;
const FETCH_TIMEOUT_MS = 5_000;

export interface MaskedPicturesOptions {
  /** @throws PermitDenied when the camera may not be looked at now. */
  readonly admit: (cameraId: Identifier) => void;
  readonly finderOf: (cameraId: Identifier) => Pick<SightingFinder, 'find'>;
}

interface Kept {
  readonly madeAt: number;
  readonly feed: CameraFeed;
  readonly jpeg: Promise<Buffer | null>;
}

/** The newest picture of each camera, masked: made once for all who ask within some seconds. */
export class MaskedPictures {
  readonly #options: MaskedPicturesOptions;
  readonly #kept = new Map<Identifier, Kept>();

  constructor(options: MaskedPicturesOptions) {
    this.#options = options;
  }

  /**
   * @returns JPEG no larger than the live view, or null when the camera has no picture.
   * @throws PermitDenied, or MaskingDenied `MASKING_NOT_AVAILABLE` when the worker does not answer.
   */
  async picture(cameraId: Identifier, feed: CameraFeed): Promise<Buffer | null> {
    this.#options.admit(cameraId);
    const now = performance.now();
    const kept = this.#kept.get(cameraId);
    if (kept && now - kept.madeAt <= PICTURE_AGE_MS && kept.feed.liveToken === feed.liveToken)
      return kept.jpeg;
    this.#forgetOld(now);
    const jpeg = this.#make(cameraId, feed);
    this.#kept.set(cameraId, { madeAt: now, feed, jpeg });
    // What failed is not kept: the next one who asks tries again.
    jpeg.catch(() => this.#kept.delete(cameraId));
    return jpeg;
  }

  #forgetOld(now: number): void {
    for (const [cameraId, { madeAt }] of this.#kept)
      if (now - madeAt > PICTURE_AGE_MS) this.#kept.delete(cameraId);
  }

  async #make(cameraId: Identifier, feed: CameraFeed): Promise<Buffer | null> {
    const open = await fetchPicture(cameraId, feed);
    if (!open) return null;
    const picture = await decodeForScreen(open);
    await maskStill(picture, this.#options.finderOf(cameraId), redaction.settings.liveStyle);
    return encodeJpeg(picture);
  }
}

async function fetchPicture(
  cameraId: Identifier,
  { liveUrl, liveToken }: CameraFeed,
): Promise<Buffer | null> {
  const response = await fetch(`${liveUrl}/cameras/${cameraId}/picture`, {
    headers: { authorization: `Bearer ${liveToken}` },
    signal: AbortSignal.timeout(FETCH_TIMEOUT_MS),
  }).catch((cause) => {
    throw new MaskingDenied('MASKING_NOT_AVAILABLE', 'The worker that runs this camera does not answer.', {
      cause,
    });
  });
  const body = Buffer.from(await response.arrayBuffer());
  return response.ok ? body : null;
}

async function decodeForScreen(jpeg: Buffer): Promise<Picture> {
  const side = redaction.settings.liveSide;
  const { data, info } = await sharp(jpeg)
    .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, pixels: new Uint8Array(data) };
}
