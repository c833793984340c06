import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testManifest, writeModel } from '../../sessions/testing/test-model.ts';
import { openTestSession } from '../../sessions/testing/test-permits.ts';
import {
  floats,
  graphNode,
  integers,
  scalar,
  TINY,
  text,
  tinyGraph,
  windowed,
} from '../testing/tiny-graph.ts';
import type { GraphModel } from './graph-model.ts';
import { translateGraph } from './translate-graph.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'amaan-convert-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** The picture 0, 1, 2 … 35: the value at row y, column x, channel c is 12 y + 3 x + c. */
const PICTURE = Float32Array.from({ length: 36 }, (_, index) => index);
const at = (y: number, x: number, c: number) => 12 * y + 3 * x + c;

interface Result {
  readonly dims: readonly number[];
  readonly values: number[];
}

/** Translates a graph, runs it on `PICTURE` and gives its outputs. Both input layouts must agree. */
async function run(model: GraphModel, outputs: readonly string[] = ['out']): Promise<Result[]> {
  const [last, second] = await Promise.all([runHeld(model, outputs, false), runHeld(model, outputs, true)]);
  for (const [index, { dims, values }] of second.entries()) {
    expect(dims).toEqual(last[index]?.dims);
    for (const [place, value] of values.entries()) expect(value).toBeCloseTo(last[index]!.values[place]!, 4);
  }
  return last;
}

async function runHeld(
  model: GraphModel,
  outputs: readonly string[],
  channelsSecond: boolean,
): Promise<Result[]> {
  const layout = channelsSecond ? 'nchw' : 'nhwc';
  const base = testManifest();
  const manifest = testManifest({
    id: `tiny-${layout}`,
    input: { ...base.input, width: TINY.width, height: TINY.height, layout },
    output: { names: [...outputs], decoder: 'none' },
  });
  const graph = translateGraph(model, { input: 'picture', channelsSecond, outputs });
  await using session = await openTestSession(await writeModel(folder, graph, manifest));
  const results = await session.run(null, channelsSecond ? asPlanes(PICTURE) : PICTURE);
  return results.map(({ dims, data }) => ({ dims: [...dims], values: Array.from(data) }));
}

function asPlanes(picture: Float32Array): Float32Array {
  const pixels = TINY.height * TINY.width;
  return Float32Array.from({ length: picture.length }, (_, index) => {
    const channel = Math.floor(index / pixels);
    return picture[(index % pixels) * TINY.channels + channel]!;
  });
}

describe('value by value', () => {
  test.each([
    ['Relu', [0, 5]],
    ['Relu6', [0, 5]],
    ['Sigmoid', [1 / (1 + Math.exp(1)), 1 / (1 + Math.exp(-5))]],
    ['LeakyRelu', [-0.1, 5]],
  ])('%s', async (op, [low, high]) => {
    const graph = tinyGraph(
      [
        graphNode('Sub', 'shifted', ['image', 'one']),
        graphNode(op, 'out', ['shifted'], { alpha: { f: 0.1 } }),
      ],
      { one: floats([], 1) },
    );
    const [out] = await run(graph);
    expect(out?.dims).toEqual([1, 3, 4, 3]);
    expect(out?.values[0]).toBeCloseTo(low!);
    expect(out?.values[6]).toBeCloseTo(high!);
  });

  test('Relu6 ends at 6', async () => {
    const [out] = await run(tinyGraph([graphNode('Relu6', 'out', ['image'])]));
    expect(out?.values).toEqual(Array.from(PICTURE, (value) => Math.min(value, 6)));
  });

  test('a constant per channel meets the last axis', async () => {
    const graph = tinyGraph([graphNode('Mul', 'out', ['image', 'factors'])], {
      factors: floats([3], 1, 10, 100),
    });
    const [out] = await run(graph);
    expect(out?.values).toEqual(Array.from(PICTURE, (value, index) => value * 10 ** (index % 3)));
  });

  test('a constant on the left is subtracted from', async () => {
    const graph = tinyGraph([graphNode('Sub', 'out', ['hundred', 'image'])], { hundred: floats([], 100) });
    const [out] = await run(graph);
    expect(out?.values).toEqual(Array.from(PICTURE, (value) => 100 - value));
  });

  test('two computed tensors are brought into one order of axes', async () => {
    const graph = tinyGraph(
      [
        graphNode('Transpose', 'there', ['image', 'columnsFirst']),
        graphNode('Transpose', 'back', ['there', 'columnsFirst']),
        graphNode('AddV2', 'out', ['image', 'back']),
      ],
      { columnsFirst: integers(0, 2, 1, 3) },
    );
    const [out] = await run(graph);
    expect(out?.values).toEqual(Array.from(PICTURE, (value) => 2 * value));
  });
});

describe('windows', () => {
  const ones = (shape: number[]) => floats(shape, ...Array(shape.reduce((a, b) => a * b)).fill(1));

  test('Conv2D keeps the filter’s axes apart', async () => {
    // One output: 1 × the red of the pixel + 10 × the green of its right neighbour.
    const filter = floats([1, 2, 3, 1], 1, 0, 0, 0, 10, 0);
    const graph = tinyGraph([graphNode('Conv2D', 'out', ['image', 'filter'], windowed('VALID'))], { filter });
    const [out] = await run(graph);
    expect(out?.dims).toEqual([1, 3, 3, 1]);
    expect(out?.values[0]).toBe(at(0, 0, 0) + 10 * at(0, 1, 1));
    expect(out?.values[5]).toBe(at(1, 2, 0) + 10 * at(1, 3, 1));
  });

  test('SAME with stride 2 pads at the end first', async () => {
    // Three rows with stride 2 and a kernel of 3 need one row of padding on each side; four columns need
    // one, and it goes to the right.
    const graph = tinyGraph([graphNode('Conv2D', 'out', ['image', 'filter'], windowed('SAME', 2))], {
      filter: floats([3, 3, 3, 1], ...Array.from({ length: 27 }, (_, index) => (index % 3 === 0 ? 1 : 0))),
    });
    const [out] = await run(graph);
    expect(out?.dims).toEqual([1, 2, 2, 1]);
    const sum = (rows: number[], columns: number[]) =>
      rows.flatMap((y) => columns.map((x) => at(y, x, 0))).reduce((a, b) => a + b);
    expect(out?.values).toEqual([
      sum([0, 1], [0, 1, 2]),
      sum([0, 1], [2, 3]),
      sum([1, 2], [0, 1, 2]),
      sum([1, 2], [2, 3]),
    ]);
  });

  test('a fused bias and activation come after the convolution', async () => {
    const attributes = windowed('VALID', 1, {
      fused_ops: { list: { s: [text('BiasAdd').s, text('Relu').s] } },
    });
    const graph = tinyGraph([graphNode('_FusedConv2D', 'out', ['image', 'filter', 'bias'], attributes)], {
      filter: floats([1, 1, 3, 2], 1, -1, 0, 0, 0, 0),
      bias: floats([2], 0.5, 2),
    });
    const [out] = await run(graph);
    expect(out?.values.slice(0, 4)).toEqual([0.5, 2, 3.5, 0]);
  });

  test('DepthwiseConv2dNative keeps channels apart, with a multiplier', async () => {
    // Channel c becomes c·value and 100·value.
    const filter = floats([1, 1, 3, 2], 0, 100, 1, 100, 2, 100);
    const graph = tinyGraph(
      [graphNode('DepthwiseConv2dNative', 'out', ['image', 'filter'], windowed('SAME'))],
      { filter },
    );
    const [out] = await run(graph);
    expect(out?.dims).toEqual([1, 3, 4, 6]);
    expect(out?.values.slice(0, 6)).toEqual([0, 0, 1, 100, 4, 200]);
  });

  test('MaxPool', async () => {
    const attributes = windowed('VALID', 2, { ksize: { list: { i: [1, 2, 2, 1] } } });
    const [out] = await run(tinyGraph([graphNode('MaxPool', 'out', ['image'], attributes)]));
    expect(out?.dims).toEqual([1, 1, 2, 3]);
    expect(out?.values).toEqual([15, 16, 17, 21, 22, 23]);
  });

  test('a padding that it does not know is refused', () => {
    const attributes = { ...windowed('VALID'), padding: text('EXPLICIT') };
    const graph = tinyGraph([graphNode('Conv2D', 'out', ['image', 'filter'], attributes)], {
      filter: ones([1, 1, 3, 1]),
    });
    const options = { input: 'picture', channelsSecond: false, outputs: ['out'] };
    expect(() => translateGraph(graph, options)).toThrow(/EXPLICIT/);
  });
});

describe('shapes', () => {
  test('Transpose comes out as asked for', async () => {
    const graph = tinyGraph([graphNode('Transpose', 'out', ['image', 'perm'])], {
      perm: integers(0, 3, 1, 2),
    });
    const [out] = await run(graph);
    expect(out?.dims).toEqual([1, 3, 3, 4]);
    expect(out?.values).toEqual(Array.from(asPlanes(PICTURE)));
  });

  test('Reshape reads the tensor in TensorFlow’s order', async () => {
    const graph = tinyGraph([graphNode('Reshape', 'out', ['image', 'shape'])], { shape: integers(1, -1, 6) });
    const [out] = await run(graph);
    expect(out).toEqual({ dims: [1, 6, 6], values: Array.from(PICTURE) });
  });

  test('ConcatV2 and SplitV by a negative axis', async () => {
    const graph = tinyGraph(
      [
        graphNode('SplitV', 'parts', ['image', 'sizes', 'axis']),
        graphNode('ConcatV2', 'out', ['parts:1', 'parts', 'axis']),
      ],
      { sizes: integers(1, 2), axis: scalar(-1) },
    );
    const [out] = await run(graph);
    expect(out?.dims).toEqual([1, 3, 4, 3]);
    expect(out?.values.slice(0, 6)).toEqual([1, 2, 0, 4, 5, 3]);
  });

  test('Pad and PadV2', async () => {
    const amounts = { shape: [4, 2], data: Int32Array.of(0, 0, 1, 0, 0, 2, 0, 0) };
    const graph = tinyGraph(
      [
        graphNode('Pad', 'zeros', ['image', 'amounts']),
        graphNode('PadV2', 'sevens', ['image', 'amounts', 'seven']),
      ],
      { amounts, seven: floats([], 7) },
    );
    const [zeros, sevens] = await run(graph, ['zeros', 'sevens']);
    expect(zeros?.dims).toEqual([1, 4, 6, 3]);
    expect(zeros?.values.slice(18, 36)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 0, 0, 0, 0, 0, 0]);
    expect(sevens?.values.slice(0, 18)).toEqual(Array(18).fill(7));
  });

  test('Mean over the picture', async () => {
    const graph = tinyGraph([graphNode('Mean', 'out', ['image', 'axes'], { keep_dims: { b: true } })], {
      axes: integers(1, 2),
    });
    expect(await run(graph)).toEqual([{ dims: [1, 1, 1, 3], values: [16.5, 17.5, 18.5] }]);
  });

  test.each([
    ['half-pixel centres', { half_pixel_centers: { b: true } }, [0, 0.75, 2.25, 3.75, 5.25, 6.75, 8.25, 9]],
    [
      'aligned corners',
      { align_corners: { b: true } },
      [0, 9 / 7, 18 / 7, 27 / 7, 36 / 7, 45 / 7, 54 / 7, 9],
    ],
    ['neither', {}, [0, 1.5, 3, 4.5, 6, 7.5, 9, 9]],
  ])('ResizeBilinear with %s', async (_, attributes, red) => {
    const graph = tinyGraph([graphNode('ResizeBilinear', 'out', ['image', 'size'], attributes)], {
      size: integers(3, 8),
    });
    const [out] = await run(graph);
    expect(out?.dims).toEqual([1, 3, 8, 3]);
    red.forEach((value, column) => {
      expect(out?.values[column * 3]).toBeCloseTo(value, 4);
    });
  });

  test('a shape that the graph computes is worked out', async () => {
    const graph = tinyGraph(
      [
        graphNode('SparseToDense', 'changes', ['where', 'length', 'what', 'zero']),
        graphNode('AddV2', 'shape', ['base', 'changes']),
        graphNode('Reshape', 'out', ['image', 'shape']),
      ],
      {
        where: { shape: [1, 1], data: Int32Array.of(1) },
        length: integers(2),
        what: integers(5),
        zero: scalar(0),
        base: integers(1, 31),
      },
    );
    expect((await run(graph))[0]?.dims).toEqual([1, 36]);
  });
});

describe('a translation', () => {
  const options = { input: 'picture', channelsSecond: false, outputs: ['out'] };

  test('always gives the same bytes', () => {
    const graph = tinyGraph([graphNode('Relu', 'out', ['image'])]);
    const [first, again] = [1, 2].map(() => translateGraph(graph, options).encode('tiny'));
    expect(first).toEqual(again);
  });

  test('takes in only what the outputs need', () => {
    const graph = tinyGraph([graphNode('Relu', 'out', ['image']), graphNode('TopKV2', 'other', ['image'])]);
    expect(() => translateGraph(graph, options)).not.toThrow();
  });

  test.each([
    ['an unknown operator', graphNode('TopKV2', 'out', ['image']), /operator TopKV2 is not supported/],
    ['a node that is not there', graphNode('Relu', 'out', ['nobody']), /no node "nobody"/],
    [
      'an output of a node that is not there',
      graphNode('Relu', 'out', ['image:1']),
      /"image:1" does not exist/,
    ],
  ])('refuses %s', (_, node, message) => {
    expect(() => translateGraph(tinyGraph([node]), options)).toThrow(message);
  });
});
