import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { type Constant, elementCount } from './constant.ts';
import { conversionError } from './conversion-error.ts';

// The part of TensorFlow.js's graph-model format that is used here. It is TensorFlow's GraphDef as JSON:
// strings are base64, 64-bit integers are strings.
const Attribute = z.looseObject({
  s: z.string().optional(),
  i: z.coerce.number().optional(),
  f: z.number().optional(),
  b: z.boolean().optional(),
  list: z
    .looseObject({ s: z.array(z.string()).optional(), i: z.array(z.coerce.number()).optional() })
    .optional(),
});

const Node = z.object({
  name: z.string(),
  op: z.string(),
  input: z.array(z.string()).default([]),
  attr: z.record(z.string(), Attribute).default({}),
});

const Weight = z.object({
  name: z.string(),
  shape: z.array(z.int().nonnegative()),
  dtype: z.enum(['float32', 'int32']),
  quantization: z
    .object({
      dtype: z.enum(['float16', 'uint8', 'uint16']),
      min: z.number().default(0),
      scale: z.number().default(1),
    })
    .optional(),
});

const ModelJson = z.object({
  format: z.literal('graph-model'),
  signature: z.object({
    inputs: z.record(
      z.string(),
      z.object({
        name: z.string(),
        tensorShape: z.object({ dim: z.array(z.object({ size: z.coerce.number() })) }),
      }),
    ),
  }),
  modelTopology: z.object({ node: z.array(Node) }),
  weightsManifest: z.array(z.object({ paths: z.array(z.string()), weights: z.array(Weight) })),
});

export type GraphNode = z.infer<typeof Node>;

/** A TensorFlow.js graph model in memory. */
export interface GraphModel {
  /** The one input: a placeholder's name and shape. */
  readonly input: { readonly name: string; readonly shape: readonly number[] };
  readonly nodes: ReadonlyMap<string, GraphNode>;
  /** Values of the `Const` nodes, dequantised. */
  readonly weights: ReadonlyMap<string, Constant>;
}

/**
 * Reads `model.json` and its weight shards.
 *
 * @param readShard gives the bytes of a shard by the name that the manifest of weights has for it.
 * @throws ModelError `MODEL_CONVERSION_FAILED` when it is not such a model.
 */
export async function readGraphModel(
  path: string,
  readShard: (name: string) => Promise<Uint8Array>,
): Promise<GraphModel> {
  const parsed = ModelJson.safeParse(JSON.parse(await readFile(path, 'utf8')));
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw conversionError(`its model.json does not fit at "${issue?.path.join('.')}"`, parsed.error);
  }
  const { signature, modelTopology, weightsManifest } = parsed.data;
  const [input, ...others] = Object.values(signature.inputs);
  if (input === undefined || others.length > 0) throw conversionError('it must have exactly one input');

  const weights = new Map<string, Constant>();
  for (const group of weightsManifest) {
    const shards = await Promise.all(group.paths.map(readShard));
    readWeights(Buffer.concat(shards), group.weights, weights);
  }
  return {
    input: {
      name: input.name.split(':')[0]!,
      shape: input.tensorShape.dim.map(({ size }) => size),
    },
    nodes: new Map(modelTopology.node.map((node) => [node.name, node])),
    weights,
  };
}

function readWeights(
  bytes: Buffer,
  specs: readonly z.infer<typeof Weight>[],
  into: Map<string, Constant>,
): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  for (const { name, shape, dtype, quantization } of specs) {
    const stored = quantization?.dtype ?? dtype;
    const { width, read } = READERS[stored];
    const size = elementCount(shape);
    if (at + size * width > bytes.length) throw conversionError(`its weights end before "${name}"`);
    const { min = 0, scale = 1 } = quantization ?? {};
    const data = dtype === 'int32' ? new Int32Array(size) : new Float32Array(size);
    for (let index = 0; index < size; index++, at += width) data[index] = read(view, at) * scale + min;
    into.set(name, { shape, data });
  }
}

const READERS = {
  float32: { width: 4, read: (view: DataView, at: number) => view.getFloat32(at, true) },
  int32: { width: 4, read: (view: DataView, at: number) => view.getInt32(at, true) },
  float16: { width: 2, read: (view: DataView, at: number) => halfToNumber(view.getUint16(at, true)) },
  uint16: { width: 2, read: (view: DataView, at: number) => view.getUint16(at, true) },
  uint8: { width: 1, read: (view: DataView, at: number) => view.getUint8(at) },
};

/** IEEE 754 binary16. */
export function halfToNumber(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 31) return fraction ? Number.NaN : sign * Number.POSITIVE_INFINITY;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}
