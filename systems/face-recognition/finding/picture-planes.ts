import type { ModelManifest } from '@amaan/contracts/model-manifest';
import type { Picture } from '@amaan/vision/image/picture';
import type { Tile } from './plan-looks.ts';

/** A picture as a model wants it: one plane a channel, one after the other, its values normalised. */
export interface PicturePlanes {
  readonly width: number;
  readonly height: number;
  /** `3 × height × width`. */
  readonly values: Float32Array;
}

type Input = Pick<ModelManifest['input'], 'channels' | 'mean' | 'std'>;

/**
 * A picture at another size and normalised in one pass over it: bilinear with half-pixel centres, as `resizePicture`,
 * but without rounding in between. A frame is scaled for every look, so this is what finding costs beside the model.
 *
 * @param values is written to; new ones when left out.
 */
export function planesOf(
  { width, height, pixels }: Picture,
  to: { width: number; height: number },
  input: Input,
  values: Float32Array = new Float32Array(3 * to.width * to.height),
): PicturePlanes {
  const size = to.width * to.height;
  const order = input.channels === 'bgr' ? [2, 1, 0] : [0, 1, 2];
  const [first, second, third] = order.map((source) => source * size) as [number, number, number];
  const [s0, s1, s2] = order.map((source) => 1 / input.std[source]!) as [number, number, number];
  const [m0, m1, m2] = order.map((source) => input.mean[source]! / input.std[source]!) as [
    number,
    number,
    number,
  ];
  if (width === to.width && height === to.height) {
    // ffmpeg has scaled the frames of a recording to the first look already.
    for (let at = 0, from = 0; at < size; at++, from += 3) {
      values[first + at] = pixels[from]! * s0 - m0;
      values[second + at] = pixels[from + 1]! * s1 - m1;
      values[third + at] = pixels[from + 2]! * s2 - m2;
    }
    return { ...to, values };
  }
  const across = interpolation(width, to.width);
  const down = interpolation(height, to.height);
  let at = 0;
  for (let row = 0; row < to.height; row++) {
    const upper = down.low[row]! * width;
    const lower = down.high[row]! * width;
    const v = down.weight[row]!;
    for (let column = 0; column < to.width; column++, at++) {
      const left = across.low[column]!;
      const right = across.high[column]!;
      const u = across.weight[column]!;
      const a = (upper + left) * 3;
      const b = (upper + right) * 3;
      const c = (lower + left) * 3;
      const d = (lower + right) * 3;
      const wd = u * v;
      const wb = u - wd;
      const wc = v - wd;
      const wa = 1 - u - wc;
      values[first + at] = (wa * pixels[a]! + wb * pixels[b]! + wc * pixels[c]! + wd * pixels[d]!) * s0 - m0;
      values[second + at] =
        (wa * pixels[a + 1]! + wb * pixels[b + 1]! + wc * pixels[c + 1]! + wd * pixels[d + 1]!) * s1 - m1;
      values[third + at] =
        (wa * pixels[a + 2]! + wb * pixels[b + 2]! + wc * pixels[c + 2]! + wd * pixels[d + 2]!) * s2 - m2;
    }
  }
  return { ...to, values };
}

/**
 * Planes made smaller, each plane by itself.
 * @param values is written to; new ones when left out.
 */
export function shrunkPlanes(
  planes: PicturePlanes,
  to: { width: number; height: number },
  values: Float32Array = new Float32Array(3 * to.width * to.height),
): PicturePlanes {
  const { width, height, values: from } = planes;
  const across = interpolation(width, to.width);
  const down = interpolation(height, to.height);
  let at = 0;
  for (let plane = 0; plane < 3; plane++) {
    const start = plane * width * height;
    for (let row = 0; row < to.height; row++) {
      const upper = start + down.low[row]! * width;
      const lower = start + down.high[row]! * width;
      const v = down.weight[row]!;
      for (let column = 0; column < to.width; column++, at++) {
        const left = across.low[column]!;
        const right = across.high[column]!;
        const u = across.weight[column]!;
        const above = from[upper + left]! * (1 - u) + from[upper + right]! * u;
        const below = from[lower + left]! * (1 - u) + from[lower + right]! * u;
        values[at] = above + (below - above) * v;
      }
    }
  }
  return { ...to, values };
}

/**
 * A part of the planes as the input of the detector, `1 × 3 × height × width`; what lies beyond the picture is padding
 * as the manifest says.
 *
 * @param tensor is written to and given back; a new one when left out.
 */
export function tileTensor(
  planes: PicturePlanes,
  tile: Tile,
  input: ModelManifest['input'],
  tensor: Float32Array = new Float32Array(3 * input.width * input.height),
): Float32Array {
  const { width, height, channels, mean, std, padding } = input;
  const size = width * height;
  const across = Math.min(width, planes.width - tile.x);
  const down = Math.min(height, planes.height - tile.y);
  for (let channel = 0; channel < 3; channel++) {
    const offset = channel * size;
    if (across < width || down < height) {
      const source = channels === 'bgr' ? 2 - channel : channel;
      tensor.fill((padding - mean[source]!) / std[source]!, offset, offset + size);
    }
    for (let row = 0; row < down; row++) {
      const from = (channel * planes.height + tile.y + row) * planes.width + tile.x;
      tensor.set(planes.values.subarray(from, from + across), offset + row * width);
    }
  }
  return tensor;
}

/** For each target position the two source positions that it lies between, and the weight of the second. */
function interpolation(from: number, to: number) {
  const low = new Int32Array(to);
  const high = new Int32Array(to);
  const weight = new Float64Array(to);
  for (let index = 0; index < to; index++) {
    const position = Math.min(from - 1, Math.max(0, ((index + 0.5) * from) / to - 0.5));
    low[index] = Math.floor(position);
    high[index] = Math.min(from - 1, low[index]! + 1);
    weight[index] = position - low[index]!;
  }
  return { low, high, weight };
}
