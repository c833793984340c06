import type { FaceQualityScore } from '@amaan/contracts/faces/matches/possible-match';

/** Below it a part of the quality, or the whole, is called weak to whoever compares two pictures. */
export const WEAK = 0.5;

export type QualityPart = Exclude<keyof FaceQualityScore, 'total'>;

/** In the order in which they are shown. The type keeps the list complete. */
const ORDER: Record<QualityPart, number> = { size: 1, pose: 2, sharpness: 3, light: 4, visibility: 5 };
export const QUALITY_PARTS = (Object.keys(ORDER) as QualityPart[]).sort((a, b) => ORDER[a] - ORDER[b]);

/** What is weak about a face, the weakest first. */
export function weakParts(quality: FaceQualityScore): QualityPart[] {
  return QUALITY_PARTS.filter((part) => quality[part] < WEAK).sort((a, b) => quality[a] - quality[b]);
}
