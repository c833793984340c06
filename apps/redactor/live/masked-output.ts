import { FILL } from '@amaan/redaction/masks/mask-style';
import type { FrameEncoder } from '../video/frame-encoder.ts';
import type { MaskedFrames } from '../video/masking-run.ts';

/** The masked frames of one live view on their way to the encoder, without a gap in time. */
export class MaskedOutput implements MaskedFrames {
  readonly #encoder: Pick<FrameEncoder, 'write'>;
  readonly #size: { readonly width: number; readonly height: number };
  #written = 0;
  /** What was written last; it is shown on where pictures are left out. */
  #last: Uint8Array | null = null;
  /** Gives it back, once it is written and another one is the last. */
  #release: (() => void) | null = null;

  constructor(
    encoder: Pick<FrameEncoder, 'write'>,
    size: { readonly width: number; readonly height: number },
  ) {
    this.#encoder = encoder;
    this.#size = size;
  }

  async write(frame: Uint8Array, onWritten: () => void): Promise<void> {
    const release = this.#release;
    this.#release = null;
    this.#last = frame;
    this.#written += 1;
    release?.();
    await this.#encoder.write(frame, () => {
      if (this.#last === frame) this.#release = onWritten;
      else onWritten();
    });
  }

  /** Shows the last masked frame on, up to a frame counted from the beginning of the view; grey before there is one. */
  async showOnUntil(frame: number): Promise<void> {
    const shown = this.#last ?? this.#grey();
    while (this.#written < frame) {
      this.#written += 1;
      await this.#encoder.write(shown, () => {});
    }
  }

  #grey(): Uint8Array {
    const pixels = this.#size.width * this.#size.height;
    const frame = new Uint8Array((pixels * 3) / 2).fill(FILL.chroma, pixels);
    return frame.fill(FILL.luma, 0, pixels);
  }
}
