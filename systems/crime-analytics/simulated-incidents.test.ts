import { csvCells, csvLines } from '@amaan/contracts/csv-cells';
import { describe, expect, it } from 'vitest';
import { simulateIncidents } from './simulated-incidents.ts';
import { simulatedIncidentsCsv } from './simulation/simulated-incidents-csv.ts';
import { simulatedOffences } from './simulation/simulated-offence.ts';

const DAY = 86_400_000;
const sum = (values: Iterable<number>) => [...values].reduce((total, value) => total + value, 0);

describe('simulated incidents', () => {
  const incidents = simulateIncidents({ seed: 7, count: 20_000 });
  const rows = (name: string) =>
    [...incidents.offence.keys()].filter((n) => incidents.offences[incidents.offence[n]!] === name);

  it('are the same ones for the same seed, and others for another', () => {
    expect(simulateIncidents({ seed: 7, count: 20_000 })).toEqual(incidents);
    expect(simulateIncidents({ seed: 8, count: 20_000 }).x).not.toEqual(incidents.x);
  });

  it('are exactly as many as asked for, in the shares of the offences, also when they are few', () => {
    expect(incidents.length).toBe(20_000);
    for (const { name, share } of simulatedOffences) {
      expect(Math.abs(rows(name).length - share * 20_000)).toBeLessThanOrEqual(simulatedOffences.length);
    }
    for (const count of [0, 1, 13]) expect(simulateIncidents({ seed: 1, count }).x).toHaveLength(count);
  });

  it('happened within the interval that the report knows, sorted by its beginning', () => {
    for (let n = 0; n < incidents.length; n++) {
      expect(incidents.from[n]! <= incidents.happened[n]!).toBe(true);
      expect(incidents.happened[n]! <= incidents.until[n]!).toBe(true);
      if (n > 0) expect(incidents.from[n - 1]! <= incidents.from[n]!).toBe(true);
    }
  });

  it('lie within the period and the city, repeats apart', () => {
    const { from, until } = { from: Date.UTC(2026, 2, 1), until: Date.UTC(2026, 2, 11) };
    const few = simulateIncidents({ seed: 3, count: 500, from, until });
    expect(few.happened.every((at) => at >= from && at < until)).toBe(true);
    expect(few.x.every((x) => Math.abs(x - 437_698) < 8_500)).toBe(true);
  });

  it('drop where they are made to: motorcycle theft after two thirds of the period', () => {
    const start = Date.UTC(2023, 11, 31, 19);
    const cut = start + Math.ceil((731 * 2) / 3) * DAY;
    const months = (from: number, until: number) =>
      rows('Motorcycle theft').filter((n) => incidents.happened[n]! >= from && incidents.happened[n]! < until)
        .length;
    const before = months(cut - 120 * DAY, cut);
    const after = months(cut, cut + 120 * DAY);
    expect(after / before).toBeGreaterThan(0.55);
    expect(after / before).toBeLessThan(0.78);
  });

  it('repeat as often as the offences say', () => {
    const burglaries = rows('Burglary');
    const repeated = sum(burglaries.map((n) => incidents.isRepeat[n]!)) / burglaries.length;
    // Each brings on 0.3 more: of all, 0.3 were brought on, less those that would fall after the period.
    expect(repeated).toBeGreaterThan(0.27);
    expect(repeated).toBeLessThan(0.32);
  });

  it('follow places that come and go where an offence does, and places that stay where it does not', () => {
    const start = Date.UTC(2023, 11, 31, 19);
    // Counts by square kilometre in 45 days, the most first.
    const counted = (name: string, firstDay: number) => {
      const squares = new Map<string, number>();
      for (const n of rows(name)) {
        const day = (incidents.happened[n]! - start) / DAY;
        if (day < firstDay || day >= firstDay + 45) continue;
        const square = `${Math.floor(incidents.x[n]! / 1000)} ${Math.floor(incidents.y[n]! / 1000)}`;
        squares.set(square, (squares.get(square) ?? 0) + 1);
      }
      return [...squares].sort(([, one], [, other]) => other - one);
    };
    /** The part of the ten squares that were busiest at the beginning, then and half a year later. */
    const shares = (name: string) => {
      const busiest = new Set(
        counted(name, 0)
          .slice(0, 10)
          .map(([square]) => square),
      );
      return [0, 180].map((firstDay) => {
        const all = counted(name, firstDay);
        const within = all.filter(([square]) => busiest.has(square));
        return sum(within.map(([, count]) => count)) / sum(all.map(([, count]) => count));
      });
    };
    const [snatched, later] = shares('Mobile phone snatching');
    expect(snatched).toBeGreaterThan(0.55);
    expect(later).toBeLessThan(0.2);
    const [stolen, stays] = shares('Motorcycle theft');
    expect(stays! / stolen!).toBeGreaterThan(0.7);
  });

  it('refuses a count that is none and a period that is too short', () => {
    expect(() => simulateIncidents({ seed: 1, count: 1.5 })).toThrow(RangeError);
    expect(() => simulateIncidents({ seed: 1, count: -1 })).toThrow(RangeError);
    expect(() => simulateIncidents({ seed: 1, count: 1, from: 0, until: 1 })).toThrow(RangeError);
  });

  it('come as a file for the import, too: degrees near Lahore, an end only where the time is an interval', () => {
    const few = simulateIncidents({ seed: 5, count: 300 });
    const [head, ...lines] = [...csvLines(simulatedIncidentsCsv(few))].map(({ text }) => csvCells(text));
    expect(head).toEqual(['id', 'offence', 'longitude', 'latitude', 'from', 'until']);
    expect(lines).toHaveLength(300);
    for (const [n, cells] of lines.entries()) {
      const [, offence, longitude, latitude, from, until] = cells!;
      expect(offence).toBe(few.offences[few.offence[n]!]);
      expect(Math.abs(Number(longitude) - 74.3436)).toBeLessThan(0.1);
      expect(Math.abs(Number(latitude) - 31.5497)).toBeLessThan(0.1);
      expect(Date.parse(from!)).toBe(few.from[n]);
      expect(until === '').toBe(few.until[n] === few.from[n]);
    }
  });
});
