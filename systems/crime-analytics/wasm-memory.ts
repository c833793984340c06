/** What is used of the engine: the types of Node name less. */
interface WasmEngine {
  readonly Memory: new (size: { readonly initial: number }) => WasmPages;
  readonly Module: new (code: Uint8Array) => object;
  readonly Instance: new (
    module: object,
    imports: { readonly amaan: { readonly memory: WasmPages } },
  ) => { readonly exports: Readonly<Record<string, unknown>> };
}

interface WasmPages {
  readonly buffer: ArrayBuffer;
  grow(pages: number): number;
}

const { Memory, Module, Instance } = WebAssembly as unknown as WasmEngine;
/** Bytes to a page. */
const PAGE = 65_536;

/** Memory of a WebAssembly module, given out piece by piece; it grows when it is full. */
export class WasmMemory {
  readonly #memory = new Memory({ initial: 1 });
  #used = 0;

  /** Bytes that have been given out. */
  get used(): number {
    return this.#used;
  }

  /** Room for so many bytes: an address that 16 divides. Views of the buffer that were made before may be gone after it. */
  take(bytes: number): number {
    const address = this.#used;
    this.#used += Math.ceil(bytes / 16) * 16;
    const lacking = this.#used - this.#memory.buffer.byteLength;
    if (lacking > 0) this.#memory.grow(Math.ceil(Math.max(lacking, this.#used / 4) / PAGE));
    return address;
  }

  /** Takes back all that was given out from an address on. */
  giveBack(address: number): void {
    this.#used = address;
  }

  get buffer(): ArrayBuffer {
    return this.#memory.buffer;
  }

  /** The functions of a module that computes on this memory. @param code in base64 */
  load(code: string): Readonly<Record<string, unknown>> {
    const bytes = Uint8Array.from(atob(code), (character) => character.charCodeAt(0));
    return new Instance(new Module(bytes), { amaan: { memory: this.#memory } }).exports;
  }
}
