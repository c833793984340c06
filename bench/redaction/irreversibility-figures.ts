import { openFaceReader } from '@amaan/cli/faces/open-face-reader';
import { alignFace } from '@amaan/face-recognition/alignment/align-face';
import { type FaceTemplate, similarityOf } from '@amaan/face-recognition/embedding/embed-face';
import type { ExaminedFace } from '@amaan/face-recognition/face-reader';
import { fivePointsOf } from '@amaan/face-recognition/landmarks/landmarks';
import { faceRecognition } from '@amaan/face-recognition/system';
import { searchThreshold } from '@amaan/face-recognition/threshold/search-threshold';
import { grownBox } from '@amaan/redaction/covers/box-arithmetic';
import { maskPicture } from '@amaan/redaction/masks/mask-picture';
import { MASK_STYLES, type MaskStyle, MOST_BITS } from '@amaan/redaction/masks/mask-style';
import { redaction } from '@amaan/redaction/system';
import type { Picture } from '@amaan/vision/image/picture';
import { matchFaces } from '../faces/match-faces.ts';
import type { SamplePhoto } from '../faces/sample-photos.ts';
import type { Figure } from '../figure.ts';
import { figure, share } from './redaction-figure.ts';

interface KnownMask {
  readonly person: string;
  readonly bare: FaceTemplate;
  readonly masked: Readonly<Record<MaskStyle, FaceTemplate>>;
}

/**
 * Whether facial recognition's own model still knows a masked face. It is given more than an attacker has: the masked
 * face is straightened by the landmarks of the original.
 */
export async function* irreversibilityFigures(photos: readonly SamplePhoto[]): AsyncGenerator<Figure> {
  const known = await Array.fromAsync(knownMasks(photos.filter(({ separation }) => separation)));
  const { threshold } = searchThreshold(1, faceRecognition.thresholds.falseMatchesPerSearch);
  const pairs = known.flatMap((one, index) =>
    known.slice(0, index).map((other) => ({ one, other, isSame: one.person === other.person })),
  );
  const others = pairs.filter(({ isSame }) => !isSame);
  const falsely = others.filter(({ one, other }) => similarityOf(one.bare, other.bare) >= threshold).length;
  yield figure(
    `irreversibility: threshold for one comparison, ${known.length} faces`,
    threshold,
    'similarity',
  );
  yield share('bare faces of two people that match (chance)', falsely, others.length);
  const same = pairs.filter(({ isSame }) => isSame);
  yield share(
    'bare faces of one person that match',
    same.filter(({ one, other }) => similarityOf(one.bare, other.bare) >= threshold).length,
    same.length,
  );
  for (const style of MASK_STYLES) {
    const matched = known.filter(({ bare, masked }) => similarityOf(bare, masked[style]) >= threshold).length;
    const chance = falsely / Math.max(1, others.length);
    yield {
      ...share(`${style}: masked faces that match their own bare picture`, matched, known.length),
      aim: 'no more than chance',
      met: matched / known.length <= chance,
    };
    const first = known.filter((one) => nearest(one.masked[style], known, 'bare') === one).length;
    yield {
      ...share(`${style}: own bare picture is the nearest of ${known.length}`, first, known.length),
      floor: 1 / known.length,
    };
    yield parrot(style, known);
  }
  yield figure('most that pixelate and blur keep of an area', MOST_BITS, 'bits');
}

/** Whoever has masked pictures of known people can compare masked with masked: of other photographs of theirs. */
function parrot(style: MaskStyle, known: readonly KnownMask[]): Figure {
  let found = 0;
  let chance = 0;
  let count = 0;
  for (const one of known) {
    const rest = known.filter((other) => other !== one);
    const same = rest.filter(({ person }) => person === one.person).length;
    if (same === 0) continue;
    count += 1;
    chance += same / rest.length;
    if (nearest(one.masked[style], rest, style).person === one.person) found += 1;
  }
  return {
    ...share(`${style}: the nearest other masked face is the same person’s`, found, count),
    floor: chance / Math.max(1, count),
  };
}

function nearest(template: FaceTemplate, among: readonly KnownMask[], as: 'bare' | MaskStyle): KnownMask {
  let best = among[0]!;
  let most = Number.NEGATIVE_INFINITY;
  for (const one of among) {
    const similarity = similarityOf(template, as === 'bare' ? one.bare : one.masked[as]);
    if (similarity > most) [best, most] = [one, similarity];
  }
  return best;
}

async function* knownMasks(photos: readonly SamplePhoto[]): AsyncGenerator<KnownMask> {
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
