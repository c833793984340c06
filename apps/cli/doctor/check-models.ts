import { readManifests } from '@amaan/vision/models/manifest';
import { ModelStore } from '@amaan/vision/models/model-store';
import { type Check, fine } from './check.ts';

/** A line for each model: those of set-up must be there and sound, the others may be missing. */
export async function checkModels(): Promise<Check[]> {
  const models = await new ModelStore().verify(await readManifests());
  return models
    .filter(({ manifest, state }) => manifest.install === 'setup' || state !== 'missing')
    .map(({ manifest, state }) => {
      const check = fine(
        `model-${manifest.id}`,
        `model ${manifest.id}`,
        `${manifest.title}, digest verified`,
      );
      if (state === 'ok') return check;
      const help = `./amaan models pull ${manifest.id}`;
      return state === 'missing'
        ? { ...check, state: 'weak', found: 'not installed yet; the first start installs it', help }
        : { ...check, state: 'missing', found: 'its file has changed and is refused', help };
    });
}
