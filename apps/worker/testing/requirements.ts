import { smartVision } from '@amaan/smart-vision/system';
import type { InstalledModel } from '@amaan/vision/models/installed-model';
import { manifestOf } from '@amaan/vision/models/manifest';
import { ModelStore } from '@amaan/vision/models/model-store';

/** The model that the worker runs, or null, after saying how to get it, where it is not installed. */
export async function installedModel(): Promise<InstalledModel | null> {
  const store = new ModelStore();
  const manifest = await manifestOf(smartVision.models[0]);
  if ((await store.check(manifest)).state === 'ok') return store.installed(manifest);
  console.warn(`Skipped: the model is not installed. Run: ./amaan models pull ${manifest.id}`);
  return null;
}
