import { describe, expect, test } from 'vitest';
import { fileShapeOf } from './file-shape.ts';
import { proposeMapping } from './propose-mapping.ts';
import { sampleOfText } from './text-sample.ts';

function propose(text: string, options: Partial<Parameters<typeof proposeMapping>[3]> = {}) {
  const bytes = Buffer.from(text);
  const shape = fileShapeOf(bytes);
  const sampleOf = sampleOfText(shape, bytes, true);
  return proposeMapping(shape.columns, shape.header, sampleOf, {
    ...{ kind: 'incidents', timeZone: 'Asia/Karachi', plane: 'EPSG:32643', offence: null },
    ...options,
  });
}

describe('proposeMapping', () => {
  test('finds place, parts of a time and the offence by their names', () => {
    const { mapping, hints } = propose(
      'TYPE,YEAR,MONTH,DAY,HOUR,MINUTE,BLOCK,X,Y\nTheft,2025,1,2,3,4,Mall,490246.79,5458367.4',
    );
    expect(hints).toEqual(['coordinates-are-metres']);
    expect(mapping).toMatchObject({
      place: { x: 'X', y: 'Y', crs: 'EPSG:32643' },
      time: { from: ['YEAR', 'MONTH', 'DAY', 'HOUR', 'MINUTE'], precision: 'as-written' },
      offence: { column: 'TYPE' },
    });
  });

  test('never proposes a column of persons', () => {
    const { mapping, hints } = propose('Victim Name,Offender,Name,lat,lon,date\nA,B,C,31.5,74.3,2025-03-01');
    expect(mapping).toBeNull();
    expect(hints).toContain('no-offence-column');
  });

  test('takes months as months, and asks which of two figures is the month', () => {
    expect(propose('month,longitude,latitude\n2022-01-01,74.3,31.5', { offence: 'Burglary' })).toMatchObject({
      mapping: { time: { precision: 'month' }, offence: { constant: 'Burglary' } },
      hints: ['months-only'],
    });
    const dates = (...list: string[]) =>
      propose(`type,lon,lat,date\n${list.map((date) => `x,74.3,31.5,${date} 10:00`).join('\n')}`);
    expect(dates('03/04/2025').hints).toContain('date-order-guessed');
    expect(dates('03/04/2025', '13/04/2025').mapping?.time.dateOrder).toBe('dmy');
    expect(dates('03/04/2025', '03/14/2025').mapping?.time.dateOrder).toBe('mdy');
  });

  test('sees decimal commas, swapped coordinates, intervals and dates with clocks beside them', () => {
    expect(propose('type;lon;lat;date\nx;74,3587;31,5204;2025-03-01').mapping?.place.decimalComma).toBe(true);
    expect(propose('type,lon,lat,date\nx,31.5,74.3,2025-03-01 10:00').hints).toContain('swapped-coordinates');
    expect(
      propose('type,lon,lat,from date,to date\nx,74.3,31.5,2025-03-01,2025-03-02').mapping?.time,
    ).toMatchObject({
      from: ['from date'],
      until: ['to date'],
    });
    expect(
      propose('type,lon,lat,Date of Occurrence,Time\nx,74.3,31.5,01-03-2025,10:30').mapping?.time.from,
    ).toEqual(['Date of Occurrence', 'Time']);
  });

  test('finds numbers and times in a file without names', () => {
    expect(
      propose('359192.3,570510.8,2016-01-01\n356347.3,576182.5,2016-01-03', { offence: 'Arson' }).mapping,
    ).toMatchObject({
      place: { x: '1', y: '2' },
      time: { from: ['3'] },
    });
  });

  test('reads patrols', () => {
    const { mapping } = propose('unit,lon,lat,start time,minutes\nB12,74.3,31.5,2025-03-01 10:00,30', {
      kind: 'patrols',
    });
    expect(mapping).toMatchObject({ kind: 'patrols', offence: null, externalId: null, minutes: 'minutes' });
  });

  test('says what it did not find', () => {
    expect(propose('a,b\nx,y')).toEqual({
      mapping: null,
      hints: ['no-place-columns', 'no-time-column', 'no-offence-column'],
    });
  });
});
