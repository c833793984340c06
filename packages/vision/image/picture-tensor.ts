import type { ModelManifest } from '@amaan/contracts/model-manifest';
import type { Picture } from './picture.ts';

/**
 * A picture as the input of a model that takes any size: `1 × 3 × height × width`, its channels ordered, less the
 * mean and divided by the standard deviation as the manifest says.
 */
export function pictureTensor(
  { width, height, pixels }: Picture,
  { channels, mean, std }: Pick<ModelManifest['input'], 'channels' | 'mean' | 'std'>,
): Float32Array {
  const size = width * height;
  const tensor = new Float32Array(3 * size);
  for (let channel = 0; channel < 3; channel++) {
    const source = channels === 'bgr' ? 2 - channel : channel;
    const scale = 1 / std[channel]!;
    const shift = mean[channel]!;
    const offset = channel * size;
    for (let at = 0; at < size; at++) tensor[offset + at] = (pixels[at * 3 + source]! - shift) * scale;
  }
  return tensor;
}
