import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ModelManifest } from '@amaan/contracts/model-manifest';
import { ModelError } from './model-error.ts';

/** The repository's `models/` folder. */
const MANIFEST_FOLDER = join(import.meta.dirname, '../../../models');

/**
 * Parses one manifest.
 * @throws ModelError `MODEL_MANIFEST_INVALID`, naming the file and the first field that does not fit.
 */
export function parseManifest(text: string, name: string): ModelManifest {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new ModelError('MODEL_MANIFEST_INVALID', `The model manifest ${name} is not JSON.`, { cause });
  }
  const parsed = ModelManifest.safeParse(value);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new ModelError(
      'MODEL_MANIFEST_INVALID',
      `The model manifest ${name} does not fit at "${issue?.path.join('.')}": ${issue?.message}.`,
    );
  }
  const manifest = parsed.data;
  if (manifest.conversion !== 'tfjs-graph' && manifest.files.length !== 1) {
    throw new ModelError(
      'MODEL_MANIFEST_INVALID',
      `The model manifest ${name} names ${manifest.files.length} files but no conversion that joins them.`,
    );
  }
  return manifest;
}

/**
 * Every manifest of a folder, by id in alphabetical order.
 * @throws ModelError `MODEL_MANIFEST_INVALID` for the first manifest that does not fit its schema or whose
 * id is not its file's name.
 */
export async function readManifests(folder: string = MANIFEST_FOLDER): Promise<ModelManifest[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  return Promise.all(
    names.map(async (name) => {
      const manifest = parseManifest(await readFile(join(folder, name), 'utf8'), name);
      if (`${manifest.id}.json` !== name) {
        throw new ModelError(
          'MODEL_MANIFEST_INVALID',
          `The model manifest ${name} carries the id "${manifest.id}"; file name and id must agree.`,
        );
      }
      return manifest;
    }),
  );
}

/**
 * The manifest of one model.
 * @throws ModelError `MODEL_UNKNOWN`, listing the ids that exist.
 */
export async function manifestOf(id: string, folder: string = MANIFEST_FOLDER): Promise<ModelManifest> {
  const manifests = await readManifests(folder);
  const manifest = manifests.find((candidate) => candidate.id === id);
  if (manifest === undefined) {
    const known = manifests.map((candidate) => candidate.id).join(', ');
    throw new ModelError('MODEL_UNKNOWN', `There is no model "${id}". Known models: ${known}.`);
  }
  return manifest;
}
