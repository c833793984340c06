import type { ModelReference } from '@amaan/governance/system-standing';
import { PlateReader } from '@amaan/number-plates/plate-reader';
import { numberPlates, readerOptions } from '@amaan/number-plates/system';
import { installedModels } from '@amaan/vision/models/installed-models';
import { openEvaluationSessions } from '@amaan/vision/pipeline/evaluation-sessions';
import { logEvaluationPermit } from '../vision/log-evaluation-permit.ts';

/** A reader for files. */
export interface FilePlateReader extends AsyncDisposable {
  readonly reader: PlateReader;
  readonly models: readonly ModelReference[];
}

/**
 * Opens the plate reader under the built-in evaluation permit, and writes down that it did.
 *
 * @param files how many are to be read.
 * @param formats identifiers of the formats to expect; all when left out.
 * @param command what the permit is for, as in the command line.
 * @param sides sizes at which plates are looked for: those of whole pictures, or of a camera's frames.
 * @throws ModelError `MODEL_NOT_INSTALLED` with the command that helps.
 */
export async function openPlateReader(
  files: number,
  formats?: readonly string[],
  command = 'plates',
  sides: Parameters<typeof readerOptions>[0] = 'finderSides',
): Promise<FilePlateReader> {
  const models = await installedModels(numberPlates.models);
  await using stack = new AsyncDisposableStack();
  const { sessions, permit } = stack.use(await openEvaluationSessions(numberPlates, models));
  await logEvaluationPermit(permit, command, files);
  const [finder, lines, recogniser] = sessions;
  const reader = new PlateReader(
    { finder: finder!, lines: lines!, recogniser: recogniser! },
    readerOptions(sides, formats),
  );
  const owned = stack.move();
  const references = models.map(({ manifest, digest }) => ({ id: manifest.id, digest }));
  return { reader, models: references, [Symbol.asyncDispose]: () => owned.disposeAsync() };
}
