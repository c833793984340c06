import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { digestOfBytes, digestOfJson } from '@amaan/contracts/digest-of';
import type { MeasuredFigure, ValidationInput } from '@amaan/contracts/governance/validation';
import { AmaanError } from '@amaan/contracts/problem';
import { presentCombination } from '@amaan/governance/combination';
import { numberPlates } from '@amaan/number-plates/system';
import { decodePicture } from '@amaan/vision/image/decode-picture';
import { labelledPlates, sameText } from '../../../bench/plates/labelled-plates.ts';
import { CONDITIONS, renderPunjabPlate } from '../../../bench/plates/punjab-plates.ts';
import { openPlateReader } from '../plates/open-plate-reader.ts';
import { projectRoot } from '../project.ts';
import { shareFigure, shareOf } from './share-figure.ts';

/** What has to be reached by the lower end of the interval: over everything, and in each group. */
const AIMS = { all: 0.85, group: 0.7 };
const HEIGHTS = [25, 32, 40, 60];
const YAWS = [-20, 0, 20];
const OF_EACH = 4;
/** Not the seeds of `amaan bench plates`. */
const FIRST_SEED = 100_000;

interface Read {
  readonly groups: readonly string[];
  readonly right: boolean;
}

/**
 * Reads labelled photographs and rendered plates of Punjab, and counts the plates whose best reading is exact.
 * @param folder of the photographs; left out: the European set beside the clone
 * @throws AmaanError `PLATES_MISSING`
 */
export async function measureNumberPlates(
  folder = join(projectRoot, '../shared/data/plates-eu'),
): Promise<ValidationInput> {
  const plates = await labelledPlates(resolve(folder)).catch((cause: unknown) => {
    throw new AmaanError(
      'PLATES_MISSING',
      `${folder} has no labelled photographs of plates; name a folder that has them with --clips.`,
      { cause },
    );
  });
  await using open = await openPlateReader(plates.length, undefined, 'govern validate');
  const reads: Read[] = [];
  const digests: Record<string, string> = {};
  for (const { path, text } of plates) {
    const bytes = await readFile(path);
    digests[text] = digestOfBytes(bytes);
    const [first] = await open.reader.read(await decodePicture(bytes, path), null);
    reads.push({ groups: ['photographs'], right: first !== undefined && sameText(first.text, text) });
  }
  let seed = FIRST_SEED;
  for (const height of HEIGHTS) {
    for (const yaw of YAWS) {
      for (const condition of CONDITIONS) {
        for (let one = 0; one < OF_EACH; one++) {
          const { picture, text, rows } = await renderPunjabPlate({ height, yaw, condition, seed: seed++ });
          const [first] = await open.reader.read(picture, null);
          const groups = [`rendered, ${condition}`, `rendered, ${rows === 1 ? 'one row' : 'two rows'}`];
          reads.push({ groups, right: first !== undefined && sameText(first.text, text) });
        }
      }
    }
  }
  const combination = presentCombination(numberPlates, open.models);
  return {
    ...combination,
    models: [...combination.models],
    dataset: {
      name: `${plates.length} labelled photographs and ${reads.length - plates.length} rendered plates of Punjab`,
      digest: digestOfJson({ photographs: digests, rendered: { HEIGHTS, YAWS, OF_EACH, FIRST_SEED } }),
      licence:
        'photographs: openalpr/benchmarks (endtoend/eu), or as their folder says; rendered plates Apache-2.0',
      provenance:
        'Photographs were published by others as a benchmark of plate readers. Rendered plates are drawn by bench/plates/punjab-plates.ts with made-up numbers; the finder was trained on plates drawn by other code.',
      preparation:
        'Whole pictures as they are. Rendered: 25 to 60 pixels a row, up to 20 degrees of yaw, by day, blurred, by night, in rain, with dirt. The letters O and I count as 0 and 1, which plates write alike.',
    },
    figures: figuresOf(reads),
    command: 'amaan govern validate number-plates',
    statement:
      'Share of plates whose best reading is exact. No photographs of Pakistani plates were at hand: enough for a pilot under watch where people compare every reading with its picture.',
  };
}

function figuresOf(reads: readonly Read[]): MeasuredFigure[] {
  const groups = [...new Set(reads.flatMap((read) => read.groups))].sort();
  return [null, ...groups].map((group) => {
    const own = reads.filter((read) => group === null || read.groups.includes(group));
    const share = shareOf(own, ({ right }) => right);
    return shareFigure('exact readings', group, share, group === null ? AIMS.all : AIMS.group);
  });
}
