import type { Candidate } from './candidate.ts';

/**
 * Greedy non-maximum suppression within each class: of candidates whose boxes overlap by more than
 * `overlap` (intersection over union) only the most confident stays.
 * @returns what stays, most confident first.
 */
export function suppressNonMaxima(candidates: readonly Candidate[], overlap: number): Candidate[] {
  const kept: Candidate[] = [];
  const byConfidence = candidates.toSorted((a, b) => b.confidence - a.confidence);
  for (const candidate of byConfidence) {
    const isWeakerDouble = kept.some(
      (stronger) =>
        stronger.classIndex === candidate.classIndex && intersectionOverUnion(stronger, candidate) > overlap,
    );
    if (!isWeakerDouble) kept.push(candidate);
  }
  return kept;
}

function intersectionOverUnion(a: Candidate, b: Candidate): number {
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  if (width <= 0 || height <= 0) return 0;
  const intersection = width * height;
  return intersection / (area(a) + area(b) - intersection);
}

function area(box: Candidate): number {
  return (box.right - box.left) * (box.bottom - box.top);
}
