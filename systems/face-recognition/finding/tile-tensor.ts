import type { ModelManifest } from '@amaan/contracts/model-manifest';
import type { Picture } from '@amaan/vision/image/picture';
import type { Tile } from './plan-looks.ts';

/**
 * A part of a picture as the input of the detector, `1 × 3 × height × width`; what lies beyond the picture is padding
 * as the manifest says.
 */
export function tileTensor(picture: Picture, tile: Tile, input: ModelManifest['input']): Float32Array {
  const { width, height, channels, mean, std, padding } = input;
  const size = width * height;
  const tensor = new Float32Array(3 * size);
  const across = Math.min(width, picture.width - tile.x);
  const down = Math.min(height, picture.height - tile.y);
  for (let channel = 0; channel < 3; channel++) {
    const table = Float32Array.from({ length: 256 }, (_, value) => (value - mean[channel]!) / std[channel]!);
    const offset = channel * size;
    if (across < width || down < height)
      tensor.fill((padding - mean[channel]!) / std[channel]!, offset, offset + size);
    const source = channels === 'bgr' ? 2 - channel : channel;
    for (let row = 0; row < down; row++) {
      let from = ((tile.y + row) * picture.width + tile.x) * 3 + source;
      const start = offset + row * width;
      for (let to = start; to < start + across; to++, from += 3) tensor[to] = table[picture.pixels[from]!]!;
    }
  }
  return tensor;
}
