import type { InstalledModel } from './installed-model.ts';
import { manifestOf } from './manifest.ts';
import { ModelStore } from './model-store.ts';

/**
 * The models of a system in the cache of this machine.
 * @param ids of their manifests; the models come in the same order
 * @throws ModelError when one is not installed or not what it must be, with the command that helps.
 */
export async function installedModels(ids: readonly string[]): Promise<InstalledModel[]> {
  const store = new ModelStore();
  const models: InstalledModel[] = [];
  for (const id of ids) models.push(await store.installed(await manifestOf(id)));
  return models;
}
