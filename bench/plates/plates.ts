import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openPlateReader } from '@amaan/cli/plates/open-plate-reader';
import { projectRoot } from '@amaan/cli/project';
import { AmaanError } from '@amaan/contracts/problem';
import { wilsonInterval } from '@amaan/governance-monitoring/wilson-interval';
import { sharedArea } from '@amaan/number-plates/finding/plate-quad';
import type { PlateReader } from '@amaan/number-plates/plate-reader';
import type { PlateRead } from '@amaan/number-plates/reading/plate-read';
import { numberPlates } from '@amaan/number-plates/system';
import { decodePicture } from '@amaan/vision/image/decode-picture';
import type { Picture } from '@amaan/vision/image/picture';
import { resizePicture } from '@amaan/vision/image/resize-picture';
import { cpuMilliseconds } from '../cpu-milliseconds.ts';
import type { Benchmark, Figure } from '../figure.ts';
import { percentile } from '../percentile.ts';
import { editDistance } from './edit-distance.ts';
import { folded, type LabelledPlate, labelledPlates, sameText } from './labelled-plates.ts';
import { CONDITIONS, type RenderedPlate, renderPunjabPlate } from './punjab-plates.ts';

const HEIGHTS = [12, 16, 20, 25, 32, 40, 60];
const YAWS = [-40, -20, 0, 20, 40];
/** Plates for each height, yaw and condition. */
const OF_EACH = 4;
const BINS = 10;
const REPETITIONS = 4;

interface Judged {
  readonly reads: readonly PlateRead[];
  readonly plate: LabelledPlate;
}

/**
 * How well and how fast plates are read: a folder of labelled photographs (the European set beside the clone when none
 * is named), rendered plates of Punjab by height and yaw, and the time of a 1080p frame and of a vehicle's crop.
 */
export const benchPlates: Benchmark = async function* ({ file }) {
  const folder = file ?? join(projectRoot, '../shared/data/plates-eu');
  const plates = await labelledPlates(folder).catch((cause: unknown) => {
    throw new AmaanError('PLATES_MISSING', `${folder} has no labelled photographs of plates.`, { cause });
  });
  await using open = await openPlateReader(plates.length);
  const { reader } = open;
  const judged: Judged[] = [];
  const began = { ...reader.times };
  for (const plate of plates) {
    const picture = await decodePicture(await readFile(plate.path), plate.path);
    judged.push({ plate, reads: await reader.read(picture, null) });
  }
  yield* accuracyOf(judged);
  yield* calibrationOf(judged);
  for (const stage of ['finding', 'lines', 'recognising'] as const) {
    yield figure(`photograph, ${stage}`, (reader.times[stage] - began[stage]) / plates.length, 'ms');
  }
  await using live = await openPlateReader(1, undefined, 'plates', 'liveFinderSides');
  yield* speedOf(live.reader, judged);
  yield* renderedFigures(reader);
};

function* accuracyOf(judged: readonly Judged[]): Iterable<Figure> {
  const best = judged.filter(({ reads: [first], plate }) => first && sameText(first.text, plate.text)).length;
  const any = judged.filter(({ reads, plate }) =>
    reads.some(({ text }) => sameText(text, plate.text)),
  ).length;
  yield share('photographs: best candidate exact', best, judged.length, '≥ 0.97', 0.97);
  yield share('photographs: any candidate exact', any, judged.length);
  const { leastConfidence } = numberPlates.thresholds;
  const reported = judged.flatMap(({ reads, plate }) =>
    reads.filter((read) => read.found * read.confidence >= leastConfidence).map((read) => ({ read, plate })),
  );
  const right = reported.filter(({ read, plate }) => sharedArea(read.box, plate.box) > 0.5).length;
  const found = judged.filter(({ reads, plate }) =>
    reads.some(
      (read) => read.found * read.confidence >= leastConfidence && sharedArea(read.box, plate.box) > 0.5,
    ),
  ).length;
  yield share(`plates at the default threshold ${leastConfidence}: precision`, right, reported.length);
  yield share('plates at the default threshold: recall', found, judged.length);
  const wrong = judged.map(({ reads: [first], plate }) =>
    editDistance(folded(first?.text ?? ''), folded(plate.text)),
  );
  yield figure(
    'characters wrong per plate',
    wrong.reduce((sum, one) => sum + one, 0) / wrong.length,
    'characters',
  );
}

/** The reliability curve and the expected calibration error of best candidates (C. Guo et al., ICML 2017). */
function* calibrationOf(judged: readonly Judged[]): Iterable<Figure> {
  const cases = judged.flatMap(({ reads: [first], plate }) =>
    first ? [{ confidence: first.found * first.confidence, right: sameText(first.text, plate.text) }] : [],
  );
  let error = 0;
  for (let bin = 0; bin < BINS; bin++) {
    const own = cases.filter(({ confidence }) => Math.min(BINS - 1, Math.floor(confidence * BINS)) === bin);
    if (own.length === 0) continue;
    const mean = own.reduce((sum, { confidence }) => sum + confidence, 0) / own.length;
    const right = own.filter((one) => one.right).length / own.length;
    error += (own.length / cases.length) * Math.abs(mean - right);
    yield figure(`right where confidence is ${mean.toFixed(2)} (n = ${own.length})`, right, 'share');
  }
  yield figure('expected calibration error', error, 'share');
}

/** Every so many photographs one stands for a vehicle before a camera. */
const EVERY = 6;
const FRAME = { width: 1920, height: 1080 };
/** Size of the vehicle in the frame, and of its crop. */
const VEHICLE = { width: 960, height: 720 };
const CROP = { width: 480, height: 360 };

async function* speedOf(reader: PlateReader, judged: readonly Judged[]): AsyncIterable<Figure> {
  const frames: number[] = [];
  const crops: number[] = [];
  const floors = { frame: [] as number[], crop: [] as number[] };
  for (const { plate } of judged.filter((_, index) => index % EVERY === 0)) {
    const photograph = await decodePicture(await readFile(plate.path), plate.path);
    const frame = frameWith(resizePicture(photograph, VEHICLE.width, VEHICLE.height));
    const crop = resizePicture(photograph, CROP.width, CROP.height);
    frames.push(await leastTime(() => reader.read(frame, null)));
    crops.push(await leastTime(() => reader.read(crop, null)));
    floors.frame.push(await leastTime(() => reader.find(frame, null)));
    floors.crop.push(await leastTime(() => reader.find(crop, null)));
  }
  yield* timesOf('whole 1080p frame with one vehicle', frames, floors.frame, 120);
  yield* timesOf('vehicle crop of 480 × 360', crops, floors.crop, 50);
}

/** The vehicle in the middle of a frame whose rest is the same picture, blurred: a street that holds no other plate. */
function frameWith(vehicle: Picture): Picture {
  const ground = resizePicture(resizePicture(vehicle, 24, 14), FRAME.width, FRAME.height);
  const left = (FRAME.width - vehicle.width) / 2;
  const top = (FRAME.height - vehicle.height) / 2;
  for (let row = 0; row < vehicle.height; row++) {
    const from = row * vehicle.width * 3;
    ground.pixels.set(
      vehicle.pixels.subarray(from, from + vehicle.width * 3),
      ((top + row) * FRAME.width + left) * 3,
    );
  }
  return ground;
}

/** Processor time of the fastest of several runs: the others were disturbed. Milliseconds. */
async function leastTime(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < REPETITIONS; run++) times.push(await cpuMilliseconds(work));
  return Math.min(...times);
}

/** The floor is finding alone, without reading anything. */
function* timesOf(
  name: string,
  times: readonly number[],
  floors: readonly number[],
  most: number,
): Iterable<Figure> {
  const median = percentile(times, 0.5);
  const floor = percentile(floors, 0.5);
  yield {
    ...figure(`${name}, one thread, median`, median, 'ms CPU'),
    ...{ floor, ratio: median / floor, aim: `≤ ${most} ms`, met: median <= most },
  };
  yield figure(`${name}, one thread, 95 %`, percentile(times, 0.95), 'ms CPU');
}

async function* renderedFigures(reader: PlateReader): AsyncIterable<Figure> {
  const results: { plate: RenderedPlate; right: boolean }[] = [];
  let seed = 1;
  for (const height of HEIGHTS) {
    for (const yaw of YAWS) {
      for (const condition of CONDITIONS) {
        for (let one = 0; one < OF_EACH; one++) {
          const plate = await renderPunjabPlate({ height, yaw, condition, seed: seed++ });
          const [first] = await reader.read(plate.picture, null);
          results.push({ plate, right: first !== undefined && sameText(first.text, plate.text) });
        }
      }
      const own = results.filter(({ plate }) => plate.height === height && plate.yaw === yaw);
      yield rendered(`Punjab, ${height} px a row, yaw ${yaw}°`, own);
    }
  }
  const asked = results.filter(({ plate }) => plate.height >= 25 && Math.abs(plate.yaw) <= 20);
  const at25 = asked.filter(({ plate }) => plate.height === 25);
  yield { ...rendered('Punjab, 25 px a row within ±20°', at25), ...aimed(at25) };
  yield { ...rendered('Punjab, 25 px a row and more within ±20°', asked), ...aimed(asked) };
  for (const rows of [1, 2]) {
    yield rendered(
      `… of ${rows} row${rows > 1 ? 's' : ''}`,
      asked.filter(({ plate }) => plate.rows === rows),
    );
  }
  for (const condition of CONDITIONS) {
    yield rendered(
      `… ${condition}`,
      asked.filter(({ plate }) => plate.condition === condition),
    );
  }
}

function aimed(results: readonly { readonly right: boolean }[]) {
  const value = results.filter(({ right }) => right).length / results.length;
  return { aim: '≥ 0.95', met: value >= 0.95 };
}

function rendered(name: string, results: readonly { readonly right: boolean }[]): Figure {
  return share(name, results.filter(({ right }) => right).length, results.length);
}

function share(name: string, successes: number, trials: number, aim?: string, least?: number): Figure {
  const value = successes / Math.max(1, trials);
  const { low, high } = wilsonInterval(successes, Math.max(1, trials));
  const named = `${name} (n = ${trials}, 95 % interval ${low.toFixed(3)}–${high.toFixed(3)})`;
  return { ...figure(named, value, 'share'), ...(aim !== undefined && { aim, met: value >= (least ?? 0) }) };
}

function figure(name: string, value: number, unit: string): Figure {
  return { benchmark: 'plates', name, value, unit };
}
