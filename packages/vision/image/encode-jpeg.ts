import { sharp } from './configured-sharp.ts';
import type { Picture } from './picture.ts';

const QUALITY = 80;

/** A picture as JPEG, for people to look at. */
export async function encodeJpeg({ width, height, pixels }: Picture): Promise<Buffer> {
  return sharp(pixels, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: QUALITY })
    .toBuffer();
}
