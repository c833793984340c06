import { TYPE } from './traci-codes.ts';
import { TraciError } from './traci-error.ts';

/** A value of TraCI's types that this client asks for. */
export type TraciValue = number | string | readonly string[] | readonly TraciValue[];

/** Reads TraCI's values one after the other; every read is checked against the end. */
export class ByteReader {
  readonly #bytes: Buffer;
  #at = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  get atEnd(): boolean {
    return this.#at >= this.#bytes.length;
  }

  byte(): number {
    return this.#bytes.readUInt8(this.#step(1));
  }

  int(): number {
    return this.#bytes.readInt32BE(this.#step(4));
  }

  double(): number {
    return this.#bytes.readDoubleBE(this.#step(8));
  }

  text(): string {
    const length = this.int();
    const at = this.#step(length);
    return this.#bytes.toString('utf8', at, at + length);
  }

  /** The rest of a command that begins here: its length is one byte, or a zero and four bytes. */
  command(): ByteReader {
    const short = this.byte();
    const length = short === 0 ? this.int() - 5 : short - 1;
    const at = this.#step(length);
    return new ByteReader(this.#bytes.subarray(at, at + length));
  }

  /** A value that says its own type. */
  value(): TraciValue {
    const type = this.byte();
    switch (type) {
      case TYPE.ubyte:
        return this.byte();
      case TYPE.byte:
        return (this.byte() << 24) >> 24;
      case TYPE.int:
        return this.int();
      case TYPE.double:
        return this.double();
      case TYPE.text:
        return this.text();
      case TYPE.textList:
        return Array.from({ length: this.int() }, () => this.text());
      case TYPE.position2d:
        return [this.double(), this.double()];
      case TYPE.compound:
        return Array.from({ length: this.int() }, () => this.value());
      default:
        throw new TraciError('TRACI_MALFORMED', `SUMO sent a value of the unknown type ${type}.`);
    }
  }

  #step(length: number): number {
    const at = this.#at;
    if (length < 0 || at + length > this.#bytes.length)
      throw new TraciError('TRACI_MALFORMED', 'SUMO sent an answer that ends too early.');
    this.#at = at + length;
    return at;
  }
}
