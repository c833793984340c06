import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { sharedData } from '@amaan/vision/detectors/testing/shared-data';
import { frameOfClip } from '@amaan/vision/sources/frame-of-clip';
import { z } from 'zod';
import type { Figure } from '../figure.ts';
import { LEAST_FACE } from './mask-photo.ts';
import { COVERED, filledShare, needlessShare } from './masked-share.ts';
import { figure, share } from './redaction-figure.ts';
import type { WorkFolder } from './work-folder.ts';

const Face = z.object({
  box: z.tuple([z.number(), z.number(), z.number(), z.number()]),
  view: z.enum(['profile', 'away']),
});
const Clip = z.object({
  path: z.string(),
  width: z.int(),
  height: z.int(),
  frames: z.array(z.object({ frame: z.int(), faces: z.array(Face) })),
});
type Clip = z.infer<typeof Clip>;

/** The marks, in the repository. */
export const MARKED_CLIPS = join(import.meta.dirname, 'marked-clips.json');
/** Frames before and after the marked ones that are masked with them, so that tracks are as they would be. */
const AROUND = 30;
/** Marked frames that are farther apart are passages of their own. */
const APART = 60;

/** Covered, of how many. */
export type Counted = readonly [covered: number, of: number];

/** What became of the marked faces of one clip. */
export interface ClipCoverage {
  readonly name: string;
  /** Faces of 20 px of height and more in profile. */
  readonly profile: Counted;
  /** Faces of 15–19 px in profile. */
  readonly small: Counted;
  /** Heads turned away of which some cheek shows. */
  readonly away: Counted;
  /** Share of a frame that is covered where no face is marked. */
  readonly needless: number;
}

/** Masks the marked passages of the clips that are in a folder, and looks at the marked faces in the masked files. */
export async function* markedClips(folder: WorkFolder, clipsIn: string): AsyncGenerator<ClipCoverage> {
  const { clips } = z
    .object({ clips: z.array(Clip) })
    .parse(JSON.parse(await readFile(MARKED_CLIPS, 'utf8')));
  for (const clip of clips) {
    const name = basename(clip.path);
    const file = join(clipsIn, name);
    if (!existsSync(file)) continue;
    const counts = { profile: [0, 0], small: [0, 0], away: [0, 0] } satisfies Record<
      string,
      [number, number]
    >;
    let needless = 0;
    for (const passage of passagesOf(clip)) {
      const first = Math.max(0, passage[0]!.frame - AROUND);
      const last = passage.at(-1)!.frame + AROUND;
      const original = await folder.encode([
        ...['-i', file, '-an', '-vf', `trim=start_frame=${first}:end_frame=${last + 1},setpts=PTS-STARTPTS`],
        ...['-c:v', 'libx264', '-preset', 'veryfast', '-crf', '14', '-pix_fmt', 'yuv420p'],
      ]);
      const { out } = await folder.redact(original);
      for (const { frame, faces } of passage) {
        const masked = await frameOfClip(out, frame - first, clip, clip);
        const before = await frameOfClip(original, frame - first, clip, clip);
        for (const { box, view } of faces) {
          const count = counts[view === 'away' ? 'away' : box[3] >= LEAST_FACE ? 'profile' : 'small'];
          count[0] += filledShare(masked, box) >= COVERED ? 1 : 0;
          count[1] += 1;
        }
        needless += needlessShare(
          masked,
          before,
          faces.map(({ box }) => box),
        );
      }
    }
    yield { name, ...counts, needless: needless / clip.frames.length };
  }
}

/** How many faces marked by eye in the shared clips are covered in their frames, read from the masked files. */
export async function* markedClipFigures(folder: WorkFolder): AsyncGenerator<Figure> {
  for await (const { name, profile, small, away, needless } of markedClips(folder, sharedData('media'))) {
    yield share(`${name}: faces of ≥ ${LEAST_FACE} px in profile covered`, ...profile, 0.98);
    if (small[1] > 0) yield share(`${name}: faces of 15–19 px in profile covered`, ...small);
    yield share(`${name}: heads turned away of which some cheek shows covered`, ...away);
    yield figure(`${name}: covered where no face is marked`, 100 * needless, '% of a frame');
  }
}

function passagesOf({ frames }: Clip): Clip['frames'][] {
  const passages: Clip['frames'][] = [];
  for (const one of frames) {
    const before = passages.at(-1);
    if (before && one.frame - before.at(-1)!.frame <= APART) before.push(one);
    else passages.push([one]);
  }
  return passages;
}
