import { VEHICLE_CLASSES } from '@amaan/contracts/object-class';
import { PlateQuery } from '@amaan/contracts/plates/sighting';
import { VEHICLE_COLOURS } from '@amaan/contracts/plates/vehicle';
import type { PlateSearchBody } from '../../../api/plates.ts';
import type { MapArea } from '../../../map/route-layers.ts';
import { parseChoice, parseText } from '../../../search-params.ts';

/** Time ranges that move with the clock, in hours. */
export const SPANS = { hour: 1, day: 24, week: 7 * 24, month: 30 * 24 } as const;
export type Span = keyof typeof SPANS | 'between';

/** What the address of a search says: the filters, never what they find. */
export interface PlateSearch {
  plate?: string;
  tolerance?: '1' | '2' | '3';
  span?: Span;
  from?: string;
  to?: string;
  /** Identifiers, with commas between them. */
  cameras?: string;
  /** `west,south,east,north` in degrees. */
  area?: string;
  class?: (typeof VEHICLE_CLASSES)[number];
  colour?: (typeof VEHICLE_COLOURS)[number];
  /** Left out: the site of the case. */
  scope?: 'my-sites';
  /** The sighting that is open, once the search has run. */
  seen?: string;
}

export function parsePlateSearch(search: Record<string, unknown>): PlateSearch {
  const tolerance = search.tolerance === undefined ? {} : { tolerance: String(search.tolerance) };
  return {
    ...parseText(search, 'plate'),
    ...parseChoice(tolerance, 'tolerance', ['1', '2', '3']),
    ...parseChoice(search, 'span', ['hour', 'day', 'week', 'month', 'between']),
    ...parseText(search, 'from'),
    ...parseText(search, 'to'),
    ...parseText(search, 'cameras'),
    ...parseText(search, 'area'),
    ...parseChoice(search, 'class', VEHICLE_CLASSES),
    ...parseChoice(search, 'colour', VEHICLE_COLOURS),
    ...parseChoice(search, 'scope', ['my-sites']),
    ...parseText(search, 'seen'),
  };
}

/** The drawn area, or undefined where the address has none that makes sense. */
export function areaOf(text: string | undefined): MapArea | undefined {
  const [west, south, east, north, ...rest] = (text ?? '').split(',').map(Number);
  const sides = [west, south, east, north];
  if (rest.length > 0 || !sides.every((side) => side !== undefined && Number.isFinite(side)))
    return undefined;
  return west! < east! && south! < north! ? [west!, south!, east!, north!] : undefined;
}

export const camerasOf = (text: string | undefined): string[] =>
  (text ?? '').split(',').filter((id) => id !== '');

export type RangeProblem = 'noRange' | 'badRange';
export type SearchProblem = 'needsTarget' | 'badPlate' | 'unknownPlate' | RangeProblem;

/** The time range of an address at a moment. */
export function rangeOf(
  { span = 'day', from, to }: Pick<PlateSearch, 'span' | 'from' | 'to'>,
  now: Date,
): { readonly from: string; readonly to: string } | RangeProblem {
  if (span !== 'between') {
    const begin = new Date(now.getTime() - SPANS[span] * 3_600_000);
    return { from: begin.toISOString(), to: now.toISOString() };
  }
  if (from === undefined || to === undefined) return 'noRange';
  return from < to ? { from, to } : 'badRange';
}

/** What is sent for an address, or what is wrong with it. */
export function filterOf(search: PlateSearch, now: Date): PlateSearchBody['filter'] | SearchProblem {
  const range = rangeOf(search, now);
  if (typeof range === 'string') return range;
  const cameras = camerasOf(search.cameras);
  const area = areaOf(search.area);
  const plate = search.plate?.trim();
  if (!plate && cameras.length === 0 && area === undefined) return 'needsTarget';
  const query = plate ? PlateQuery.safeParse(plate) : null;
  if (query && !query.success)
    return /[^A-Z0-9?*\s.·-]/i.test(plate!) || plate!.replaceAll(/[\s.·-]/g, '').length < 2
      ? 'badPlate'
      : 'unknownPlate';
  return {
    ...range,
    ...(query && { plate: query.data, tolerance: Number(search.tolerance ?? 0) }),
    ...(cameras.length > 0 && { cameras }),
    ...(area && { area: [...area] }),
    ...(search.class !== undefined && { class: search.class }),
    ...(search.colour !== undefined && { colour: search.colour }),
  };
}

/** The part of an address that decides what is found. */
export function filterKey({ seen: _seen, ...filters }: PlateSearch): string {
  return JSON.stringify(Object.entries(filters).sort(([a], [b]) => a.localeCompare(b)));
}
