import { frameOfClip } from '@amaan/vision/sources/frame-of-clip';
import { LEAST_FACE } from './mask-photo.ts';
import { COVERED, filledShare, needlessShare } from './masked-share.ts';
import type { MovingCrowd } from './moving-crowd.ts';
import type { WorkFolder } from './work-folder.ts';

/** Every so many frames one is looked at: most of them lie between those that redaction looked at. */
const EVERY = 9;

/** A face in one frame of the made-up recording. */
export interface CrowdSight {
  readonly isCovered: boolean;
  /** In pixels. */
  readonly height: number;
  /** The same for the same face in other frames. */
  readonly face: string;
  /** Whether it is nearer to an edge of its frame than its own height. */
  readonly isNearEdge: boolean;
}

/** Masks the made-up recording, and looks whether its faces are covered, frame by frame. */
export async function crowdCoverage(
  crowd: MovingCrowd,
  folder: WorkFolder,
): Promise<{ sights: CrowdSight[]; needless: number }> {
  const { out } = await folder.redact(crowd.file);
  const sights: CrowdSight[] = [];
  let needless = 0;
  let looked = 0;
  for (let frame = 0; frame < crowd.frames; frame += EVERY) {
    const masked = await frameOfClip(out, frame, crowd, crowd);
    const faces = crowd.facesAt(frame);
    for (const { face, box } of faces) {
      const [x, y, width, height] = box;
      if (height < LEAST_FACE) continue;
      const margin = Math.min(x, y, crowd.width - x - width, crowd.height - y - height);
      const isCovered = filledShare(masked, box) >= COVERED;
      sights.push({ isCovered, height, face, isNearEdge: margin < height });
    }
    needless += needlessShare(
      masked,
      await frameOfClip(crowd.file, frame, crowd, crowd),
      faces.map(({ box }) => box),
    );
    looked += 1;
  }
  return { sights, needless: needless / looked };
}

/** The faces that were covered in every frame that was looked at, of all. */
export function neverBare(sights: readonly CrowdSight[]): { covered: number; faces: number } {
  const byFace = [...Map.groupBy(sights, ({ face }) => face).values()];
  const covered = byFace.filter((of) => of.every(({ isCovered }) => isCovered)).length;
  return { covered, faces: byFace.length };
}

/** Faces by their height in pixels. */
export const HEIGHT_BANDS = [
  { name: '20–32 px', least: 20, below: 32 },
  { name: '32–64 px', least: 32, below: 64 },
  { name: '≥ 64 px', least: 64, below: Number.POSITIVE_INFINITY },
] as const;
