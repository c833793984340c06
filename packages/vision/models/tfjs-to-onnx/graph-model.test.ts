import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { halfToNumber, readGraphModel } from './graph-model.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'amaan-graph-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function read(weights: object[], bytes: Uint8Array, changes: object = {}) {
  const path = join(folder, 'model.json');
  const input = { name: 'image:0', tensorShape: { dim: [{ size: '1' }, { size: '2' }] } };
  const model = {
    format: 'graph-model',
    signature: { inputs: { image: input } },
    modelTopology: { node: [{ name: 'image', op: 'Placeholder' }] },
    weightsManifest: [{ paths: ['a.bin', 'b.bin'], weights }],
    ...changes,
  };
  await writeFile(path, JSON.stringify(model));
  // The weights of a group run on over its shards, also in the middle of a number.
  const shards = new Map([
    ['a.bin', bytes.subarray(0, 3)],
    ['b.bin', bytes.subarray(3)],
  ]);
  return readGraphModel(path, async (name) => shards.get(name)!);
}

describe('reading a TensorFlow.js graph', () => {
  test('finds the input and the weights, quantised or not', async () => {
    const bytes = Buffer.concat([
      Buffer.from(Float32Array.of(1.5, -2).buffer),
      Buffer.from(Int32Array.of(-7).buffer),
      Buffer.from(Uint16Array.of(0x3c00, 0xc000).buffer),
      Buffer.from(Uint8Array.of(0, 255)),
    ]);
    const model = await read(
      [
        { name: 'plain', shape: [2], dtype: 'float32' },
        { name: 'whole', shape: [], dtype: 'int32' },
        {
          name: 'half',
          shape: [1, 2],
          dtype: 'float32',
          quantization: { dtype: 'float16', original_dtype: 'float32' },
        },
        { name: 'byte', shape: [2], dtype: 'float32', quantization: { dtype: 'uint8', min: -1, scale: 0.5 } },
      ],
      bytes,
    );
    expect(model.input).toEqual({ name: 'image', shape: [1, 2] });
    expect(model.weights.get('plain')).toEqual({ shape: [2], data: Float32Array.of(1.5, -2) });
    expect(model.weights.get('whole')).toEqual({ shape: [], data: Int32Array.of(-7) });
    expect(model.weights.get('half')).toEqual({ shape: [1, 2], data: Float32Array.of(1, -2) });
    expect(model.weights.get('byte')).toEqual({ shape: [2], data: Float32Array.of(-1, 126.5) });
  });

  test('says so when weights are missing or the format is another', async () => {
    const weights = [{ name: 'plain', shape: [4], dtype: 'float32' }];
    await expect(read(weights, new Uint8Array(12))).rejects.toThrow(/weights end before "plain"/);
    await expect(read([], new Uint8Array(4), { format: 'layers-model' })).rejects.toThrow(/"format"/);
    await expect(read([], new Uint8Array(4), { signature: { inputs: {} } })).rejects.toThrow(/one input/);
  });
});

test.each([
  [0x0000, 0],
  [0x3555, 0.333251953125],
  [0x0001, 2 ** -24],
  [0x7bff, 65504],
  [0xfc00, Number.NEGATIVE_INFINITY],
  [0x7e00, Number.NaN],
])('half precision %i is %d', (bits, value) => {
  expect(halfToNumber(bits)).toBe(value);
});
