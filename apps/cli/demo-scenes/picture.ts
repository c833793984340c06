import type { Sprite } from './sprite.ts';

/** An RGB picture, three bytes a pixel, rows from the top. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

export interface Placement {
  /** Where the sprite's foot goes, in pixels. */
  readonly x: number;
  readonly y: number;
  readonly pixelsPerUnit: number;
  /** Radians clockwise around the foot. */
  readonly rotation?: number;
  /** Units that the drawing leans to the right per unit of height. */
  readonly lean?: number;
  readonly mirrored?: boolean;
}

/**
 * Draws a sprite over a picture: the inverse affine map of each pixel, sampled bilinearly
 * (`source over` of Porter and Duff, 1984, on premultiplied colours).
 */
export function drawSprite(picture: Picture, sprite: Sprite, placement: Placement): void {
  const { x: footX, y: footY, pixelsPerUnit, rotation = 0, lean = 0, mirrored = false } = placement;
  const level =
    sprite.levels.findLast((candidate) => candidate.pixelsPerUnit >= pixelsPerUnit) ?? sprite.levels[0]!;
  const ratio = level.pixelsPerUnit / pixelsPerUnit;
  const cos = Math.cos(rotation) * ratio;
  const sin = Math.sin(rotation) * ratio;
  const flip = mirrored ? -1 : 1;
  const originX = -sprite.left * level.pixelsPerUnit;
  const originY = -sprite.top * level.pixelsPerUnit;
  const bounds = boundsOf(picture, level, placement, originX, originY, ratio);
  const { width, height, pixels: source } = level;
  const target = picture.pixels;

  for (let y = bounds.top; y < bounds.bottom; y++) {
    const downFoot = y + 0.5 - footY;
    const downByRow = cos * downFoot;
    const acrossByRow = sin * downFoot;
    let at = (y * picture.width + bounds.left) * 3;
    for (let x = bounds.left; x < bounds.right; x++, at += 3) {
      const acrossFoot = x + 0.5 - footX;
      const down = -sin * acrossFoot + downByRow;
      const across = (cos * acrossFoot + acrossByRow) * flip + lean * down;
      const sourceX = across + originX - 0.5;
      const sourceY = down + originY - 0.5;
      if (sourceX < 0 || sourceY < 0 || sourceX >= width - 1 || sourceY >= height - 1) continue;
      // What is not negative is cut to whole numbers by its bits, at a fraction of what `Math.floor` costs.
      const column = sourceX | 0;
      const row = sourceY | 0;
      const near = (row * width + column) * 4;
      const below = near + width * 4;
      const alphas = source[near + 3]! | source[near + 7]! | source[below + 3]! | source[below + 7]!;
      if (alphas === 0) continue;
      const right = sourceX - column;
      const lower = sourceY - row;
      const w00 = (1 - right) * (1 - lower);
      const w10 = right * (1 - lower);
      const w01 = (1 - right) * lower;
      const w11 = right * lower;
      const alpha =
        source[near + 3]! * w00 +
        source[near + 7]! * w10 +
        source[below + 3]! * w01 +
        source[below + 7]! * w11;
      if (alpha < 0.5) continue;
      const keep = 1 - alpha / 255;
      // Channel by channel and not in a loop: rendering spends most of its time here.
      target[at] =
        source[near]! * w00 +
        source[near + 4]! * w10 +
        source[below]! * w01 +
        source[below + 4]! * w11 +
        target[at]! * keep;
      target[at + 1] =
        source[near + 1]! * w00 +
        source[near + 5]! * w10 +
        source[below + 1]! * w01 +
        source[below + 5]! * w11 +
        target[at + 1]! * keep;
      target[at + 2] =
        source[near + 2]! * w00 +
        source[near + 6]! * w10 +
        source[below + 2]! * w01 +
        source[below + 6]! * w11 +
        target[at + 2]! * keep;
    }
  }
}

/** The rectangle of pixels that a placed sprite can touch. */
function boundsOf(
  picture: Picture,
  level: { readonly width: number; readonly height: number },
  placement: Placement,
  originX: number,
  originY: number,
  ratio: number,
): { left: number; right: number; top: number; bottom: number } {
  const { rotation = 0, lean = 0, mirrored = false } = placement;
  const xs: number[] = [];
  const ys: number[] = [];
  for (const cornerX of [0, level.width]) {
    for (const cornerY of [0, level.height]) {
      const down = (cornerY - originY) / ratio;
      const across = ((cornerX - originX) / ratio - lean * down) * (mirrored ? -1 : 1);
      xs.push(placement.x + across * Math.cos(rotation) - down * Math.sin(rotation));
      ys.push(placement.y + across * Math.sin(rotation) + down * Math.cos(rotation));
    }
  }
  return {
    left: Math.max(0, Math.floor(Math.min(...xs))),
    right: Math.min(picture.width, Math.ceil(Math.max(...xs))),
    top: Math.max(0, Math.floor(Math.min(...ys))),
    bottom: Math.min(picture.height, Math.ceil(Math.max(...ys))),
  };
}
