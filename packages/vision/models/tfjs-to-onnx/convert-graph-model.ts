import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Digest } from '@amaan/contracts/digest';
import { digestOfBytes } from '@amaan/contracts/digest-of';
import type { ModelManifest } from '@amaan/contracts/model-manifest';
import { conversionError } from './conversion-error.ts';
import { readGraphModel } from './graph-model.ts';
import { translateGraph } from './translate-graph.ts';

/**
 * Converts a TensorFlow.js graph model to an ONNX file. The same source files and manifest always give the
 * same bytes.
 *
 * @param files where each file of the manifest lies, by its name there: one `.json`, the rest weights.
 * @returns the sha256 of what was written to `target`.
 * @throws ModelError `MODEL_CONVERSION_FAILED`, naming what is not supported.
 */
export async function convertGraphModel(
  manifest: Pick<ModelManifest, 'id' | 'input' | 'output'>,
  files: ReadonlyMap<string, string>,
  target: string,
): Promise<Digest> {
  const byBaseName = new Map([...files].map(([name, path]) => [basename(name), path]));
  const json = [...byBaseName].find(([name]) => name.endsWith('.json'));
  if (json === undefined) throw conversionError('its manifest names no model.json');
  const model = await readGraphModel(json[1], async (shard) => {
    const path = byBaseName.get(shard);
    if (path === undefined) throw conversionError(`its manifest does not name the weights "${shard}"`);
    return readFile(path);
  });
  const { input, output } = manifest;
  const bytes = translateGraph(model, {
    input: input.name,
    channelsSecond: input.layout === 'nchw' && model.input.shape.at(-1) === 3,
    outputs: output.names,
  }).encode(manifest.id);
  await writeFile(target, bytes);
  return digestOfBytes(bytes);
}
