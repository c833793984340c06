import { searchThreshold } from '@amaan/face-recognition/threshold/search-threshold';
import type { OpenTemplate } from '@amaan/store/faces/watchlist-templates';
import { expect, test } from 'vitest';
import { compareEnrolment } from './compare-enrolment.ts';

/** A template at this cosine to `at(0, 1)`, in a plane of its own so that two of them share nothing else. */
function at(plane: number, similarity: number): Float32Array {
  const values = new Float32Array(512);
  values[0] = similarity;
  values[plane + 1] = Math.sqrt(1 - similarity ** 2);
  return values;
}
const NEW = at(0, 1);

async function* listed(
  templates: readonly [entryId: string, similarity: number][],
): AsyncGenerator<OpenTemplate> {
  for (const [index, [entryId, similarity]] of templates.entries())
    yield { pictureId: `${entryId}-${index}`, entryId, weight: 1, values: at(index + 1, similarity) };
}

test('an empty list says nothing', async () => {
  expect(await compareEnrolment(NEW, 'own', listed([]), 0)).toEqual([]);
});

test('the most alike picture of another entry is named, at the similarity that a list of this size asks for', async () => {
  const { threshold } = searchThreshold(3, 0.001);
  const near = threshold + 0.02;
  const found = await compareEnrolment(
    NEW,
    'own',
    listed([
      ['other', near],
      ['other', near + 0.05],
      ['stranger', threshold - 0.02],
    ]),
    3,
  );
  expect(found).toMatchObject([{ kind: 'one-person-two-entries', otherPictureId: 'other-1', threshold }]);
});

test('in a longer list strangers are alike more often, so more is asked for', async () => {
  const { threshold } = searchThreshold(2, 0.001);
  const near: [string, number] = ['other', threshold + 0.01];
  expect(await compareEnrolment(NEW, 'own', listed([near]), 2)).toHaveLength(1);
  expect(await compareEnrolment(NEW, 'own', listed([near]), 3001)).toEqual([]);
});

test('one picture of the entry that is alike is enough; none is reported', async () => {
  expect(
    await compareEnrolment(
      NEW,
      'own',
      listed([
        ['own', 0.05],
        ['own', 0.7],
      ]),
      2,
    ),
  ).toEqual([]);
  expect(
    await compareEnrolment(
      NEW,
      'own',
      listed([
        ['own', 0.05],
        ['own', -0.1],
      ]),
      2,
    ),
  ).toMatchObject([{ kind: 'two-people-one-entry', otherPictureId: 'own-0' }]);
});

test('a whole list of look-alikes names the five most alike', async () => {
  const many: [string, number][] = Array.from({ length: 9 }, (_, index) => [`e${index}`, 0.9 + index / 1000]);
  const found = await compareEnrolment(NEW, 'own', listed(many), 9);
  expect(found.map(({ otherPictureId }) => otherPictureId)).toEqual(['e8-8', 'e7-7', 'e6-6', 'e5-5', 'e4-4']);
});

test('every template that was looked at is overwritten', async () => {
  const templates: OpenTemplate[] = [];
  async function* kept(): AsyncGenerator<OpenTemplate> {
    for await (const template of listed([
      ['other', 0.9],
      ['own', 0.9],
    ])) {
      templates.push(template);
      yield template;
    }
  }
  await compareEnrolment(NEW, 'own', kept(), 2);
  expect(templates.every(({ values }) => values.every((value) => value === 0))).toBe(true);
});
