import { newIdentifier } from '@amaan/contracts/identifier';
import type { PlateCharacter } from '@amaan/contracts/plates/plate-reading';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { confusableWith } from '../confusable-characters.ts';
import {
  ALPHABET,
  type CharacterClasses,
  characterNumber,
  confusionCost,
  GAP_COST,
  NEAR_CLASSES,
  WIDE_CLASSES,
} from './character-numbers.ts';
import { type EngineEntry, type EngineList, HotlistEngine } from './hotlist-engine.ts';
import { plateDifferences, type ReadPlate } from './plate-cost.ts';

const SITE = newIdentifier();
const NOW = Date.parse('2026-06-15T12:00:00Z');
const WHERE = { siteId: SITE, now: NOW };

const list = (change: Partial<EngineList> = {}): EngineList => ({
  id: newIdentifier(),
  siteId: null,
  expiresOn: '2027-01-01',
  tolerance: 1,
  active: true,
  ...change,
});
const entry = (hotlist: EngineList, plate: string, expiresOn: string | null = null): EngineEntry => ({
  id: newIdentifier(),
  hotlistId: hotlist.id,
  plate,
  expiresOn,
});
function engineWith(hotlist: EngineList, ...plates: string[]) {
  const engine = new HotlistEngine();
  engine.setList(hotlist);
  const entries = plates.map((plate) => entry(hotlist, plate));
  for (const each of entries) engine.add(each);
  return { engine, entries };
}
/** The matches of a reading with the differences that a person is shown. */
function explained({ engine, entries }: ReturnType<typeof engineWith>, read: ReadPlate) {
  return engine.match(read, WHERE).map((match) => {
    const { plate } = entries.find(({ id }) => id === match.entryId)!;
    return { ...match, differences: plateDifferences(read, plate) };
  });
}
/** A reading whose characters carry alternatives by place. */
function doubting(text: string, others: Record<number, [string, number]>): ReadPlate {
  const characters: PlateCharacter[] = [...text].map((own, at) => ({
    text: own,
    confidence: 0.6,
    others: others[at] === undefined ? [] : [{ text: others[at][0], confidence: others[at][1] }],
  }));
  return { text, characters };
}

describe('the table of confusions', () => {
  test('costs the same both ways and nothing for the same', () => {
    for (const a of ALPHABET) {
      for (const b of ALPHABET) {
        const [x, y] = [characterNumber(a.charCodeAt(0)), characterNumber(b.charCodeAt(0))];
        const cost = confusionCost(x, y);
        expect(cost).toBe(confusionCost(y, x));
        expect(cost === 0).toBe(a === b);
      }
    }
  });
});

describe('classes of characters', () => {
  const members = ({ of }: CharacterClasses, one: string) =>
    [...ALPHABET]
      .filter((other) => of[characterNumber(other.charCodeAt(0))] === of[characterNumber(one.charCodeAt(0))])
      .join('');

  test('join what is confused, the narrow ones by one stroke, the wide ones no more than two digits', () => {
    expect(members(NEAR_CLASSES, '0')).toBe('0DOQ');
    expect(members(NEAR_CLASSES, '3')).toBe('3');
    expect(members(WIDE_CLASSES, '1')).toBe('17IJLT');
    expect(members(WIDE_CLASSES, '8')).toBe('38B');
    expect(members(WIDE_CLASSES, '6')).toBe('56CGS');
    expect(members(WIDE_CLASSES, '9')).toBe('9');
  });
});

describe('a read', () => {
  test('of the very plate costs nothing', () => {
    const { engine, entries } = engineWith(list({ tolerance: 0 }), 'LEA1234', 'LEB1234');
    expect(engine.match({ text: 'LEA1234' }, WHERE)).toEqual([
      { entryId: entries[0]!.id, hotlistId: entries[0]!.hotlistId, cost: 0 },
    ]);
  });

  test('with O for 0 matches with the difference named, unless the list is exact', () => {
    const hotlist = list();
    const made = engineWith(hotlist, 'LEA1034');
    expect(explained(made, { text: 'LEA1O34' })).toMatchObject([
      { cost: 0.25, differences: [{ at: 4, read: 'O', expected: '0', cost: 0.25 }] },
    ]);
    const { engine } = made;
    engine.setList({ ...hotlist, tolerance: 0 });
    expect(engine.match({ text: 'LEA1O34' }, WHERE)).toEqual([]);
  });

  test('that the recogniser doubted itself is nearer than one that it was sure of', () => {
    const { engine } = engineWith(list(), 'LEA1034');
    const [doubted] = engine.match(doubting('LEA1O34', { 4: ['0', 0.5] }), WHERE);
    expect(doubted?.cost).toBeCloseTo(0.125);
  });

  test('confused as no table knows matches only where the recogniser thought of it, and once', () => {
    const made = engineWith(list({ tolerance: 3 }), 'LEA1034');
    const { engine } = made;
    expect(engine.match({ text: 'LEA1934' }, WHERE)).toEqual([]);
    const [match] = explained(made, doubting('LEA1934', { 4: ['0', 0.4] }));
    expect(match).toMatchObject({ cost: 0.72, differences: [{ at: 4, read: '9', expected: '0' }] });
    expect(engine.match(doubting('LEA1994', { 4: ['0', 0.4], 5: ['3', 0.4] }), WHERE)).toEqual([]);
  });

  test('that lacks a character or has one too many costs more', () => {
    const made = engineWith(list({ tolerance: 2 }), 'LEA1034');
    expect(explained(made, { text: 'LEA134' })).toMatchObject([
      { cost: GAP_COST, differences: [{ at: 4, read: '', expected: '0', cost: GAP_COST }] },
    ]);
    expect(explained(made, { text: '1LEA1O34' })).toMatchObject([
      {
        cost: GAP_COST + 0.25,
        differences: [
          { at: 0, read: '1', expected: '' },
          { at: 4, read: 'O' },
        ],
      },
    ]);
    expect(made.engine.match({ text: 'LEA34' }, WHERE)).toEqual([]);
  });

  test('names the nearest entry first', () => {
    const { engine, entries } = engineWith(list({ tolerance: 3 }), 'LEAO034', 'LEA0034');
    expect(engine.match({ text: 'LEA0034' }, WHERE).map(({ entryId }) => entryId)).toEqual([
      entries[1]!.id,
      entries[0]!.id,
    ]);
  });
});

describe('an entry', () => {
  test('of a list or with an end of that day matches no more; the day before it still does', () => {
    const hotlist = list({ expiresOn: '2026-06-20' });
    const { engine } = engineWith(hotlist, 'LEA1111');
    engine.add(entry(hotlist, 'LEA2222', '2026-06-16'));
    const plates = (now: string) =>
      ['LEA1111', 'LEA2222'].filter(
        (text) => engine.match({ text }, { siteId: SITE, now: Date.parse(now) }).length > 0,
      );
    expect(plates('2026-06-15T23:59:59Z')).toEqual(['LEA1111', 'LEA2222']);
    expect(plates('2026-06-16T00:00:00Z')).toEqual(['LEA1111']);
    expect(plates('2026-06-20T00:00:00Z')).toEqual([]);
  });

  test('of a closed list, or of another site, does not match', () => {
    const hotlist = list({ siteId: SITE });
    const { engine } = engineWith(hotlist, 'LEA1111');
    expect(engine.match({ text: 'LEA1111' }, WHERE)).toHaveLength(1);
    expect(engine.match({ text: 'LEA1111' }, { ...WHERE, siteId: newIdentifier() })).toEqual([]);
    engine.setList({ ...hotlist, active: false });
    expect(engine.match({ text: 'LEA1111' }, WHERE)).toEqual([]);
  });

  test('needs its list', () => {
    expect(() => new HotlistEngine().add(entry(list(), 'LEA1'))).toThrow(RangeError);
  });
});

describe('against a matcher that compares everything', () => {
  // Few letters, most of them confusable, so that near misses are common.
  const plate = fc.string({ unit: fc.constantFrom(...'0ODQ1I78B35SC4AXK'), minLength: 2, maxLength: 8 });
  /** A plate as it may be misread: a character confused, missing or too many at some of its places. */
  const misread = (text: string) =>
    fc
      .array(fc.tuple(fc.nat(text.length), fc.constantFrom('gone', 'more', 'other'), fc.nat()), {
        maxLength: 3,
      })
      .map((changes) => {
        const all = [...text];
        for (const [at, change, seed] of changes) {
          const likely = confusableWith(all[at] ?? '0', 3);
          const put = change === 'gone' ? [] : [likely[seed % likely.length]!];
          all.splice(at, change === 'more' ? 0 : 1, ...put);
        }
        return all.length < 2 ? text : all.slice(0, 12).join('');
      });
  const characters = (text: string) =>
    fc.tuple(
      ...[...text].map((own) =>
        fc
          .array(
            fc.record({
              text: fc.constantFrom(...'0O1I8BGC4AXK'),
              confidence: fc.double({ min: 0, max: 0.9, noNaN: true }),
            }),
            { maxLength: 2 },
          )
          .map((others) => ({
            text: own,
            confidence: 0.6,
            others: others.filter(
              (other, n) => other.text !== own && others.findIndex(({ text }) => text === other.text) === n,
            ),
          })),
      ),
    );
  const tolerance = fc.constantFrom(0, 0.5, 1, 1.5, 2, 2.5, 3);

  test('it finds the same entries at the same costs, also after removals', () => {
    fc.assert(
      fc.property(
        fc.array(plate, { minLength: 1, maxLength: 40 }).chain((plates) =>
          fc.tuple(
            fc.constant(plates),
            fc.array(
              fc
                .oneof(plate, fc.constantFrom(...plates).chain(misread))
                .chain((text) => characters(text).map((of) => ({ text, characters: of }))),
              { minLength: 1, maxLength: 8 },
            ),
          ),
        ),
        tolerance,
        fc.infiniteStream(fc.boolean()),
        ([plates, readings], limit, gone) => {
          const hotlist = list({ tolerance: limit });
          const { engine, entries } = engineWith(hotlist, ...plates);
          const kept = entries.filter(({ id }) => {
            if (!gone.next().value) return true;
            expect(engine.remove(id)).toBe(true);
            expect(engine.remove(id)).toBe(false);
            return false;
          });
          // Places of removed entries are used again.
          for (const text of plates.slice(0, 5)) {
            const again = entry(hotlist, text);
            engine.add(again);
            kept.push(again);
          }
          expect(engine.size).toBe(kept.length);
          for (const read of readings) {
            const expected = kept
              .map(({ id, plate: text }) => ({ id, cost: bruteCost(read, text) }))
              .filter(({ cost }) => cost <= limit + 1e-9);
            const found = engine.match(read, WHERE);
            expect(found.map(({ entryId }) => entryId).sort()).toEqual(expected.map(({ id }) => id).sort());
            for (const { entryId, cost } of found) {
              const { plate: text } = kept.find(({ id }) => id === entryId)!;
              const differences = plateDifferences(read, text);
              const brute = expected.find(({ id }) => id === entryId)!.cost;
              expect(cost).toBeCloseTo(brute, 2);
              expect(differences.reduce((sum, one) => sum + one.cost, 0)).toBeCloseTo(cost, 2);
            }
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});

/** The rules of the costs written down a second time, without any index: every alignment is tried. */
function bruteCost({ text, characters = [] }: ReadPlate, plate: string): number {
  const number = (letter: string) => characterNumber(letter.charCodeAt(0));
  const doubt = (at: number, expected: string) =>
    characters[at]?.others.find((other) => other.text === expected && other.confidence >= 0.05)?.confidence ??
    0;
  const pairs = (places: readonly (readonly [number, number])[], mayDoubt: boolean, most: number) => {
    let [total, doubts, differences] = [0, 0, 0];
    for (const [readAt, at] of places) {
      const [read, expected] = [text[readAt]!, plate[at]!];
      if (read === expected) continue;
      differences += 1;
      const confidence = doubt(readAt, expected);
      const known = confusionCost(number(read), number(expected));
      if (known < Infinity) total += Math.max(0.05, known * (1 - confidence));
      else if (mayDoubt && confidence > 0 && doubts++ === 0) total += Math.max(0.05, 1.2 * (1 - confidence));
      else return Infinity;
    }
    return differences > most ? Infinity : total;
  };
  const range = [...text].map((_, n) => n);
  if (text.length === plate.length)
    return pairs(
      range.map((n) => [n, n]),
      true,
      4,
    );
  if (Math.abs(text.length - plate.length) !== 1) return Infinity;
  const extra = text.length > plate.length;
  const longer = extra ? text : plate;
  const shorter = [...(extra ? plate : text)].map((_, n) => n);
  const costs = [...longer].map((_, gap) => {
    const places = shorter.map((n): [number, number] => {
      const m = n >= gap ? n + 1 : n;
      return extra ? [m, n] : [n, m];
    });
    return 1.5 + pairs(places, false, 3);
  });
  return Math.min(...costs);
}
