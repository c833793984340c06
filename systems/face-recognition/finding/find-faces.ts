import type { Identifier } from '@amaan/contracts/identifier';
import type { Picture } from '@amaan/vision/image/picture';
import type { InferenceSession } from '@amaan/vision/sessions/open-session';
import { decodeFaces } from './decode-faces.ts';
import type { FaceBox, FoundFace } from './face-box.ts';
import { onePerFace } from './one-per-face.ts';
import { type PicturePlanes, planesOf, shrunkPlanes, tileTensor } from './picture-planes.ts';
import { type Look, type LookOptions, planLooks, type Tile, type ViewSize } from './plan-looks.ts';
import { Workspace } from './workspace.ts';

export interface FaceFinderOptions extends LookOptions {
  /** Least confidence that a face is there, 0–1. */
  readonly confidence: number;
}

/** A box that comes so near to a tile's inner edge, in pixels, may be cut: another look sees it whole. */
const EDGE = 2;

/**
 * Where faces are in a picture, surest first; no template of anybody is made.
 *
 * @param cameraId the camera that the picture is from; null for a file under an evaluation permit.
 * @param workspace memory of an earlier call that has ended; new memory when left out.
 * @throws PermitDenied when the permit does not cover this, now.
 */
export async function findFaces(
  picture: Picture,
  session: InferenceSession,
  options: FaceFinderOptions,
  cameraId: Identifier | null,
  workspace: Workspace = new Workspace(),
): Promise<FoundFace[]> {
  const { input } = session.model.manifest;
  const found: FoundFace[] = [];
  workspace.reset();
  const tensor = workspace.take(3 * input.width * input.height);
  let scaled: PicturePlanes | null = null;
  for (const look of planLooks(picture, input, options)) {
    const size = { width: look.width, height: look.height };
    const values = workspace.take(3 * size.width * size.height);
    scaled = scaled === null ? planesOf(picture, size, input, values) : shrunkPlanes(scaled, size, values);
    const across = picture.width / look.width;
    const down = picture.height / look.height;
    for (const tile of look.tiles) {
      const [scores, boxes] = await session.run(cameraId, tileTensor(scaled, tile, input, tensor));
      for (const { box, confidence } of decodeFaces(scores!, boxes!, input, options.confidence)) {
        if (box.height > look.mostFace || isCut(box, tile, input, look)) continue;
        found.push({
          box: {
            x: (box.x + tile.x) * across,
            y: (box.y + tile.y) * down,
            width: box.width * across,
            height: box.height * down,
          },
          confidence,
        });
      }
    }
  }
  return onePerFace(found);
}

/** Whether a box touches an edge of its tile that is not an edge of the picture. */
function isCut(box: FaceBox, tile: Tile, view: ViewSize, look: Look): boolean {
  return (
    (tile.x > 0 && box.x < EDGE) ||
    (tile.y > 0 && box.y < EDGE) ||
    (tile.x + view.width < look.width && box.x + box.width > view.width - EDGE) ||
    (tile.y + view.height < look.height && box.y + box.height > view.height - EDGE)
  );
}
