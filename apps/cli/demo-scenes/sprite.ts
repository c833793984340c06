import sharp from 'sharp';

/** One size of a sprite: RGBA with premultiplied alpha. */
interface SpriteLevel {
  readonly pixelsPerUnit: number;
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

/** A drawing kept at several sizes, so that each frame samples one that is at most twice too large. */
export interface Sprite {
  /** Left and top edge of the drawing relative to its foot, in the drawing's units (centimetres). */
  readonly left: number;
  readonly top: number;
  readonly levels: readonly SpriteLevel[];
}

/** Vector art in centimetres around its foot (the point that stands on the ground; y grows downwards). */
export interface Drawing {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** SVG elements; may hold `<defs>`. */
  readonly body: string;
}

/** Renders a drawing from `maxPixelsPerUnit` down to `minPixelsPerUnit`, halving each time. */
export async function renderSprite(
  drawing: Drawing,
  maxPixelsPerUnit: number,
  minPixelsPerUnit = maxPixelsPerUnit / 8,
): Promise<Sprite> {
  const levels: SpriteLevel[] = [];
  for (let scale = maxPixelsPerUnit; scale >= minPixelsPerUnit; scale /= 2) {
    const width = Math.ceil(drawing.width * scale);
    const height = Math.ceil(drawing.height * scale);
    const viewBox = `${drawing.left} ${drawing.top} ${width / scale} ${height / scale}`;
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${viewBox}">${drawing.body}</svg>`;
    const pixels = await sharp(Buffer.from(svg)).ensureAlpha().raw().toBuffer();
    levels.push({ pixelsPerUnit: scale, width, height, pixels: premultiply(pixels) });
  }
  return { left: drawing.left, top: drawing.top, levels };
}

function premultiply(rgba: Uint8Array): Uint8Array {
  for (let at = 0; at < rgba.length; at += 4) {
    const alpha = rgba[at + 3]! / 255;
    for (let channel = 0; channel < 3; channel++) {
      rgba[at + channel] = Math.round(rgba[at + channel]! * alpha);
    }
  }
  return rgba;
}
