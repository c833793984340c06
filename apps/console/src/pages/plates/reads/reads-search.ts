import { VEHICLE_CLASSES } from '@amaan/contracts/object-class';
import { VEHICLE_COLOURS } from '@amaan/contracts/plates/vehicle';
import type { ReadFilters } from '../../../api/plates.ts';
import { parseChoice, parseText } from '../../../search-params.ts';

/** Least confidences that one can choose: where the words of the marks change. */
export const LEAST_CONFIDENCES = ['0.5', '0.7', '0.9'] as const;

/** What the address of the live reads says. */
export interface ReadsSearch {
  camera?: string;
  class?: (typeof VEHICLE_CLASSES)[number];
  colour?: (typeof VEHICLE_COLOURS)[number];
  least?: (typeof LEAST_CONFIDENCES)[number];
}

export function parseReadsSearch(search: Record<string, unknown>): ReadsSearch {
  // The router reads 0.7 as a number.
  const least = search.least === undefined ? {} : { least: String(search.least) };
  return {
    ...parseText(search, 'camera'),
    ...parseChoice(search, 'class', VEHICLE_CLASSES),
    ...parseChoice(search, 'colour', VEHICLE_COLOURS),
    ...parseChoice(least, 'least', LEAST_CONFIDENCES),
  };
}

/** The part of the address that the server filters by. */
export function readFiltersOf(search: ReadsSearch, siteId: string | undefined): ReadFilters {
  return {
    ...(search.camera !== undefined && { cameraId: search.camera }),
    ...(siteId !== undefined && { siteId }),
    ...(search.class !== undefined && { class: search.class }),
    ...(search.colour !== undefined && { colour: search.colour }),
    ...(search.least !== undefined && { leastConfidence: Number(search.least) }),
  };
}
