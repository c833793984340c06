import { MASK_STYLES, type MaskStyle } from '@amaan/contracts/redaction/masking';
import { type FaceTemplate, similarityOf } from '@amaan/face-recognition/embedding/embed-face';
import { faceRecognition } from '@amaan/face-recognition/system';
import { searchThreshold } from '@amaan/face-recognition/threshold/search-threshold';
import { MOST_BITS } from '@amaan/redaction/masks/mask-style';
import type { SamplePhoto } from '../faces/sample-photos.ts';
import type { Figure } from '../figure.ts';
import { type KnownMask, knownMasks, recognised } from './known-masks.ts';
import { figure, share } from './redaction-figure.ts';

/**
 * Whether facial recognition's own model still knows a masked face. It is given more than an attacker has: the masked
 * face is straightened by the landmarks of the original.
 */
export async function* irreversibilityFigures(photos: readonly SamplePhoto[]): AsyncGenerator<Figure> {
  const known = await knownMasks(photos);
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
    const matched = recognised(known, style, threshold);
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
