import type { PixelPoint } from '@amaan/vision/image/homography';

/**
 * The 68 points of the iBUG 300-W scheme, in pixels of the picture: 0–16 the jaw from the left of the picture to the
 * right, 17–26 the brows, 27–35 the nose, 36–47 the eyes, 48–67 the mouth. Source: C. Sagonas et al., "300 Faces
 * in-the-Wild Challenge", ICCV Workshops (2013).
 */
export type Landmarks = readonly PixelPoint[];

/** Middle of both eyes, tip of the nose, corners of the mouth; left is the left of the picture. */
export type FivePoints = readonly [PixelPoint, PixelPoint, PixelPoint, PixelPoint, PixelPoint];

/** The five points by which a face is aligned. Eyes by the middle of their lids, which a wink moves little. */
export function fivePointsOf(landmarks: Landmarks): FivePoints {
  return [
    meanOf(landmarks, [37, 38, 40, 41]),
    meanOf(landmarks, [43, 44, 46, 47]),
    landmarks[30]!,
    meanOf(landmarks, [48, 60]),
    meanOf(landmarks, [54, 64]),
  ];
}

/** The mean of some of the points. */
export function meanOf(landmarks: Landmarks, indices: readonly number[]): PixelPoint {
  let x = 0;
  let y = 0;
  for (const index of indices) {
    x += landmarks[index]!.x;
    y += landmarks[index]!.y;
  }
  return { x: x / indices.length, y: y / indices.length };
}
