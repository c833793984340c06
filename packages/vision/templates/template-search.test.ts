import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { BLOCK_ROWS, DIMENSIONS } from './block-layout.ts';
import { Rotation } from './rotation.ts';
import { similarityOfValues, TemplateEncoder } from './template-encoder.ts';
import { type TemplateAnswer, type TemplateQuery, TemplateSearch } from './template-search.ts';
import { arbitraryVector } from './testing/arbitrary-vector.ts';
import { cosineOf, randomVectors, vectorAt } from './testing/random-vectors.ts';

const SEED = 99;
const search = new TemplateSearch({ threads: 2, seed: SEED });
afterAll(() => search[Symbol.asyncDispose]());

const WANTED: TemplateQuery = { threshold: 0.3, hits: 1000, persons: 3 };
let lists = 0;

interface Enrolled {
  readonly entry: string;
  readonly person: string;
  readonly template: Float32Array;
}

const uuidOf = (number: number) => `01900000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;
const entriesOf = ({ hits }: TemplateAnswer) => hits.map(({ entry }) => entry);
const withCode = (code: string) => expect.objectContaining({ code });

/** A list with one person in so many entries. */
function newList(templates: readonly Float32Array[], entriesEach = 1): { id: string; enrolled: Enrolled[] } {
  const id = `list ${lists++}`;
  search.createList(id);
  const enrolled = templates.map((template, number) => ({
    entry: uuidOf(number),
    person: uuidOf(1_000_000 + Math.floor(number / entriesEach)),
    template,
  }));
  for (const { entry, person, template } of enrolled) search.enrol(id, entry, person, template);
  return { id, enrolled };
}

/** What the answer must be, by comparing everything with everything. */
function bruteForce(enrolled: readonly Enrolled[], query: Float32Array, wanted: TemplateQuery) {
  const encoder = new TemplateEncoder(new Rotation(SEED));
  const asked = encoder.encodeQuery(query, 0);
  const all = enrolled
    .map(({ entry, person, template }) => {
      const { values, scale } = encoder.encode(template);
      const row = values.slice();
      return { entry, person, similarity: similarityOfValues(row, scale, asked) };
    })
    .toSorted((a, b) => b.similarity - a.similarity);
  const hits = all.filter(({ similarity }) => similarity >= wanted.threshold);
  const persons = all.filter((one, at) => all.findIndex(({ person }) => person === one.person) === at);
  return {
    hits: hits.slice(0, wanted.hits),
    hitCount: hits.length,
    persons: persons.slice(0, wanted.persons),
    searched: enrolled.length,
    isExact: true,
  };
}

describe('exact search', () => {
  test('gives what comparing everything gives, on templates of every kind', async () => {
    const threshold = fc.integer({ min: -10, max: 10 }).map((tenths) => tenths / 10);
    const templates = fc.array(arbitraryVector, { maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(
        templates,
        arbitraryVector,
        fc.integer({ min: 1, max: 4 }),
        threshold,
        async (all, query, each, least) => {
          const wanted = { threshold: least, hits: 20, persons: 3 };
          const { id, enrolled } = newList(all, each);
          expect(await search.search(id, query, wanted)).toEqual(bruteForce(enrolled, query, wanted));
          await search.destroyList(id);
        },
      ),
      { numRuns: 30 },
    );
  });

  test('gives it across blocks and threads, and the cosine of the templates', async () => {
    const vector = randomVectors(51);
    const query = vector();
    const templates = Array.from({ length: 2 * BLOCK_ROWS + 77 }, (_, number) =>
      number % 100 === 0 ? vectorAt(0.2 + (number % 700) / 1000, query, vector()) : vector(),
    );
    const { id, enrolled } = newList(templates, 3);
    const answer = await search.search(id, query, WANTED);
    expect(answer).toEqual(bruteForce(enrolled, query, WANTED));
    expect(answer.hitCount).toBeGreaterThan(40);
    const templateOf = new Map(enrolled.map(({ entry, template }) => [entry, template]));
    for (const { entry, similarity } of answer.hits)
      expect(Math.abs(similarity - cosineOf(templateOf.get(entry)!, query))).toBeLessThan(0.003);
    await search.destroyList(id);
  });

  test('orders equal templates by when they were enrolled, and names each person once', async () => {
    const vector = randomVectors(52);
    const same = vector();
    const { id } = newList([vector(), same, same, same, same, vector()], 2);
    const answer = await search.search(id, same, { ...WANTED, hits: 3 });
    expect(entriesOf(answer)).toEqual([uuidOf(1), uuidOf(2), uuidOf(3)]);
    expect(answer.hitCount).toBe(4);
    expect(answer.persons.map(({ entry }) => entry)).toEqual([uuidOf(1), uuidOf(2), uuidOf(4)]);
    await search.destroyList(id);
  });

  test.each([0, 1])('of a list of %d', async (size) => {
    const vector = randomVectors(53);
    const { id } = newList(Array.from({ length: size }, vector));
    const answer = await search.search(id, vector(), { ...WANTED, threshold: -1 });
    expect(answer).toMatchObject({ searched: size, hitCount: size, isExact: true });
    expect(answer.persons).toHaveLength(size);
    await search.destroyList(id);
  });
});

describe('approximate search', () => {
  test('finds those over the threshold, and nobody who is not', async () => {
    const vector = randomVectors(54);
    const people = Array.from({ length: 300 }, vector);
    const { id, enrolled } = newList([...people, ...Array.from({ length: BLOCK_ROWS }, vector)]);
    let found = 0;
    for (const [number, person] of people.entries()) {
      const picture = vectorAt(0.505 + number / 1000, person, vector());
      const wanted = { threshold: 0.5, hits: 10, persons: 2 };
      const answer = await search.search(id, picture, { ...wanted, method: 'approximate' });
      const exact = bruteForce(enrolled.slice(0, 300), picture, wanted);
      expect(answer.isExact).toBe(false);
      for (const hit of answer.hits) expect(exact.hits).toContainEqual(hit);
      found += entriesOf(answer).includes(uuidOf(number)) ? 1 : 0;
    }
    // One in 1,600 of those at the threshold may be missed, and most are well over it.
    expect(found).toBeGreaterThanOrEqual(299);
    await search.destroyList(id);
  });
});

describe('lists that change', () => {
  test('what is removed is not found, what is enrolled is', async () => {
    const vector = randomVectors(55);
    const [a, b] = [vector(), vector()];
    const { id } = newList([a, b]);
    expect(entriesOf(await search.search(id, a, WANTED))).toEqual([uuidOf(0)]);
    expect(search.remove(id, uuidOf(0))).toBe(true);
    expect(search.remove(id, uuidOf(0))).toBe(false);
    expect(await search.search(id, a, WANTED)).toMatchObject({ hits: [], searched: 1 });
    search.enrol(id, uuidOf(0), uuidOf(9), a);
    expect(await search.search(id, a, WANTED)).toMatchObject({
      hits: [{ entry: uuidOf(0), person: uuidOf(9) }],
    });
    await search.destroyList(id);
  });

  test('an empty row is nobody, even for a threshold below everything', async () => {
    const vector = randomVectors(56);
    const { id } = newList([vector(), vector(), vector()]);
    for (const number of [0, 2]) search.remove(id, uuidOf(number));
    const wanted = { threshold: -1, hits: 10, persons: 5 };
    const answer = await search.search(id, vector(), wanted);
    expect(entriesOf(answer)).toEqual([uuidOf(1)]);
    expect(answer.persons).toHaveLength(1);
    await search.destroyList(id);
  });

  test('searches that run while others enrol and remove never give what is gone', async () => {
    const vector = randomVectors(57);
    const query = vector();
    const near = () => vectorAt(0.8, query, vector());
    const { id } = newList(
      Array.from({ length: 2 * BLOCK_ROWS }, (_, at) => (at % 50 === 0 ? near() : vector())),
    );
    const there = new Set(Array.from({ length: 2 * BLOCK_ROWS }, (_, at) => uuidOf(at)));
    for (let round = 0; round < 40; round++) {
      const running = search.search(id, query, WANTED);
      const untouched = [...there].filter((_, at) => at >= 40 && at % 50 === 0);
      // Rows that are being searched are emptied, and others take their place at once.
      for (let at = 0; at < 20; at++) {
        const gone = uuidOf(round * 50 + at);
        if (there.delete(gone)) expect(search.remove(id, gone)).toBe(true);
        const fresh = uuidOf(1_000_000 + round * 20 + at);
        search.enrol(id, fresh, fresh, at % 2 === 0 ? near() : vector());
        there.add(fresh);
      }
      const answer = await running;
      for (const { entry, similarity } of [...answer.hits, ...answer.persons]) {
        expect(there.has(entry)).toBe(true);
        expect(similarity).toBeLessThan(0.9);
      }
      const found = new Set(entriesOf(answer));
      const expected = untouched.filter(
        (entry) => there.has(entry) && Number.parseInt(entry.slice(-12), 16) % 50 === 0,
      );
      for (const entry of expected)
        if (Number.parseInt(entry.slice(-12), 16) < 1_000_000) expect(found.has(entry)).toBe(true);
    }
    await search.destroyList(id);
  });

  test('a list destroyed while it is searched gives a typed error, and never an answer', async () => {
    const vector = randomVectors(58);
    const { id } = newList(Array.from({ length: 3 * BLOCK_ROWS }, vector));
    const query = vector();
    const running = Array.from({ length: 8 }, () => search.search(id, query, WANTED));
    const settled = Promise.allSettled(running);
    await search.destroyList(id);
    for (const result of await settled)
      expect(result).toEqual({ status: 'rejected', reason: withCode('TEMPLATE_LIST_DESTROYED') });
    await expect(search.search(id, query, WANTED)).rejects.toEqual(withCode('TEMPLATE_LIST_UNKNOWN'));
    expect(search.has(id)).toBe(false);
  });

  test('a list of the same name begins anew', async () => {
    const vector = randomVectors(59);
    const template = vector();
    const { id } = newList([template]);
    const running = search.search(id, template, WANTED);
    const destroyed = search.destroyList(id);
    search.createList(id);
    await expect(running).rejects.toEqual(withCode('TEMPLATE_LIST_DESTROYED'));
    await destroyed;
    search.enrol(id, uuidOf(5), uuidOf(5), template);
    expect(entriesOf(await search.search(id, template, WANTED))).toEqual([uuidOf(5)]);
    await search.destroyList(id);
  });

  test('lists are apart', async () => {
    const vector = randomVectors(60);
    const [a, b] = [vector(), vector()];
    const [one, other] = [newList([a]), newList([b])];
    expect((await search.search(one.id, b, WANTED)).hits).toEqual([]);
    await search.destroyList(one.id);
    expect(entriesOf(await search.search(other.id, b, WANTED))).toEqual([uuidOf(0)]);
    await search.destroyList(other.id);
  });
});

test('a thread that is lost costs the searches that ran on it, and no others', async () => {
  const vector = randomVectors(63);
  const template = vector();
  const { id } = newList([template, ...Array.from({ length: BLOCK_ROWS }, vector)]);
  // Whoever counts with it ends: as a fault in the search would end the thread.
  const fault = { ...WANTED, hits: 5n as unknown as number };
  await expect(search.search(id, template, fault)).rejects.toEqual(withCode('TEMPLATE_SEARCH_THREAD_LOST'));
  for (let again = 0; again < 3; again++)
    expect(entriesOf(await search.search(id, template, WANTED))).toEqual([uuidOf(0)]);
  await search.destroyList(id);
});

describe('what is refused', () => {
  test.each([
    ['a template of 128 values', new Float32Array(128).fill(1), 'TEMPLATE_DIMENSION_WRONG'],
    ['a NaN', new Float32Array(DIMENSIONS).fill(Number.NaN), 'TEMPLATE_NOT_FINITE'],
    ['zeros', new Float32Array(DIMENSIONS), 'TEMPLATE_WITHOUT_DIRECTION'],
  ])('%s', async (_, template, code) => {
    const { id } = newList([randomVectors(61)()]);
    await expect(search.search(id, template, WANTED)).rejects.toEqual(withCode(code));
    expect(() => search.enrol(id, uuidOf(7), uuidOf(7), template)).toThrow(withCode(code));
    expect(search.sizeOf(id)).toBe(1);
    await search.destroyList(id);
  });

  test('lists that are not there, or are there already', async () => {
    const { id } = newList([]);
    expect(() => search.createList(id)).toThrow(withCode('TEMPLATE_LIST_KNOWN'));
    expect(() => search.sizeOf('none')).toThrow(withCode('TEMPLATE_LIST_UNKNOWN'));
    expect(() => search.remove('none', uuidOf(1))).toThrow(withCode('TEMPLATE_LIST_UNKNOWN'));
    await expect(search.destroyList('none')).rejects.toEqual(withCode('TEMPLATE_LIST_UNKNOWN'));
    await search.destroyList(id);
  });

  test('everything, once it is closed; a search that runs then has no answer', async () => {
    const vector = randomVectors(62);
    const own = new TemplateSearch({ threads: 2, seed: SEED });
    own.createList('a');
    for (let number = 0; number < 2 * BLOCK_ROWS; number++)
      own.enrol('a', uuidOf(number), uuidOf(number), vector());
    const running = Promise.allSettled([own.search('a', vector(), WANTED)]);
    await own[Symbol.asyncDispose]();
    expect(await running).toEqual([{ status: 'rejected', reason: withCode('TEMPLATE_SEARCH_CLOSED') }]);
    expect(() => own.createList('b')).toThrow(withCode('TEMPLATE_SEARCH_CLOSED'));
    await expect(own.search('a', vector(), WANTED)).rejects.toEqual(withCode('TEMPLATE_SEARCH_CLOSED'));
  });
});
