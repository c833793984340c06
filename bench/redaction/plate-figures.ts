import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { openEvaluationFinder } from '@amaan/cli/redact/evaluation-finder';
import { maskStill } from '@amaan/redactor/files/mask-still';
import { sharedData } from '@amaan/vision/detectors/testing/shared-data';
import { decodePicture } from '@amaan/vision/image/decode-picture';
import type { Figure } from '../figure.ts';
import { asFrames } from './mask-photo.ts';
import { COVERED, filledShare, needlessShare } from './masked-share.ts';
import { markedStreets } from './plate-boxes.ts';
import { figure, share } from './redaction-figure.ts';

/** Narrower plates than this nobody reads, in pixels. */
const LEAST_WIDTH = 16;

/** How many plates of street scenes are covered, and how much else; of the part that the finder was not trained on. */
export async function* plateFigures(): AsyncGenerator<Figure> {
  const folder = sharedData('plates-boxes');
  if (!existsSync(folder)) return;
  const streets = await markedStreets(folder, 'valid');
  await using finder = await openEvaluationFinder(['plate'], 1);
  const ways = { 'as pictures': finder, 'as frames of a recording': asFrames(finder) };
  for (const [way, by] of Object.entries(ways)) {
    let covered = 0;
    let plates = 0;
    let needless = 0;
    for (const { path, boxes } of streets) {
      const original = await decodePicture(await readFile(path), path);
      const masked = { ...original, pixels: original.pixels.slice() };
      await maskStill(masked, by, 'fill');
      const asked = boxes.filter(([, , width]) => width >= LEAST_WIDTH);
      plates += asked.length;
      covered += asked.filter((box) => filledShare(masked, box, 0) >= COVERED).length;
      needless += needlessShare(masked, original, boxes);
    }
    yield share(`street scenes ${way}: plates covered`, covered, plates);
    yield figure(`… covered where no plate is marked, of a picture`, needless / streets.length, 'share');
  }
}
