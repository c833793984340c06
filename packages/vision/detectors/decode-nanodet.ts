import { InferenceFailed } from '../sessions/inference-failed.ts';
import type { OutputTensor } from '../sessions/output-tensor.ts';
import type { Candidate } from './candidate.ts';
import type { Decoder, DecoderContext } from './decoder.ts';

const STRIDES = [8, 16, 32];

/**
 * Reads NanoDet's outputs: for each of the strides 8, 16 and 32 the class scores `1 × cells × classes`
 * after the sigmoid, then for each stride the box distributions `1 × cells × 4 · bins`. Cells run row by
 * row. The distance from a cell's centre to the left, top, right and bottom edge is the expectation of its
 * distribution, in strides.
 * Source: Li et al., "Generalized Focal Loss", arXiv 2006.04388, equation 3; RangiLyu/nanodet,
 * `nanodet_head.py`, for the order and the centres.
 */
export const decodeNanodet: Decoder = (outputs, context) => {
  const { length } = STRIDES;
  return STRIDES.flatMap((stride, level) =>
    decodeLevel(outputs[level], outputs[length + level], stride, context),
  );
};

function decodeLevel(
  scores: OutputTensor | undefined,
  distributions: OutputTensor | undefined,
  stride: number,
  { width, height, classes, confidence }: DecoderContext,
): Candidate[] {
  const columns = width / stride;
  const cells = columns * (height / stride);
  const bins = distributions === undefined ? Number.NaN : distributions.data.length / cells / 4;
  if (scores?.data.length !== cells * classes.length || !Number.isInteger(bins)) {
    throw new InferenceFailed(
      'MODEL_OUTPUT_UNEXPECTED',
      `NanoDet's outputs for stride ${stride} do not have ${cells} cells of ${classes.length} classes.`,
    );
  }
  const boxes = distributions!.data;
  const candidates: Candidate[] = [];
  for (let cell = 0; cell < cells; cell++) {
    const first = cell * classes.length;
    let classIndex = 0;
    for (let index = 1; index < classes.length; index++) {
      if (scores.data[first + index]! > scores.data[first + classIndex]!) classIndex = index;
    }
    const score = scores.data[first + classIndex]!;
    if (score < confidence || classes[classIndex] === null) continue;
    const centreX = ((cell % columns) + 0.5) * stride;
    const centreY = (Math.floor(cell / columns) + 0.5) * stride;
    const distance = (side: number): number => expectation(boxes, (cell * 4 + side) * bins, bins) * stride;
    candidates.push({
      classIndex,
      confidence: score,
      left: centreX - distance(0),
      top: centreY - distance(1),
      right: centreX + distance(2),
      bottom: centreY + distance(3),
    });
  }
  return candidates;
}

/** Expectation over 0, 1, 2 … of the softmax of `count` logits. */
function expectation(logits: Float32Array, from: number, count: number): number {
  let largest = Number.NEGATIVE_INFINITY;
  for (let index = 0; index < count; index++) largest = Math.max(largest, logits[from + index]!);
  let total = 0;
  let weighted = 0;
  for (let index = 0; index < count; index++) {
    const weight = Math.exp(logits[from + index]! - largest);
    total += weight;
    weighted += weight * index;
  }
  return weighted / total;
}
