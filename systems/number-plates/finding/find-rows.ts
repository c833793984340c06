import type { Identifier } from '@amaan/contracts/identifier';
import { homographyToQuad, project, type Quad } from '@amaan/vision/image/homography';
import type { Picture } from '@amaan/vision/image/picture';
import { pictureTensor } from '@amaan/vision/image/picture-tensor';
import { stretchContrast } from '@amaan/vision/image/stretch-contrast';
import { warpQuad } from '@amaan/vision/image/warp-quad';
import type { InferenceSession } from '@amaan/vision/sessions/open-session';
import { plateRows } from '../reading/plate-rows.ts';
import { boxOf, type FoundQuad, grown, type PixelBox, sizeOf } from './plate-quad.ts';
import { textLines } from './text-lines.ts';

/** Lines are looked for on the plate with so much of its width and height on each side. */
const ROOM = { across: 0.5, down: 0.5 };
/** Parts of the smaller of line and plate, across and down, that a line of the plate shares with it. */
const SHARED = { across: 0.2, down: 0.35 };

/**
 * The rows of text on a plate, from the top down, each from the left to the right, in pixels of the picture. Empty
 * where no text is seen.
 *
 * @param width of the straightened picture in which the model looks, in pixels: more finds fainter text for more time.
 */
export async function findRows(
  picture: Picture,
  plate: Quad,
  session: InferenceSession,
  width: number,
  cameraId: Identifier | null,
): Promise<FoundQuad[][]> {
  const quad = grown(plate, ROOM.across, ROOM.down);
  const size = sizeOf(quad);
  const height = Math.max(64, Math.min(width, Math.round((width * size.height) / size.width / 32) * 32));
  const cut = warpQuad(picture, quad, width, height);
  const back = homographyToQuad(width, height, quad);
  if (!cut || !back) return [];
  const straight = stretchContrast(cut);
  const [map] = await session.run(cameraId, pictureTensor(straight, session.model.manifest.input), straight);
  const inner = plateIn(straight);
  const lines = textLines({ ...straight, values: map!.data }).filter(({ quad: line }) =>
    isOn(boxOf(line), inner),
  );
  return plateRows(lines).map((row) =>
    row.map((line) => {
      const [a, b, c, d] = line.quad.map((corner) => project(back, corner));
      return { quad: [a!, b!, c!, d!] as const, confidence: line.confidence };
    }),
  );
}

/** Where the plate itself lies in the straightened picture of it and its surroundings. */
function plateIn({ width, height }: Picture): PixelBox {
  const x = (width * ROOM.across) / (1 + 2 * ROOM.across);
  const y = (height * ROOM.down) / (1 + 2 * ROOM.down);
  return { x, y, width: width - 2 * x, height: height - 2 * y };
}

function isOn(line: PixelBox, plate: PixelBox): boolean {
  const across = Math.min(line.x + line.width, plate.x + plate.width) - Math.max(line.x, plate.x);
  const down = Math.min(line.y + line.height, plate.y + plate.height) - Math.max(line.y, plate.y);
  return (
    across > SHARED.across * Math.min(line.width, plate.width) &&
    down > SHARED.down * Math.min(line.height, plate.height)
  );
}
