import type { ModelManifest } from '@amaan/contracts/model-manifest';
import type { Picture } from '../image/picture.ts';
import { resizePicture } from '../image/resize-picture.ts';

/** Where a picture lies in the model's input, in pixels of the input. */
export interface Placement {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Fits pictures into one model's input: scale (bilinear, where the size differs), pad, order the channels,
 * subtract the mean and divide by the standard deviation.
 *
 * It owns one input buffer, so what `fit` wrote is overwritten by the next `fit`. While pictures keep their
 * size only the picture's part is written, and a picture that ffmpeg has already scaled to fit is copied
 * through a table without any resampling.
 */
export class Letterbox {
  /** The input tensor's values, `1 × 3 × height × width`, or `1 × height × width × 3` for `nhwc`. */
  readonly data: Float32Array;
  readonly #input: ModelManifest['input'];
  readonly #planes: readonly ChannelPlane[];
  readonly #pixelStep: number;
  #size = { width: 0, height: 0 };
  #placement: Placement = { left: 0, top: 0, width: 0, height: 0 };

  constructor(input: ModelManifest['input']) {
    const size = input.width * input.height;
    this.#input = input;
    this.data = new Float32Array(3 * size);
    this.#pixelStep = input.layout === 'nchw' ? 1 : 3;
    this.#planes = [0, 1, 2].map((channel) => ({
      source: input.channels === 'bgr' ? 2 - channel : channel,
      offset: input.layout === 'nchw' ? channel * size : channel,
      table: normalisationTable(input.mean[channel]!, input.std[channel]!),
    }));
  }

  /** Writes a picture into `data` and says where in the input it lies. */
  fit(picture: Picture): Placement {
    const { width, height } = picture;
    if (width !== this.#size.width || height !== this.#size.height) {
      this.#size = { width, height };
      this.#placement = place(picture, this.#input);
      this.#pad();
    }
    const { width: fittedWidth, height: fittedHeight } = this.#placement;
    const pixels =
      fittedWidth === width && fittedHeight === height
        ? picture.pixels
        : resizePicture(picture, fittedWidth, fittedHeight).pixels;
    this.#write(pixels);
    return this.#placement;
  }

  #pad(): void {
    for (const { offset, table } of this.#planes) {
      const grey = table[Math.round(this.#input.padding)]!;
      const end = offset + this.#input.width * this.#input.height * this.#pixelStep;
      for (let at = offset; at < end; at += this.#pixelStep) this.data[at] = grey;
    }
  }

  #write(pixels: Uint8Array): void {
    const { left, top, width, height } = this.#placement;
    const { data } = this;
    const step = this.#pixelStep;
    for (const { source, offset, table } of this.#planes) {
      let from = source;
      for (let row = 0; row < height; row++) {
        let to = offset + ((top + row) * this.#input.width + left) * step;
        for (let column = 0; column < width; column++, from += 3, to += step) {
          data[to] = table[pixels[from]!]!;
        }
      }
    }
  }
}

/** How one channel of the input is filled. */
interface ChannelPlane {
  /** Index of the colour in an RGB pixel. */
  readonly source: number;
  /** Index of the channel's first value in the input. */
  readonly offset: number;
  /** Normalised value of each of the 256 byte values. */
  readonly table: Float32Array;
}

function normalisationTable(mean: number, std: number): Float32Array {
  return Float32Array.from({ length: 256 }, (_, value) => (value - mean) / std);
}

function place(picture: Picture, input: ModelManifest['input']): Placement {
  if (input.fit === 'stretch') return { left: 0, top: 0, width: input.width, height: input.height };
  const scale = Math.min(input.width / picture.width, input.height / picture.height);
  const width = Math.max(1, Math.min(input.width, Math.round(picture.width * scale)));
  const height = Math.max(1, Math.min(input.height, Math.round(picture.height * scale)));
  if (input.fit === 'letterbox-top-left') return { left: 0, top: 0, width, height };
  return {
    left: Math.floor((input.width - width) / 2),
    top: Math.floor((input.height - height) / 2),
    width,
    height,
  };
}
