import { readFile, writeFile } from 'node:fs/promises';
import type { Digest } from '@amaan/contracts/digest';
import { digestOfBytes } from '@amaan/contracts/digest-of';
import protobuf from 'protobufjs/light.js';
import { conversionError } from './tfjs-to-onnx/conversion-error.ts';

/** Weights nearer to zero become zero. In 32-bit floats they change no sum whose other terms are above 10⁻⁸. */
const VANISHING = 1e-15;

// Numbers of fields and types in onnx.proto (ONNX 1.14).
const MODEL_GRAPH = 7;
const GRAPH_INITIALIZER = 5;
const TENSOR_DATA_TYPE = 2;
const TENSOR_RAW_DATA = 9;
const FLOAT = 1;

/**
 * Copies an ONNX file with its vanishing weights set to zero. Training lets channels that are not needed fade to 10⁻³⁰
 * and less; what is computed with them falls below the smallest normal float, where processors take a hundred times as
 * long. The outputs stay as they are to the last digit that counts, and the same source always gives the same bytes.
 *
 * @returns the sha256 of what was written to `target`.
 * @throws ModelError `MODEL_CONVERSION_FAILED` when the source is no ONNX file with weights of 32-bit floats.
 */
export async function zeroVanishingWeights(source: string, target: string): Promise<Digest> {
  const bytes = await readFile(source);
  let weights = 0;
  try {
    const model = { start: 0, end: bytes.length };
    for (const graph of partsOf(bytes, model, MODEL_GRAPH))
      for (const tensor of partsOf(bytes, graph, GRAPH_INITIALIZER)) weights += zeroTensor(bytes, tensor);
  } catch (cause) {
    throw conversionError('its file is no ONNX model', cause);
  }
  if (weights === 0) throw conversionError('its file has no weights of 32-bit floats');
  await writeFile(target, bytes);
  return digestOfBytes(bytes);
}

/** Where a message lies in the bytes. */
interface Span {
  readonly start: number;
  readonly end: number;
}

/** The messages or bytes of one field of a message. */
function* partsOf(bytes: Uint8Array, { start, end }: Span, field: number): Generator<Span> {
  const reader = protobuf.Reader.create(bytes);
  reader.pos = start;
  while (reader.pos < end) {
    const tag = reader.uint32();
    if (tag >>> 3 !== field || (tag & 7) !== 2) {
      reader.skipType(tag & 7);
      continue;
    }
    const length = reader.uint32();
    const part = { start: reader.pos, end: reader.pos + length };
    if (part.end > end) throw new RangeError('A field ends after its message.');
    yield part;
    reader.pos = part.end;
  }
}

/** @returns the number of weights that the tensor has: 0 when it holds something else. */
function zeroTensor(bytes: Uint8Array, tensor: Span): number {
  if (dataTypeOf(bytes, tensor) !== FLOAT) return 0;
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  let weights = 0;
  for (const { start, end } of partsOf(bytes, tensor, TENSOR_RAW_DATA)) {
    for (let at = start; at + 4 <= end; at += 4, weights++)
      if (Math.abs(view.getFloat32(at, true)) < VANISHING) view.setFloat32(at, 0, true);
  }
  return weights;
}

function dataTypeOf(bytes: Uint8Array, { start, end }: Span): number {
  const reader = protobuf.Reader.create(bytes);
  reader.pos = start;
  while (reader.pos < end) {
    const tag = reader.uint32();
    if (tag >>> 3 === TENSOR_DATA_TYPE && (tag & 7) === 0) return reader.int32();
    reader.skipType(tag & 7);
  }
  return 0;
}
