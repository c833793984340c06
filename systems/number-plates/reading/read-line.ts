import type { Identifier } from '@amaan/contracts/identifier';
import type { Quad } from '@amaan/vision/image/homography';
import type { Picture } from '@amaan/vision/image/picture';
import { pictureTensor } from '@amaan/vision/image/picture-tensor';
import { stretchContrast } from '@amaan/vision/image/stretch-contrast';
import { warpQuad } from '@amaan/vision/image/warp-quad';
import type { InferenceSession } from '@amaan/vision/sessions/open-session';
import { sizeOf } from '../finding/plate-quad.ts';
import { type ReadCharacter, readCharacters } from './read-characters.ts';

/** Pixels of the recogniser's input. */
const LINE_HEIGHT = 48;
const LINE_WIDTH = { least: 64, most: 400 };

/** Straightens one line of text, small ones enlarged, and reads it. */
export async function readLine(
  picture: Picture,
  line: Quad,
  session: InferenceSession,
  cameraId: Identifier | null,
): Promise<ReadCharacter[]> {
  const { width, height } = sizeOf(line);
  const wanted = Math.round((LINE_HEIGHT * width) / Math.max(1, height) / 8) * 8;
  const cut = warpQuad(
    picture,
    line,
    Math.min(LINE_WIDTH.most, Math.max(LINE_WIDTH.least, wanted)),
    LINE_HEIGHT,
  );
  if (!cut) return [];
  const straight = stretchContrast(cut);
  const [output] = await session.run(
    cameraId,
    pictureTensor(straight, session.model.manifest.input),
    straight,
  );
  return readCharacters(output!);
}
