import { describe, expect, test } from 'vitest';
import { blockAt, SEGMENT_ROWS } from './block-layout.ts';
import { Rotation } from './rotation.ts';
import { TemplateEncoder } from './template-encoder.ts';
import { TemplateList } from './template-list.ts';
import { randomVectors } from './testing/random-vectors.ts';

const vector = randomVectors(41);
const person = '01900000-0000-7000-8000-0000000000aa';
const entryOf = (number: number) => `01900000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;

function newList(): { list: TemplateList; encoder: TemplateEncoder; bytes: () => Uint8Array } {
  const memories: WebAssembly.Memory[] = [];
  const encoder = new TemplateEncoder(new Rotation(2));
  const list = new TemplateList(encoder, (memory) => memories.push(memory));
  return { list, encoder, bytes: () => new Uint8Array(memories[0]!.buffer) };
}

/** Bytes that are not 0, of the three blocks that these few rows can be in, and of all before them. */
function heldBytes(bytes: Uint8Array): number {
  let count = 0;
  for (const byte of bytes.subarray(0, blockAt(3))) if (byte !== 0) count += 1;
  return count;
}

describe('memory', () => {
  test('nothing of a removed template is left, and its row is used again', () => {
    const { list, bytes } = newList();
    list.enrol(entryOf(1), person, vector());
    const ofOne = heldBytes(bytes());
    list.enrol(entryOf(2), person, vector());
    expect(heldBytes(bytes())).toBeGreaterThan(ofOne + 500);
    expect(list.remove(entryOf(2))).toBe(true);
    expect(heldBytes(bytes())).toBe(ofOne);
    list.enrol(entryOf(3), person, vector());
    expect([list.rows, list.size]).toEqual([2, 2]);
    expect(list.remove(entryOf(1))).toBe(true);
    expect(list.remove(entryOf(3))).toBe(true);
    expect(heldBytes(bytes())).toBe(0);
    expect([list.rows, list.size]).toEqual([2, 0]);
  });

  test('a list that is destroyed holds nothing but the mark that it was', async () => {
    const { list, bytes } = newList();
    for (let number = 0; number < 5000; number++) list.enrol(entryOf(number), person, vector());
    expect(heldBytes(bytes())).toBeGreaterThan(2_000_000);
    list.markDestroyed();
    await list.erase();
    expect(bytes()[0]).toBe(1);
    expect(heldBytes(bytes())).toBe(1);
  });
});

describe('rows', () => {
  test('give back what was enrolled, with the similarity of a query', () => {
    const { list, encoder } = newList();
    const template = vector();
    list.enrol(entryOf(0xabcdef), person, template);
    const query = encoder.encodeQuery(template, 0.5);
    const { similarity, ...ids } = list.rowNow(0, query)!;
    expect(ids).toEqual({ entry: entryOf(0xabcdef), person });
    expect(similarity).toBeCloseTo(1, 5);
    list.remove(entryOf(0xabcdef));
    expect(list.rowNow(0, query)).toBeNull();
  });

  test('an entry is enrolled once, and what cannot be enrolled changes nothing', () => {
    const { list } = newList();
    list.enrol(entryOf(1), person, vector());
    const known = expect.objectContaining({ code: 'TEMPLATE_ENTRY_KNOWN' });
    expect(() => list.enrol(entryOf(1), person, vector())).toThrow(known);
    const notFinite = expect.objectContaining({ code: 'TEMPLATE_NOT_FINITE' });
    expect(() => list.enrol(entryOf(2), person, vector().fill(Number.NaN, 3, 4))).toThrow(notFinite);
    expect(() => list.enrol('nobody', person, vector())).toThrow(RangeError);
    expect(() => list.enrol(entryOf(2), 'nobody', vector())).toThrow(RangeError);
    expect([list.rows, list.size]).toEqual([1, 1]);
    expect(list.remove(entryOf(2))).toBe(false);
  });

  test('are told by their entries, those that were removed not', () => {
    const { list } = newList();
    for (const number of [1, 2, 3]) list.enrol(entryOf(number), person, vector());
    list.remove(entryOf(2));
    expect([...list.entries()]).toEqual([entryOf(1), entryOf(3)]);
    expect([1, 2, 3].map((number) => list.has(entryOf(number)))).toEqual([true, false, true]);
    list.enrol(entryOf(4), person, vector());
    expect([...list.entries()].toSorted()).toEqual([entryOf(1), entryOf(3), entryOf(4)]);
    list.markDestroyed();
  });

  test('a segment has room for a million', () => {
    expect(SEGMENT_ROWS).toBeGreaterThanOrEqual(1_000_000);
  });
});
