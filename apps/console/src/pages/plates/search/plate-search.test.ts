import { PlateSearchInput } from '@amaan/contracts/plates/sighting';
import { describe, expect, test } from 'vitest';
import { areaOf, filterKey, filterOf, parsePlateSearch, rangeOf } from './plate-search.ts';

const now = new Date('2026-03-01T12:00:00.000Z');

describe('a search in the address', () => {
  test('becomes exactly what the server takes', () => {
    const search = parsePlateSearch({
      plate: 'le?-1?34',
      tolerance: 1,
      span: 'hour',
      area: '74.1,31.4,74.3,31.6',
      class: 'car',
      colour: 'red',
      nonsense: true,
    });
    const filter = filterOf(search, now);
    expect(filter).toEqual({
      plate: 'LE?1?34',
      tolerance: 1,
      from: '2026-03-01T11:00:00.000Z',
      to: '2026-03-01T12:00:00.000Z',
      area: [74.1, 31.4, 74.3, 31.6],
      class: 'car',
      colour: 'red',
    });
    expect(PlateSearchInput.safeParse({ filter, reason: 'a reason of ten letters' }).success).toBe(true);
  });

  test.each([
    [{}, 'needsTarget'],
    [{ class: 'car' as const }, 'needsTarget'],
    [{ plate: 'L' }, 'badPlate'],
    [{ plate: 'لاہور' }, 'badPlate'],
    [{ plate: 'L*' }, 'unknownPlate'],
    [{ plate: '???' }, 'unknownPlate'],
    [{ plate: 'LEA', span: 'between' as const }, 'noRange'],
    [{ plate: 'LEA', span: 'between' as const, from: '2026-03-02', to: '2026-03-01' }, 'badRange'],
  ])('%j is refused in words before it is sent', (search, problem) => {
    expect(filterOf(search, now)).toBe(problem);
  });

  test('a plate that the router took for a number is a plate', () => {
    expect(filterOf(parsePlateSearch({ plate: 1234 }), now)).toMatchObject({ plate: '1234' });
  });

  test('an area that is none is left out', () => {
    for (const area of [undefined, '', '1,2,3', '1,2,3,4,5', 'a,b,c,d', '3,1,2,4'])
      expect(areaOf(area)).toBeUndefined();
  });

  test('what is open does not make it another search', () => {
    expect(filterKey({ plate: 'LEA', seen: 'x' })).toBe(filterKey({ plate: 'LEA' }));
    expect(filterKey({ plate: 'LEA', span: 'hour' })).toBe(filterKey({ span: 'hour', plate: 'LEA' }));
    expect(filterKey({ plate: 'LEA' })).not.toBe(filterKey({ plate: 'LEB' }));
  });

  test('without a range the last day is meant', () => {
    expect(rangeOf({}, now)).toEqual({ from: '2026-02-28T12:00:00.000Z', to: '2026-03-01T12:00:00.000Z' });
  });
});
