import type { VEHICLE_CLASSES } from '@amaan/contracts/object-class';
import type { SightingFilter } from '@amaan/contracts/plates/sighting';
import type { PlateSearch } from './plate-search.ts';

/** The address that asks the same again, for the same times. */
export function searchOfRecord(filter: SightingFilter): PlateSearch {
  const { plate, tolerance, from, to, cameras, area, colour } = filter;
  const level = String(Math.round(tolerance)) as '0' | '1' | '2' | '3';
  return {
    ...(plate !== undefined && { plate }),
    ...(level !== '0' && { tolerance: level }),
    span: 'between',
    from,
    to,
    ...(cameras.length > 0 && { cameras: cameras.join(',') }),
    ...(area && { area: area.join(',') }),
    ...(filter.class !== undefined && { class: filter.class as (typeof VEHICLE_CLASSES)[number] }),
    ...(colour !== undefined && { colour }),
  };
}
