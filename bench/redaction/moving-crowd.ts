import { writeFile } from 'node:fs/promises';
import { sharp } from '@amaan/vision/image/configured-sharp';
import type { Picture } from '@amaan/vision/image/picture';
import type { MarkedFace, SamplePhoto } from '../faces/sample-photos.ts';
import { resized } from '../faces/scale-photo.ts';
import type { WorkFolder } from './work-folder.ts';

const WIDTH = 1280;
const HEIGHT = 720;
const RATE = 25;
/** Frames of each scene. */
export const SCENE = 75;
/** Heights in pixels of the smallest face of each photograph, a scene for each. */
const HEIGHTS = [22, 36, 60] as const;
/** The canvas is larger than the view by what the view moves over it. */
const MARGIN = SCENE * 2;

type Box = MarkedFace['box'];

/** A made-up recording of known faces: a view that moves over photographs, with a cut between scenes. */
export interface MovingCrowd {
  readonly file: string;
  readonly width: number;
  readonly height: number;
  readonly frames: number;
  /** The marked faces that lie wholly in a frame; `face` is the same for the same face in other frames. */
  facesAt(frame: number): { readonly face: string; readonly box: Box }[];
}

/**
 * 720p, 25 frames/s, 9 s: the sample photographs side by side, at three sizes, under a view that moves by two pixels a
 * frame. The whole picture changes in every frame, which is the most work that there is.
 */
export async function movingCrowd(photos: readonly SamplePhoto[], folder: WorkFolder): Promise<MovingCrowd> {
  const scenes: { faces: Box[]; file: string }[] = [];
  for (const height of HEIGHTS) {
    const { canvas, faces } = await compose(photos, height);
    const picture = folder.fresh('.png');
    const { width, height: tall } = canvas;
    await sharp(canvas.pixels, { raw: { width, height: tall, channels: 3 } }).toFile(picture);
    const view = `crop=${WIDTH}:${HEIGHT}:n*2:n,format=yuv420p`;
    const file = await folder.encode([
      ...['-loop', '1', '-framerate', `${RATE}`, '-i', picture, '-frames:v', `${SCENE}`, '-vf', view],
      ...['-c:v', 'libx264', '-preset', 'veryfast', '-crf', '20'],
    ]);
    scenes.push({ faces, file });
  }
  const list = folder.fresh('.txt');
  await writeFile(list, scenes.map(({ file }) => `file '${file}'\n`).join(''));
  const file = await folder.encode(['-f', 'concat', '-safe', '0', '-i', list, '-c', 'copy']);
  return {
    file,
    width: WIDTH,
    height: HEIGHT,
    frames: SCENE * HEIGHTS.length,
    facesAt(frame) {
      const scene = Math.floor(frame / SCENE);
      const at = frame % SCENE;
      return scenes[scene]!.faces.map(([x, y, width, height], index) => ({
        face: `${scene}-${index}`,
        box: [x - at * 2, y - at, width, height] satisfies Box,
      })).filter(
        ({ box: [x, y, width, height] }) => x >= 0 && y >= 0 && x + width <= WIDTH && y + height <= HEIGHT,
      );
    },
  };
}

/** Photographs at one size of face, row by row, as many as there is room for. */
async function compose(
  photos: readonly SamplePhoto[],
  height: number,
): Promise<{ canvas: Picture; faces: Box[] }> {
  const [width, tall] = [WIDTH + MARGIN, HEIGHT + SCENE];
  const canvas = { width, height: tall, pixels: new Uint8Array(width * tall * 3).fill(120) };
  const faces: Box[] = [];
  let [left, top, next] = [0, 0, 0];
  for (let round = 0; round < 40; round++) {
    const photo = photos[round % photos.length]!;
    const by = height / Math.min(...photo.faces.map(({ box }) => box[3]));
    if (by > 1) continue;
    const small = await resized(photo.picture, by);
    if (left + small.width > width) [left, top] = [0, next];
    if (left + small.width > width || top + small.height > tall) continue;
    for (let row = 0; row < small.height; row++)
      canvas.pixels.set(
        small.pixels.subarray(row * small.width * 3, (row + 1) * small.width * 3),
        ((top + row) * width + left) * 3,
      );
    const [offsetX, offsetY] = [left, top];
    faces.push(...photo.faces.map(({ box }) => placed(box, by, offsetX, offsetY)));
    left += small.width + 8;
    next = Math.max(next, top + small.height + 8);
  }
  return { canvas, faces };
}

function placed([x, y, width, height]: Box, by: number, left: number, top: number): Box {
  return [x * by + left, y * by + top, width * by, height * by];
}
