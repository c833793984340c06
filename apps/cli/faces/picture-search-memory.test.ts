import { openSearchOffice, type SearchOffice } from '@amaan/server/testing/search-office';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { countInMemory, invertedBase64, invertedFloats } from './scan-memory.ts';

/** Templates that occur nowhere else in the process: of who is searched, and one that shows that the scan finds one. */
const strangerAt = (index: number) => Math.fround(Math.sin(index * 6.31 + 0.7) / 16);
const controlAt = (index: number) => Math.fround(Math.cos(index * 4.19 + 0.2) / 16);
const WORDS = 6;

describe.runIf(process.platform === 'linux')('a search with a picture of somebody who is on no list', () => {
  let room: SearchOffice;
  const templates: Float32Array[] = [];
  beforeAll(async () => {
    room = await openSearchOffice();
    const { desk } = room.office;
    const embed = desk.embed.bind(desk);
    desk.embed = async (face) => {
      const embedded = await embed(face);
      for (let index = 0; index < 512; index++) embedded.template[index] = strangerAt(index);
      templates.push(embedded.template);
      return embedded;
    };
  }, 120_000);
  afterAll(() => room?.[Symbol.asyncDispose]());

  test('leaves not a byte of the template in the memory of the server, freed or not', async () => {
    expect(await room.made({ person: 90 })).toMatchObject({ found: 0, matches: [] });
    expect(templates).toHaveLength(1);
    expect(templates[0]!.every((value) => value === 0)).toBe(true);
    const control = Float32Array.from({ length: 512 }, (_, index) => controlAt(index));
    expect(countInMemory(invertedFloats(WORDS, controlAt))).toBeGreaterThan(0);
    expect(control.length).toBe(512);
    const floats = invertedFloats(WORDS, strangerAt);
    expect([countInMemory(floats), countInMemory(invertedBase64(floats))]).toEqual([0, 0]);
  }, 120_000);
});
