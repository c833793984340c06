import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { digestOfBytes } from '@amaan/contracts/digest-of';
import type { ModelManifest } from '@amaan/contracts/model-manifest';
import type { InstalledModel } from '../../models/installed-model.ts';
import { OnnxGraph } from '../../models/tfjs-to-onnx/onnx-graph.ts';

const SIZE = 32;
/** Points of YOLOX on a picture of 32 × 32: 16 of stride 8, 4 of stride 16, one of stride 32. */
const POINTS = 21;
const VALUES = 85;

/** A manifest for tests; `changes` says what is particular. */
export function testManifest(changes: Partial<ModelManifest> = {}): ModelManifest {
  return {
    id: 'test-model',
    title: 'Test model',
    task: 'object-detection',
    licence: 'Apache-2.0',
    source: 'https://models.invalid/test-model.onnx',
    downloadBytes: 1,
    install: 'pull',
    files: [{ path: 'test-model.onnx', digest: null, bytes: 1 }],
    conversion: 'none',
    digest: null,
    input: {
      name: 'picture',
      width: SIZE,
      height: SIZE,
      layout: 'nchw',
      channels: 'rgb',
      mean: [0, 0, 0],
      std: [1, 1, 1],
      fit: 'letterbox-top-left',
      padding: 0,
    },
    output: { names: ['output'], decoder: 'yolox' },
    quality: 'none',
    ...changes,
  };
}

/**
 * Writes a detector that takes 32 × 32 pictures and finds the same thing in each: a person (confidence
 * 0.9) in the middle of the picture, half as wide and as high.
 */
export async function installTestDetector(folder: string): Promise<InstalledModel> {
  const answers = new Float32Array(POINTS * VALUES);
  // The one point of stride 32: centre half a cell from the corner, width and height half a cell.
  answers.set([0.5, 0.5, Math.log(0.5), Math.log(0.5), 1, 0.9], (POINTS - 1) * VALUES);
  const graph = new OnnxGraph();
  const input = graph.input('picture', [1, 3, SIZE, SIZE]);
  const [mean] = graph.node('ReduceMean', [input], { axes: [0, 1, 2, 3], keepdims: 0 });
  const [nothing] = graph.node('Mul', [mean!, graph.floats({ shape: [], data: Float32Array.of(0) })]);
  const table = graph.floats({ shape: [1, POINTS, VALUES], data: answers });
  const [output] = graph.node('Add', [table, nothing!]);
  graph.output('output', output!, [1, POINTS, VALUES]);
  return writeModel(folder, graph, testManifest());
}

/** Writes a graph as the model of a manifest. */
export async function writeModel(
  folder: string,
  graph: OnnxGraph,
  manifest: ModelManifest,
): Promise<InstalledModel> {
  const bytes = graph.encode(manifest.id);
  const path = join(folder, `${manifest.id}.onnx`);
  await writeFile(path, bytes);
  return { manifest, path, digest: digestOfBytes(bytes) };
}
