/**
 * Cuts a byte stream into frames of a fixed size. Each byte is copied once, straight to its place in the
 * buffer that is handed on.
 */
export class FrameAssembler {
  readonly #frameBytes: number;
  readonly #onFrame: (pixels: Uint8Array<ArrayBuffer>) => void;
  #spare: Uint8Array<ArrayBuffer> | null = null;
  #frame: Uint8Array<ArrayBuffer> | null = null;
  #filled = 0;

  constructor(frameBytes: number, onFrame: (pixels: Uint8Array<ArrayBuffer>) => void) {
    this.#frameBytes = frameBytes;
    this.#onFrame = onFrame;
  }

  write(chunk: Uint8Array): void {
    let read = 0;
    while (read < chunk.length) {
      this.#frame ??= this.#takeBuffer();
      const part = chunk.subarray(read, read + this.#frameBytes - this.#filled);
      this.#frame.set(part, this.#filled);
      read += part.length;
      this.#filled += part.length;
      if (this.#filled === this.#frameBytes) {
        const frame = this.#frame;
        this.#frame = null;
        this.#filled = 0;
        this.#onFrame(frame);
      }
    }
  }

  /** Takes back a frame that nobody else holds, to be written again. */
  reuse(pixels: Uint8Array<ArrayBuffer>): void {
    this.#spare = pixels;
  }

  #takeBuffer(): Uint8Array<ArrayBuffer> {
    const spare = this.#spare;
    this.#spare = null;
    // Every byte is overwritten before anybody sees it, so filling with zeros would be wasted.
    return spare ?? new Uint8Array(Buffer.allocUnsafeSlow(this.#frameBytes).buffer);
  }
}
