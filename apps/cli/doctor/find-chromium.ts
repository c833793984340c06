import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

/** Path of a Chromium or Chrome: `AMAAN_CHROMIUM`, else the first on the search path, else null. */
export async function findChromium(environment: NodeJS.ProcessEnv = process.env): Promise<string | null> {
  if (environment.AMAAN_CHROMIUM) return environment.AMAAN_CHROMIUM;
  for (const name of NAMES) {
    for (const folder of (environment.PATH ?? '').split(delimiter)) {
      const path = join(folder, name);
      if (
        await access(path, constants.X_OK).then(
          () => true,
          () => false,
        )
      )
        return path;
    }
  }
  return null;
}
