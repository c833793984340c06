import type { Frame } from '../frame.ts';
import { sharp } from './configured-sharp.ts';

/** A frame as JPEG, for people to look at. `quality` is 1 to 100. */
export async function encodeJpeg(frame: Frame, quality = 85): Promise<Buffer> {
  const raw = { width: frame.width, height: frame.height, channels: 3 } as const;
  return sharp(frame.pixels, { raw }).jpeg({ quality }).toBuffer();
}
