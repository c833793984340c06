import type { OutputTensor } from '@amaan/vision/sessions/output-tensor';
import type { FoundFace } from './face-box.ts';
import type { ViewSize } from './plan-looks.ts';

/**
 * What the detector says of one view.
 *
 * @param scores `1 × N × 2`: for each of its places the probability of none and of a face.
 * @param boxes `1 × N × 4`: left, top, right, bottom as fractions of the view.
 * @param least confidence of what is given back.
 * @returns faces in pixels of the view, many of them several times.
 */
export function decodeFaces(
  scores: OutputTensor,
  boxes: OutputTensor,
  { width, height }: ViewSize,
  least: number,
): FoundFace[] {
  const faces: FoundFace[] = [];
  const places = Math.min(scores.data.length / 2, boxes.data.length / 4);
  for (let place = 0; place < places; place++) {
    const confidence = scores.data[place * 2 + 1]!;
    if (!(confidence >= least)) continue;
    const [left, top, right, bottom] = boxes.data.subarray(place * 4, place * 4 + 4);
    const box = {
      x: left! * width,
      y: top! * height,
      width: (right! - left!) * width,
      height: (bottom! - top!) * height,
    };
    if (box.width > 0 && box.height > 0) faces.push({ box, confidence });
  }
  return faces;
}
