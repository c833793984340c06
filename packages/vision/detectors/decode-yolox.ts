import { InferenceFailed } from '../sessions/inference-failed.ts';
import type { Candidate } from './candidate.ts';
import type { Decoder } from './decoder.ts';

const STRIDES = [8, 16, 32];

/**
 * Reads YOLOX's single output `1 × points × (5 + classes)` as its own export leaves it
 * (`decode_in_inference` off): per point the offset of the centre in cells, the logarithm of width and
 * height in cells, the objectness and the class scores, these two after the sigmoid. Points run over the
 * grids of stride 8, 16 and 32, row by row.
 * Source: Ge et al., "YOLOX: Exceeding YOLO Series in 2021", arXiv 2107.08430; `demo_postprocess` of the
 * authors' code.
 */
export const decodeYolox: Decoder = ([output], { width, height, classes, confidence }) => {
  const values = 5 + classes.length;
  const points = STRIDES.reduce((sum, stride) => sum + (width / stride) * (height / stride), 0);
  if (output?.data.length !== points * values) {
    throw new InferenceFailed(
      'MODEL_OUTPUT_UNEXPECTED',
      `A YOLOX output of 1 × ${points} × ${values} was expected, not ${output?.dims.join(' × ')}.`,
    );
  }
  const { data } = output;
  const candidates: Candidate[] = [];
  let at = 0;
  for (const stride of STRIDES) {
    const columns = width / stride;
    const rows = height / stride;
    for (let row = 0; row < rows; row++) {
      for (let column = 0; column < columns; column++, at += values) {
        const objectness = data[at + 4]!;
        // A product of two probabilities is at most the smaller one: most points end here.
        if (objectness < confidence) continue;
        let classIndex = 0;
        for (let index = 1; index < classes.length; index++) {
          if (data[at + 5 + index]! > data[at + 5 + classIndex]!) classIndex = index;
        }
        const score = objectness * data[at + 5 + classIndex]!;
        if (score < confidence || classes[classIndex] === null) continue;
        const centreX = (data[at]! + column) * stride;
        const centreY = (data[at + 1]! + row) * stride;
        const halfWidth = (Math.exp(data[at + 2]!) * stride) / 2;
        const halfHeight = (Math.exp(data[at + 3]!) * stride) / 2;
        candidates.push({
          classIndex,
          confidence: score,
          left: centreX - halfWidth,
          top: centreY - halfHeight,
          right: centreX + halfWidth,
          bottom: centreY + halfHeight,
        });
      }
    }
  }
  return candidates;
};
