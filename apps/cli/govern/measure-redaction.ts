import { readFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { digestOfBytes, digestOfJson } from '@amaan/contracts/digest-of';
import type { MeasuredFigure, ValidationInput } from '@amaan/contracts/governance/validation';
import { AmaanError } from '@amaan/contracts/problem';
import { MASK_STYLES } from '@amaan/contracts/redaction/masking';
import { faceRecognition } from '@amaan/face-recognition/system';
import { searchThreshold } from '@amaan/face-recognition/threshold/search-threshold';
import { presentCombination } from '@amaan/governance/combination';
import { redaction } from '@amaan/redaction/system';
import { decodePicture } from '@amaan/vision/image/decode-picture';
import { installedModels } from '@amaan/vision/models/installed-models';
import { readLabelledFrames } from '@amaan/vision/quality/labelled-frames';
import { frameOfClip } from '@amaan/vision/sources/frame-of-clip';
import { LIGHTS, withLight } from '../../../bench/faces/light-photo.ts';
import { SAMPLE_PHOTOS, type SamplePhoto, samplePhotos } from '../../../bench/faces/sample-photos.ts';
import { allShrunkTo } from '../../../bench/faces/scale-photo.ts';
import { labelledPlates } from '../../../bench/plates/labelled-plates.ts';
import { crowdCoverage, HEIGHT_BANDS, neverBare } from '../../../bench/redaction/crowd-coverage.ts';
import { knownMasks, recognised } from '../../../bench/redaction/known-masks.ts';
import { MARKED_CLIPS, markedClips } from '../../../bench/redaction/marked-clips.ts';
import { asFrames, askedOf, coveredIn } from '../../../bench/redaction/mask-photo.ts';
import { movingCrowd } from '../../../bench/redaction/moving-crowd.ts';
import { markedStreets } from '../../../bench/redaction/plate-boxes.ts';
import { WorkFolder } from '../../../bench/redaction/work-folder.ts';
import { projectRoot } from '../project.ts';
import { openEvaluationFinder } from '../redact/evaluation-finder.ts';
import { type Share, shareFigure, shareOf } from './share-figure.ts';

/**
 * What the lower end of an interval has to reach for the system to run at all, decided before it was measured: of faces
 * that are covered over everything and in each group, of plates, of masked faces that recognition does not know.
 */
const AIMS = { faces: 0.95, facesInGroup: 0.85, plates: 0.85, notKnown: 0.95 };
/** What the product wants of faces; below it the system may run, but says so. */
const WANTED = 0.98;
/** Heights in pixels that the smallest face of each photograph is given. */
const HEIGHTS = [32, 20];
/** The part of the street scenes that the finder of plates was not trained on. */
const SPLIT = 'valid';
const FACES = 'faces of 20 px and more covered';
const LABELS = join(projectRoot, 'bench/data/object-labels.json');

/** The files of the validation: clips, and beside their folder the photographs of plates. */
interface Material {
  readonly clips: string;
  readonly photographs: Awaited<ReturnType<typeof labelledPlates>>;
  readonly streets: Awaited<ReturnType<typeof markedStreets>>;
}

/**
 * Masks photographs, clips and a made-up recording of which is known where faces, plates and people are, and looks in the
 * results whether they are covered. Ten minutes or so.
 * @param clips folder of the clips, with `plates-eu` and `plates-boxes` beside it; left out: the one beside the clone
 * @throws AmaanError `CLIPS_MISSING`, or a ModelError where photographs or models are missing
 */
export async function measureRedaction(
  clips = join(projectRoot, '../shared/data/media'),
): Promise<ValidationInput> {
  const material = await materialIn(resolve(clips));
  const photos = await Array.fromAsync(samplePhotos());
  const faces = [...(await inPhotos(photos)), ...(await inRecordings(photos, material))];
  const installed = await installedModels(redaction.models);
  const models = installed.map(({ manifest, digest }) => ({ id: manifest.id, digest }));
  const combination = presentCombination(redaction, models);
  return {
    ...combination,
    models: [...combination.models],
    dataset: {
      name: `${photos.length} photographs of faces, a recording made of them, 2 public clips, ${material.photographs.length + material.streets.length} photographs of plates`,
      digest: digestOfJson(await digestsOf(material)),
      licence:
        'photographs of faces MIT and BSD-3-Clause by package, clips CC BY 4.0 and OpenCV samples, plates openalpr/benchmarks and MIT; marks Apache-2.0',
      provenance:
        'Published by others as samples, demonstrations and benchmarks; nobody was filmed for this. The recording moves a view over the photographs, three sizes of face, with two cuts.',
      preparation:
        'Faces were marked by eye. A face, plate or person counts as covered when nine tenths of its box show the fill in the result. Photographs are also shrunk, made dark and bright. Frames of one recording resemble each other, so that intervals by frame are too narrow; the margin of covers was once raised after a look at these photographs. Groups are of size, light, view and place in the picture; groups of people were neither marked nor guessed.',
    },
    figures: [
      ...overAll(faces),
      ...(await plates(material)),
      ...(await people(material)),
      ...(await known(photos)),
    ],
    command: 'amaan govern validate redaction',
    statement: `${againstWanted(faces)} The aims of this validation lie lower: below them it must not run at all. In the clips faces are few, from the side and small, so that they are reported and not judged; below 20 pixels of height many stay bare. People check what leaves.`,
  };
}

/** What is known of faces: how many of a group are covered, and whether that group is judged. */
interface Coverage {
  readonly group: string;
  readonly share: Share;
  readonly isJudged: boolean;
  /** Whether it is a part of everything, and not a second look at it. */
  readonly isPart: boolean;
  readonly name?: string;
}

async function inPhotos(photos: readonly SamplePhoto[]): Promise<Coverage[]> {
  await using finder = await openEvaluationFinder(['face'], 1);
  const ways: [group: string, photos: readonly SamplePhoto[]][] = [['photographs as they are', photos]];
  for (const height of HEIGHTS)
    ways.push([`photographs, smallest face ${height} px`, await allShrunkTo(photos, height)]);
  for (const [light, gain] of Object.entries(LIGHTS))
    ways.push([`photographs made ${light}`, photos.map((photo) => withLight(photo, gain))]);
  const found: Coverage[] = [];
  for (const [group, own] of ways) {
    const covered = await coveredIn(own.map(askedOf), finder);
    found.push({ group, share: shareOf(covered, Boolean), isJudged: true, isPart: true });
  }
  return found;
}

async function inRecordings(photos: readonly SamplePhoto[], { clips }: Material): Promise<Coverage[]> {
  await using folder = await WorkFolder.create();
  const { sights } = await crowdCoverage(await movingCrowd(photos, folder), folder);
  const of = (group: string, own: typeof sights) => {
    const share = shareOf(own, ({ isCovered }) => isCovered);
    return { group: `recording, ${group}`, share, isJudged: true };
  };
  const found: Coverage[] = [];
  for (const { name, least, below } of HEIGHT_BANDS) {
    const band = sights.filter(({ height }) => height >= least && height < below);
    found.push({ ...of(`faces of ${name}`, band), isPart: true });
  }
  for (const isNearEdge of [true, false]) {
    const where = isNearEdge ? 'near an edge of the picture' : 'away from the edges';
    const own = sights.filter((sight) => sight.isNearEdge === isNearEdge);
    found.push({ ...of(where, own), isPart: false });
  }
  const { covered, faces } = neverBare(sights);
  const reported = { isJudged: false, isPart: false };
  found.push({
    ...reported,
    name: 'faces of 20 px and more never bare in any frame',
    group: 'recording',
    share: { right: covered, of: faces },
  });
  for await (const { name, profile, small, away } of markedClips(folder, clips)) {
    const views = { 'in profile': profile, 'in profile, 15–19 px': small, 'turned away': away };
    for (const [view, [right, count]] of Object.entries(views)) {
      if (count === 0) continue;
      const share = { right, of: count };
      found.push({
        ...reported,
        group: `clip ${name}, ${view}`,
        share,
        ...(view === 'in profile' ? {} : { name: 'faces covered' }),
      });
    }
  }
  return found;
}

/** All parts together, and each group. */
function overAll(coverages: readonly Coverage[]): MeasuredFigure[] {
  const parts = coverages.filter(({ isPart }) => isPart);
  const sum = (key: keyof Share) => parts.reduce((total, { share }) => total + share[key], 0);
  return [
    shareFigure(FACES, null, { right: sum('right'), of: sum('of') }, AIMS.faces),
    ...coverages.map(({ name = FACES, group, share, isJudged }) =>
      shareFigure(name, group, share, isJudged ? AIMS.facesInGroup : null),
    ),
  ];
}

/** One sentence on what the product wants, and where it is missed. */
function againstWanted(coverages: readonly Coverage[]): string {
  const asked = coverages.filter(({ name }) => name === undefined);
  const missed = asked.filter(({ share: { right, of } }) => right / of < WANTED);
  if (missed.length === 0) return `The aim of ${WANTED} of faces of 20 px and more is met in every group.`;
  const named = missed.map(({ group, share: { right, of } }) => `${group} (${(right / of).toFixed(4)})`);
  return `The aim of ${WANTED} of faces of 20 px and more is MISSED on: ${named.join('; ')}.`;
}

async function plates({ photographs, streets }: Material): Promise<MeasuredFigure[]> {
  await using finder = await openEvaluationFinder(['plate'], 1);
  const vehicles = photographs.map(({ path, box: { x, y, width, height } }) => ({
    path,
    boxes: [[x, y, width, height] as const],
  }));
  // Each set has plates of other sizes, so that all of them together would say little: the nearer ones are judged.
  const ways = [
    { group: 'photographs of vehicles', set: vehicles, finder, aim: AIMS.plates },
    { group: 'street scenes from a vehicle', set: streets, finder, aim: null },
    { group: 'street scenes, as frames of a recording', set: streets, finder: asFrames(finder), aim: null },
  ];
  const figures: MeasuredFigure[] = [];
  for (const { group, set, finder: by, aim } of ways) {
    const covered: boolean[] = [];
    for (const { path, boxes } of set) {
      const picture = await decodePicture(await readFile(path), path);
      covered.push(...(await coveredIn([{ picture, boxes }], by)));
    }
    figures.push(shareFigure('plates covered', group, shareOf(covered, Boolean), aim));
  }
  return figures;
}

async function people({ clips }: Material): Promise<MeasuredFigure[]> {
  await using finder = await openEvaluationFinder(['body'], 1);
  const covered: boolean[] = [];
  for (const labelled of await readLabelledFrames(LABELS)) {
    const boxes = labelled.objects
      .filter(({ classes, difficult }) => classes.includes('person') && difficult !== true)
      .map(({ box }) => box);
    if (boxes.length === 0) continue;
    const picture = await frameOfClip(join(clips, labelled.clip), labelled.frame, labelled, labelled);
    covered.push(...(await coveredIn([{ picture, boxes }], finder)));
  }
  return [
    shareFigure('people covered where whole bodies are asked for', null, shareOf(covered, Boolean), null),
  ];
}

/** Whether facial recognition still knows masked faces, at the threshold of one comparison. */
async function known(photos: readonly SamplePhoto[]): Promise<MeasuredFigure[]> {
  const masks = await knownMasks(photos);
  const { threshold } = searchThreshold(1, faceRecognition.thresholds.falseMatchesPerSearch);
  return MASK_STYLES.map((style) => {
    const share = { right: masks.length - recognised(masks, style, threshold), of: masks.length };
    return shareFigure('masked faces that recognition does not know', `style ${style}`, share, AIMS.notKnown);
  });
}

async function materialIn(clips: string): Promise<Material> {
  try {
    return {
      clips,
      photographs: await labelledPlates(join(clips, '../plates-eu')),
      streets: await markedStreets(join(clips, '../plates-boxes'), SPLIT),
    };
  } catch (cause) {
    throw new AmaanError(
      'CLIPS_MISSING',
      `Beside ${clips} there are no plates-eu and plates-boxes; name the folder of the clips that has them beside it with --clips.`,
      { cause },
    );
  }
}

/** The sha256 of everything that was looked at, and of the marks. */
async function digestsOf({ clips, photographs, streets }: Material) {
  const marks = [SAMPLE_PHOTOS, MARKED_CLIPS, LABELS];
  const clipFiles = ['one-by-one-person.mp4', 'pedestrian-square.avi', 'suburban-road.mp4'];
  const files = [
    ...marks,
    ...clipFiles.map((name) => join(clips, name)),
    ...[...photographs, ...streets].map(({ path }) => path),
  ];
  const digests: Record<string, string> = {};
  for (const path of files) digests[basename(path)] = digestOfBytes(await readFile(path));
  return { digests, HEIGHTS, LIGHTS, SPLIT };
}
