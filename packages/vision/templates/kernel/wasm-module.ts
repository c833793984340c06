import { type Code, type Local, unsigned, VALUE_TYPES, type ValueType } from './wasm-code.ts';

export interface WasmFunction {
  readonly name: string;
  readonly parameters: readonly ValueType[];
  readonly result: ValueType;
  readonly locals: readonly ValueType[];
  readonly body: Code;
}

/** Declares parameters and locals by name and hands their numbers to what writes the body. */
export function wasmFunction<Parameter extends string, Own extends string>(
  name: string,
  parameters: Readonly<Record<Parameter, ValueType>>,
  locals: Readonly<Record<Own, ValueType>>,
  body: (local: Readonly<Record<Parameter | Own, Local>>) => readonly Code[],
): WasmFunction {
  const names = [...Object.keys(parameters), ...Object.keys(locals)] as (Parameter | Own)[];
  const numbers = Object.fromEntries(names.map((one, index) => [one, index])) as Record<
    Parameter | Own,
    Local
  >;
  return {
    name,
    parameters: Object.values(parameters),
    result: 'i32',
    locals: Object.values(locals),
    body: body(numbers).flat(),
  };
}

/**
 * The bytes of a module with these functions over one shared memory that is imported as `amaan.memory`; WebAssembly
 * Core Specification 2.0, section 5.5.
 * @param maximumPages of 64 KiB, no fewer than the memory may grow to.
 */
export function wasmModule(
  functions: readonly WasmFunction[],
  maximumPages: number,
): Uint8Array<ArrayBuffer> {
  const types = functions.map(({ parameters, result }) => [
    0x60,
    ...vector(parameters.map((type) => [VALUE_TYPES[type]])),
    ...vector([[VALUE_TYPES[result]]]),
  ]);
  const sharedWithMaximum = [0x03, ...unsigned(1), ...unsigned(maximumPages)];
  const bodies = functions.map(({ locals, body }) => {
    const declared = vector(locals.map((type) => [1, VALUE_TYPES[type]]));
    const code = [...declared, ...body, 0x0b];
    return [...unsigned(code.length), ...code];
  });
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    ...section(1, vector(types)),
    ...section(2, vector([[...text('amaan'), ...text('memory'), 0x02, ...sharedWithMaximum]])),
    ...section(3, vector(functions.map((_, index) => unsigned(index)))),
    ...section(7, vector(functions.map(({ name }, index) => [...text(name), 0x00, ...unsigned(index)]))),
    ...section(10, vector(bodies)),
  ]);
}

function section(id: number, content: readonly number[]): number[] {
  return [id, ...unsigned(content.length), ...content];
}

function vector(items: readonly (readonly number[])[]): number[] {
  return [...unsigned(items.length), ...items.flat()];
}

function text(value: string): number[] {
  const bytes = [...new TextEncoder().encode(value)];
  return [...unsigned(bytes.length), ...bytes];
}
