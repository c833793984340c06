import { InferenceFailed } from '../sessions/inference-failed.ts';
import type { Candidate } from './candidate.ts';
import type { Decoder } from './decoder.ts';

const STRIDE = 4;

/**
 * Reads CenterNet's outputs: a heat map per class `1 × rows × columns × classes` after the sigmoid, and
 * `1 × rows × columns × 4`, the distances in pixels from the point to the left, top, right and bottom edge.
 * An object is where a class's heat is the largest of its 3 × 3 neighbourhood.
 * Source: Zhou et al., "Objects as Points", arXiv 1904.07850, section 4; four distances instead of a size
 * and an offset as in 610265158/mobilenetv3_centernet.
 */
export const decodeCenternet: Decoder = ([heat, edges], { width, height, classes, confidence }) => {
  const columns = width / STRIDE;
  const rows = height / STRIDE;
  if (heat?.data.length !== rows * columns * classes.length || edges?.data.length !== rows * columns * 4) {
    throw new InferenceFailed(
      'MODEL_OUTPUT_UNEXPECTED',
      `CenterNet's outputs do not have ${rows} × ${columns} points of ${classes.length} classes.`,
    );
  }
  const count = classes.length;
  const isPeak = (row: number, column: number, classIndex: number, value: number): boolean => {
    for (let y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y++) {
      for (let x = Math.max(0, column - 1); x <= Math.min(columns - 1, column + 1); x++) {
        if (heat.data[(y * columns + x) * count + classIndex]! > value) return false;
      }
    }
    return true;
  };
  const candidates: Candidate[] = [];
  for (let at = 0; at < heat.data.length; at++) {
    const value = heat.data[at]!;
    if (value < confidence) continue;
    const classIndex = at % count;
    const point = (at - classIndex) / count;
    const column = point % columns;
    const row = (point - column) / columns;
    if (classes[classIndex] === null || !isPeak(row, column, classIndex, value)) continue;
    candidates.push({
      classIndex,
      confidence: value,
      left: column * STRIDE - edges.data[point * 4]!,
      top: row * STRIDE - edges.data[point * 4 + 1]!,
      right: column * STRIDE + edges.data[point * 4 + 2]!,
      bottom: row * STRIDE + edges.data[point * 4 + 3]!,
    });
  }
  return candidates;
};
