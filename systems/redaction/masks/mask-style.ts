/**
 * Cells along the longer side of a masked area, whatever its size in pixels: a close face keeps no more than a distant
 * one. Faces are recognised from about 7 × 10 pixels on by people who know them (A. W. Yip and P. Sinha, "Contribution
 * of color to face recognition", Perception 31 (2002) 995–1003), and networks trained for it do better (R. McPherson,
 * R. Shokri and V. Shmatikov, "Defeating image obfuscation with deep learning", arXiv:1609.00408): a cover is larger than
 * its face, of which about 2 × 3 cells are left.
 */
export const CELLS = 4;

/** Bits that are kept of each colour of a cell. */
export const BITS = 3;

/** The most that stays of a masked area's picture, in bits: its cells' colours, for each of three channels. */
export const MOST_BITS = CELLS * CELLS * BITS * 3;

/** The colour that stands for a value: the middle of its step, so that nothing finer is left. */
export function quantised(value: number): number {
  const step = 256 >> BITS;
  return Math.floor(Math.min(255, Math.max(0, value)) / step) * step + step / 2;
}

/** What fills an area in the style `fill`: a dark grey, in RGB and as luma and chroma. */
export const FILL = { rgb: 32, luma: 44, chroma: 128 } as const;
