import { KERNEL_REACH } from '../kernel.ts';
import type { DensitySettings } from '../kernel-density.ts';
import { checkBandwidth, type WeightedPlaces } from '../weighted-places.ts';
import { placeOnRoads } from './place-on-roads.ts';
import type { RoadNetwork } from './road-network.ts';

/** Roads cut into short equal pieces ("lixels"), with the density in the middle of each. */
export interface NetworkDensity {
  /** The piece of the network that each lixel is a part of. */
  readonly piece: Uint32Array;
  /** Metres from the piece's first point to the lixel's ends. */
  readonly from: Float64Array;
  readonly until: Float64Array;
  /** Incidents per kilometre of road. */
  readonly perKilometre: Float64Array;
  /** How many places lie near no road, and so count nowhere. */
  readonly offRoads: number;
}

export interface NetworkDensitySettings extends DensitySettings {
  /** Lixels are at most as long; default 25. */
  readonly lixelMetres?: number;
  /** Places further than this from every road count nowhere; default 100. */
  readonly farthestMetres?: number;
}

/** What splits of a kernel at junctions have come down to and is no longer followed. */
const LEAST_SHARE = 1e-6;
const METRES_PER_KILOMETRE = 1_000;

/**
 * Kernel density along roads: distance is that of the way on them, and at a junction of n roads a kernel splits equally
 * onto the n − 1 others, so that junctions do not gather what is not there (the equal-split discontinuous kernel). Every
 * way without turning back is followed; at a dead end a kernel ends.
 *
 * Source: A. Okabe, T. Satoh, K. Sugihara, Int. J. GIS 23 (2009) 7–32; lixels: Z. Xie, J. Yan, Computers, Environment and
 * Urban Systems 32 (2008) 396–406. The same as `densityEqualSplit(…, continuous = FALSE)` of R's `spatstat.linnet`.
 * @throws CrimeAnalyticsError `BANDWIDTH_INVALID`
 */
export function networkDensity(
  places: WeightedPlaces,
  roads: RoadNetwork,
  { kernel, bandwidthMetres, lixelMetres = 25, farthestMetres = 100 }: NetworkDensitySettings,
): NetworkDensity {
  checkBandwidth(bandwidthMetres);
  const lixels = lixelsOf(roads, lixelMetres);
  const density = new Float64Array(lixels.piece.length);
  const { piece, along, offRoads } = placeOnRoads(roads, places.x, places.y, farthestMetres);
  const height = heightOf(kernel, bandwidthMetres);
  const reach = bandwidthMetres * KERNEL_REACH[kernel];

  /** Adds a kernel's part on one piece of road, entered at its first point (or its last) after `walked` metres. */
  const lay = (on: number, walked: number, forwards: boolean, share: number) => {
    const length = roads.pieceMetres[on]!;
    for (let lixel = lixels.first[on]!; lixel < lixels.first[on + 1]!; lixel += 1) {
      const middle = (lixels.from[lixel]! + lixels.until[lixel]!) / 2;
      const distance = walked + (forwards ? middle : length - middle);
      if (distance < reach) density[lixel]! += share * height(distance);
    }
  };
  // Ways still to be followed: the piece come from, the point reached, the metres walked and the share left.
  const ways: [from: number, point: number, walked: number, share: number][] = [];
  for (let place = 0; place < piece.length; place += 1) {
    const own = piece[place]!;
    if (own < 0) continue;
    const weight = places.weights ? places.weights[place]! : 1;
    const [at, length] = [along[place]!, roads.pieceMetres[own]!];
    for (let lixel = lixels.first[own]!; lixel < lixels.first[own + 1]!; lixel += 1) {
      const distance = Math.abs((lixels.from[lixel]! + lixels.until[lixel]!) / 2 - at);
      if (distance < reach) density[lixel]! += weight * height(distance);
    }
    ways.push([own, roads.pieceFrom[own]!, at, 1], [own, roads.pieceTo[own]!, length - at, 1]);
    for (let way = ways.pop(); way; way = ways.pop()) {
      const [from, point, walked, share] = way;
      const [start, end] = [roads.firstAt[point]!, roads.firstAt[point + 1]!];
      const split = share / (end - start - 1);
      if (walked >= reach || end - start < 2 || split < LEAST_SHARE) continue;
      for (let n = start; n < end; n += 1) {
        const next = roads.piecesAt[n]!;
        if (next === from) continue;
        const forwards = roads.pieceFrom[next] === point;
        lay(next, walked, forwards, weight * split);
        ways.push([
          next,
          forwards ? roads.pieceTo[next]! : roads.pieceFrom[next]!,
          walked + roads.pieceMetres[next]!,
          split,
        ]);
      }
    }
  }
  return {
    piece: lixels.piece,
    from: lixels.from,
    until: lixels.until,
    perKilometre: density.map((perMetre) => perMetre * METRES_PER_KILOMETRE),
    offRoads,
  };
}

/** Kernels along a line, per metre: their integral is 1. */
function heightOf(kernel: DensitySettings['kernel'], bandwidth: number): (distance: number) => number {
  if (kernel === 'gaussian') {
    const peak = 1 / (Math.sqrt(2 * Math.PI) * bandwidth);
    return (distance) => peak * Math.exp(-((distance / bandwidth) ** 2) / 2);
  }
  const peak = 15 / (16 * bandwidth);
  return (distance) => peak * (1 - (distance / bandwidth) ** 2) ** 2;
}

function lixelsOf(roads: RoadNetwork, lixelMetres: number) {
  const [piece, from, until]: number[][] = [[], [], []];
  const first = new Uint32Array(roads.pieceMetres.length + 1);
  for (const [of, length] of roads.pieceMetres.entries()) {
    const parts = Math.max(1, Math.ceil(length / lixelMetres));
    for (let part = 0; part < parts; part += 1) {
      piece!.push(of);
      from!.push((length * part) / parts);
      until!.push((length * (part + 1)) / parts);
    }
    first[of + 1] = piece!.length;
  }
  return {
    first,
    piece: Uint32Array.from(piece!),
    from: Float64Array.from(from!),
    until: Float64Array.from(until!),
  };
}
