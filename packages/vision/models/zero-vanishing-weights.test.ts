import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import protobuf from 'protobufjs/light.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { zeroVanishingWeights } from './zero-vanishing-weights.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'amaan-weights-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const FLOAT = 1;
const INT64 = 7;

/** A model with one tensor: fields as in onnx.proto, with a few that are to be passed over. */
function model(type: number, data: Uint8Array): Uint8Array {
  const tensor = protobuf.Writer.create();
  tensor.uint32((1 << 3) | 0).int64(data.length / 4);
  tensor.uint32((2 << 3) | 0).int32(type);
  tensor.uint32((8 << 3) | 2).string('weights');
  tensor.uint32((9 << 3) | 2).bytes(data);
  const graph = protobuf.Writer.create();
  graph.uint32((2 << 3) | 2).string('graph');
  graph.uint32((5 << 3) | 2).bytes(tensor.finish());
  const whole = protobuf.Writer.create();
  whole.uint32((1 << 3) | 0).int64(8);
  whole.uint32((7 << 3) | 2).bytes(graph.finish());
  return whole.finish();
}

async function convert(bytes: Uint8Array): Promise<Uint8Array> {
  const [source, target] = [join(folder, 'source.onnx'), join(folder, 'target.onnx')];
  await writeFile(source, bytes);
  await zeroVanishingWeights(source, target);
  return readFile(target);
}

const floats = (...values: number[]) => new Uint8Array(Float32Array.from(values).buffer);

test('weights that vanish become zero, all others and everything else stay', async () => {
  const before = model(FLOAT, floats(1, -2e-16, 1e-40, 3e-15, -0.5, 0));
  const after = await convert(before);
  expect([...after]).toEqual([...model(FLOAT, floats(1, 0, 0, 3e-15, -0.5, 0))]);
});

test('whole numbers are left alone, and a model without weights is refused', async () => {
  await expect(convert(model(INT64, floats(1e-40, 1)))).rejects.toMatchObject({
    code: 'MODEL_CONVERSION_FAILED',
  });
});

test('what is no ONNX file is refused', async () => {
  for (const bytes of [Buffer.from('No model at all.'), model(FLOAT, floats(1, 2, 3)).subarray(0, 20)])
    await expect(convert(bytes)).rejects.toMatchObject({ code: 'MODEL_CONVERSION_FAILED' });
});
