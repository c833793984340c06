import type {
  CalibrationAnchor,
  CalibrationAnchors,
  CalibrationDrift,
  PictureSize,
} from '@amaan/contracts/traffic/calibration';
import type { Frame } from '@amaan/vision/frame';
import { type GreyPicture, greyPicture } from './grey-picture.ts';

export interface DriftOptions {
  /** Pixels of the calibration's picture by which a camera may have moved. */
  readonly limitPx: number;
}

/** How far around its old place an anchor is looked for, in pixels of the small picture. */
const SEARCH = 14;
/** Normalised correlation from which a piece of picture is the same. */
const SAME = 0.8;
/** Of fewer anchors, or a smaller share of them, nothing follows. */
const LEAST_FOUND = 3;
const LEAST_SHARE = 0.4;

/**
 * How far a camera has moved since its calibration: each anchor is looked for around its old place by normalised
 * cross-correlation (Lewis, "Fast Normalized Cross-Correlation", 1995), to a fraction of a pixel by a parabola through
 * the best place and its neighbours; the median tells, so that a parked lorry in front of some does not matter.
 *
 * @param picture size that the calibration's pixels are of
 */
export function measureDrift(
  { pictureWidth, pictureHeight, anchors }: CalibrationAnchors,
  frame: Pick<Frame, 'width' | 'height' | 'pixels'>,
  picture: PictureSize,
  { limitPx }: DriftOptions,
): CalibrationDrift {
  const grey = greyPicture(frame, pictureWidth);
  const shifts =
    grey?.height === pictureHeight
      ? anchors.map((anchor) => shiftOf(anchor, grey)).filter((shift) => shift !== null)
      : [];
  const known = { found: shifts.length, anchors: anchors.length };
  if (shifts.length < LEAST_FOUND || shifts.length < LEAST_SHARE * anchors.length)
    return { verdict: 'unclear', movedPx: null, shiftPx: null, ...known };
  const scale = picture.width / pictureWidth;
  const shiftPx: [number, number] = [
    scale * median(shifts.map(([x]) => x)),
    scale * median(shifts.map(([, y]) => y)),
  ];
  // A camera that turned about its own axis moves nothing on average; its anchors moved all the same.
  const usual = scale * median(shifts.map(([x, y]) => Math.hypot(x, y)));
  const movedPx = Math.max(usual, Math.hypot(...shiftPx));
  return { verdict: movedPx > limitPx ? 'moved' : 'steady', movedPx, shiftPx, ...known };
}

/** Where an anchor is now against where it was; null where it is not to be seen. */
function shiftOf(anchor: CalibrationAnchor, picture: GreyPicture): readonly [number, number] | null {
  const reach = (Math.sqrt(anchor.levels.length) - 1) / 2;
  const x = Math.floor(anchor.at[0] * picture.width);
  const y = Math.floor(anchor.at[1] * picture.height);
  const pattern = centred(anchor.levels);
  if (!pattern) return null;
  const scores = new Map<string, number>();
  const score = (dx: number, dy: number): number => {
    const key = `${dx},${dy}`;
    const known = scores.get(key);
    if (known !== undefined) return known;
    const value = correlation(pattern, picture, x + dx, y + dy, reach);
    scores.set(key, value);
    return value;
  };
  let best = { dx: 0, dy: 0, value: score(0, 0) };
  for (let dy = -SEARCH; dy <= SEARCH; dy++)
    for (let dx = -SEARCH; dx <= SEARCH; dx++)
      if (score(dx, dy) > best.value) best = { dx, dy, value: score(dx, dy) };
  const { dx, dy, value } = best;
  if (value < SAME) return null;
  return [
    dx + peak(score(dx - 1, dy), value, score(dx + 1, dy)),
    dy + peak(score(dx, dy - 1), value, score(dx, dy + 1)),
  ];
}

/** Deviations from the mean, of unit length; null for a piece of even brightness. */
function centred(levels: readonly number[]): number[] | null {
  const mean = levels.reduce((sum, level) => sum + level, 0) / levels.length;
  const deviations = levels.map((level) => level - mean);
  const length = Math.hypot(...deviations);
  return length < 1 ? null : deviations.map((value) => value / length);
}

/** Correlation of a pattern with the picture around a place; −1 past the picture's edge. */
function correlation(
  pattern: readonly number[],
  { width, height, levels }: GreyPicture,
  x: number,
  y: number,
  reach: number,
): number {
  if (x < reach || y < reach || x >= width - reach || y >= height - reach) return -1;
  let [product, sum, squares, at] = [0, 0, 0, 0];
  for (let row = y - reach; row <= y + reach; row++) {
    for (let column = x - reach; column <= x + reach; column++, at++) {
      const level = levels[row * width + column]!;
      product += pattern[at]! * level;
      sum += level;
      squares += level * level;
    }
  }
  const spread = squares - (sum * sum) / pattern.length;
  return spread < 1 ? -1 : product / Math.sqrt(spread);
}

/** Offset of the top of a parabola through three equidistant values, the middle one the largest. */
function peak(before: number, top: number, after: number): number {
  const bend = before - 2 * top + after;
  return bend < 0 && before > -1 && after > -1 ? (before - after) / (2 * bend) : 0;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
