import { readManifests } from '@amaan/vision/models/manifest';
import { ModelStore } from '@amaan/vision/models/model-store';
import { showProgress } from './show-progress.ts';

/** Installs the models that every deployment needs; those that are there and sound are left alone. */
export async function prepareModels(): Promise<void> {
  const store = new ModelStore();
  for (const manifest of await readManifests()) {
    if (manifest.install !== 'setup') continue;
    using progress = showProgress(`preparing the model ${manifest.title}`);
    await store.install(manifest, { onProgress: progress.update });
  }
}
