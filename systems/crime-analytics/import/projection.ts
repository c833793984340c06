import { AmaanError } from '@amaan/contracts/problem';
import proj4 from 'proj4';
import { STATE_PLANES_IN_FEET } from './state-planes-in-feet.ts';

/** `CRS_UNKNOWN`: a system of coordinates that Amaan does not know. */
export class ProjectionError extends AmaanError {}

/** A system of coordinates, and the way from and to WGS 84. */
export interface Projection {
  /** `EPSG:32643`, for example. */
  readonly code: string;
  /** Whether its coordinates are degrees, and not lengths in a plane. */
  readonly geographic: boolean;
  /** Whether distances can be measured in it: its coordinates are metres that are as long on the ground. */
  readonly measures: boolean;
  /** `[x, y]` in this system: metres (feet in a few) east and north, or degrees of longitude and latitude. */
  forward(longitude: number, latitude: number): readonly [x: number, y: number];
  /** `[longitude, latitude]`, WGS 84, in degrees. */
  inverse(x: number, y: number): readonly [longitude: number, latitude: number];
}

/** NAD83 and ETRS89 are within two metres of WGS 84; their null transformation is EPSG's own (1188, 1149). */
const NAD83 = '+ellps=GRS80 +towgs84=0,0,0,0,0,0,0';

/** Systems beside the zones of UTM, with their parameters as EPSG publishes them. */
const OTHERS: Readonly<Record<number, string>> = {
  4326: '+proj=longlat +datum=WGS84 +no_defs',
  4269: `+proj=longlat ${NAD83} +no_defs`,
  3857: '+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m +nadgrids=@null +no_defs',
  // NAD83 / Illinois East, metres.
  26971:
    '+proj=tmerc +lat_0=36.66666666666666 +lon_0=-88.33333333333333 +k=0.9999749999999999 +x_0=300000 +y_0=0 +ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m +no_defs',
  // British National Grid.
  27700:
    '+proj=tmerc +lat_0=49 +lon_0=-2 +k=0.9996012717 +x_0=400000 +y_0=-100000 +ellps=airy +towgs84=446.448,-125.157,542.06,0.15,0.247,0.842,-20.489 +units=m +no_defs',
};

/** Families of UTM zones: the code is the base and the number of the zone. */
const UTM: readonly {
  readonly base: number;
  readonly first: number;
  readonly last: number;
  readonly datum: string;
}[] = [
  { base: 32600, first: 1, last: 60, datum: '+datum=WGS84' },
  { base: 32700, first: 1, last: 60, datum: '+south +datum=WGS84' },
  { base: 26900, first: 1, last: 23, datum: NAD83 },
  { base: 25800, first: 28, last: 38, datum: NAD83 },
];
/** Kalianpur 1962 / UTM 41N–43N (EPSG 24311–24313): older maps of Pakistan. */
const KALIANPUR = '+a=6377301.243 +b=6356100.230165384 +towgs84=283,682,231,0,0,0,0';

const known = new Map<string, Projection>();

/**
 * A system of coordinates by its code: WGS 84 (`EPSG:4326`), its UTM zones (`EPSG:32601` to `EPSG:32660` north,
 * `EPSG:32701` to `EPSG:32760` south), NAD83 and its UTM zones (`EPSG:4269`, `EPSG:26901` to `EPSG:26923`), ETRS89 UTM
 * zones, Kalianpur 1962 UTM zones of Pakistan, web Mercator, Illinois East, the state planes of the USA in feet (NAD83) and
 * the British grid.
 *
 * @param code upper or lower case, with or without `EPSG:`
 * @throws ProjectionError `CRS_UNKNOWN`
 * @example projectionOf('EPSG:32643').forward(74.3587, 31.5204) // [439112.03, 3487455.81]
 */
export function projectionOf(code: string): Projection {
  const number = /^(?:epsg:{1,2})?(\d{4,5})$/i.exec(code.trim())?.[1];
  const name = `EPSG:${number}`;
  const parameters = number === undefined ? undefined : parametersOf(Number(number));
  if (parameters === undefined)
    throw new ProjectionError(
      'CRS_UNKNOWN',
      `There is no system of coordinates "${code}" here. Give the EPSG code of a UTM zone, such as EPSG:32643 for Lahore, or EPSG:4326 for degrees.`,
    );
  let projection = known.get(name);
  if (projection === undefined) {
    projection = new ProjectedBy(name, parameters);
    known.set(name, projection);
  }
  return projection;
}

/**
 * The UTM zone of WGS 84 in which a place lies: the plane in which its surroundings are measured. Zones are six degrees
 * wide; the exceptions of Norway and Svalbard are not made, since a plane is no less right for them.
 */
export function utmPlaneOf(longitude: number, latitude: number): Projection {
  const zone = Math.min(Math.floor((longitude + 180) / 6) + 1, 60);
  return projectionOf(`EPSG:${(latitude < 0 ? 32700 : 32600) + zone}`);
}

/** One projection through proj4; the arrays handed in are not kept. */
class ProjectedBy implements Projection {
  readonly code: string;
  readonly geographic: boolean;
  readonly measures: boolean;
  readonly #converter: proj4.Converter | null;

  constructor(code: string, parameters: string) {
    this.code = code;
    this.geographic = parameters.includes('+proj=longlat');
    // Web Mercator's metres are stretched.
    this.measures = !this.geographic && !parameters.includes('+proj=merc') && !parameters.includes('=us-ft');
    this.#converter = code === 'EPSG:4326' ? null : proj4(OTHERS[4326]!, parameters);
  }

  forward(longitude: number, latitude: number): readonly [number, number] {
    const [x, y] = this.#converter?.forward([longitude, latitude]) ?? [longitude, latitude];
    return [x!, y!];
  }

  inverse(x: number, y: number): readonly [number, number] {
    const [longitude, latitude] = this.#converter?.inverse([x, y]) ?? [x, y];
    return [longitude!, latitude!];
  }
}

function parametersOf(number: number): string | undefined {
  if (OTHERS[number] !== undefined) return OTHERS[number];
  const inFeet = STATE_PLANES_IN_FEET[number];
  if (inFeet !== undefined) return `${inFeet} ${NAD83} +units=us-ft +no_defs`;
  if (number >= 24311 && number <= 24313) return utm(number - 24311 + 41, KALIANPUR);
  for (const { base, first, last, datum } of UTM) {
    const zone = number - base;
    if (zone >= first && zone <= last) return utm(zone, datum);
  }
  return undefined;
}

function utm(zone: number, datum: string): string {
  return `+proj=utm +zone=${zone} ${datum} +units=m +no_defs`;
}
