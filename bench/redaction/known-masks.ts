import { openFaceReader } from '@amaan/cli/faces/open-face-reader';
import { MASK_STYLES, type MaskStyle } from '@amaan/contracts/redaction/masking';
import { alignFace } from '@amaan/face-recognition/alignment/align-face';
import { type FaceTemplate, similarityOf } from '@amaan/face-recognition/embedding/embed-face';
import type { ExaminedFace } from '@amaan/face-recognition/face-reader';
import { fivePointsOf } from '@amaan/face-recognition/landmarks/landmarks';
import { grownBox } from '@amaan/redaction/covers/box-arithmetic';
import { maskPicture } from '@amaan/redaction/masks/mask-picture';
import { redaction } from '@amaan/redaction/system';
import type { Picture } from '@amaan/vision/image/picture';
import { matchFaces } from '../faces/match-faces.ts';
import type { SamplePhoto } from '../faces/sample-photos.ts';

/** Templates of a face, bare and masked; they live as long as the measurement and are written nowhere. */
export interface KnownMask {
  readonly person: string;
  readonly bare: FaceTemplate;
  readonly masked: Readonly<Record<MaskStyle, FaceTemplate>>;
}

/**
 * The faces of photographs whose people are told apart, bare and masked. A masked face is straightened by the landmarks of
 * the bare one, which is more than an attacker has.
 */
export async function knownMasks(photos: readonly SamplePhoto[]): Promise<KnownMask[]> {
  return Array.fromAsync(eachKnownMask(photos.filter(({ separation }) => separation)));
}

/** How many masked faces facial recognition takes for their own bare picture. */
export function recognised(known: readonly KnownMask[], style: MaskStyle, threshold: number): number {
  return known.filter(({ bare, masked }) => similarityOf(bare, masked[style]) >= threshold).length;
}

async function* eachKnownMask(photos: readonly SamplePhoto[]): AsyncGenerator<KnownMask> {
  await using open = await openFaceReader(photos.length, 'bench');
  const { reader } = open;
  for (const { picture, faces } of photos) {
    const examined = await reader.examineAll(picture, null);
    for (const { marked, found } of matchFaces(faces, examined).pairs) {
      if (!found || marked.person === undefined) continue;
      const bare = await reader.embed(found, null);
      const masked: Partial<Record<MaskStyle, FaceTemplate>> = {};
      for (const style of MASK_STYLES) {
        const aligned = alignFace(maskedCopy(picture, found, style), fivePointsOf(found.landmarks));
        if (aligned) masked[style] = await reader.embed({ aligned }, null);
      }
      const { fill, pixelate, blur } = masked;
      if (fill && pixelate && blur) yield { person: marked.person, bare, masked: { fill, pixelate, blur } };
    }
  }
}

/** The picture with one face masked as redaction does it. */
function maskedCopy(picture: Picture, { box }: ExaminedFace, style: MaskStyle): Picture {
  const { width, height } = picture;
  const copy = { width, height, pixels: picture.pixels.slice() };
  const cover = grownBox(
    [box.x / width, box.y / height, box.width / width, box.height / height],
    redaction.thresholds.faceMargin,
  );
  maskPicture(copy, [cover], style);
  return copy;
}
