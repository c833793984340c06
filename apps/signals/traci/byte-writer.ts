/** Puts TraCI's values together: big-endian, strings with a 4-byte length before them. */
export class ByteWriter {
  readonly #parts: Buffer[] = [];

  byte(value: number): this {
    this.#parts.push(Buffer.from([value]));
    return this;
  }

  int(value: number): this {
    const part = Buffer.alloc(4);
    part.writeInt32BE(value);
    this.#parts.push(part);
    return this;
  }

  double(value: number): this {
    const part = Buffer.alloc(8);
    part.writeDoubleBE(value);
    this.#parts.push(part);
    return this;
  }

  text(value: string): this {
    const bytes = Buffer.from(value, 'utf8');
    this.int(bytes.length);
    this.#parts.push(bytes);
    return this;
  }

  bytes(): Buffer {
    return Buffer.concat(this.#parts);
  }
}
