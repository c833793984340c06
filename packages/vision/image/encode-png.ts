import type { Frame } from '../frame.ts';
import { sharp } from './configured-sharp.ts';

/** A frame as PNG, without loss: its pixels, decoded, are the frame's. */
export async function encodePng(frame: Frame): Promise<Buffer> {
  const raw = { width: frame.width, height: frame.height, channels: 3 } as const;
  return sharp(frame.pixels, { raw }).png({ compressionLevel: 6 }).toBuffer();
}
