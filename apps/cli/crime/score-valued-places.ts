import { distanceBandWeights } from '@amaan/crime-analytics/autocorrelation/distance-band-weights';
import { falseDiscoveryAdjusted } from '@amaan/crime-analytics/autocorrelation/false-discovery';
import { globalG } from '@amaan/crime-analytics/autocorrelation/global-g';
import { globalMoran } from '@amaan/crime-analytics/autocorrelation/global-moran';
import { localG } from '@amaan/crime-analytics/autocorrelation/local-g';
import { localMoran } from '@amaan/crime-analytics/autocorrelation/local-moran';
import { rowStandardised } from '@amaan/crime-analytics/autocorrelation/spatial-weights';
import { printJson, printRows } from '../print-rows.ts';
import { readValuedPlaces, type ValuedPlaceOptions } from './read-valued-places.ts';
import { reportRejected } from './report-rejected.ts';

export interface GistarOptions extends ValuedPlaceOptions {
  readonly band: number;
  readonly weights: 'binary' | 'row-standardised';
  readonly variance: '1992' | '1995';
  readonly self: boolean;
  readonly permutations: number;
  readonly seed: number;
}

/** One line of `amaan crime gistar --json`. */
export type GistarLine = ScoredPlace | GistarSummary;

interface ScoredPlace {
  readonly kind: 'place';
  readonly line: number;
  readonly x: number;
  readonly y: number;
  readonly value: number;
  readonly neighbours: number;
  /** Null where a place has no neighbours. */
  readonly z: number | null;
  readonly p: number;
  readonly q: number | null;
  readonly pPermutation: number | null;
  readonly localMoran: number | null;
  readonly quadrant: string;
}

interface GistarSummary {
  readonly kind: 'summary';
  readonly places: number;
  readonly rejected: number;
  readonly statistic: 'Gi*' | 'Gi';
  readonly weights: GistarOptions['weights'];
  /** Null where a value is negative. */
  readonly g: { readonly value: number; readonly z: number; readonly p: number } | null;
  readonly moran: { readonly i: number; readonly z: number; readonly p: number };
}

/** Scores every place of a file, in the file's order. */
export async function* scoreValuedPlaces(file: string, options: GistarOptions): AsyncGenerator<GistarLine> {
  const { band, self, variance, permutations, seed } = options;
  const { x, y, values, lines, rejected } = await readValuedPlaces(file, options);
  reportRejected(rejected);
  const binary = distanceBandWeights(x, y, band);
  const standardise = options.weights === 'row-standardised';
  const weights = standardise ? rowStandardised(binary) : binary;
  const permutation = permutations > 0 ? { permutations, seed } : undefined;
  const local = localG(values, binary, {
    star: self,
    variance,
    rowStandardise: standardise,
    ...(permutation && { permutation }),
  });
  const moran = localMoran(values, weights);
  const q = falseDiscoveryAdjusted(
    local.p.map((p, place) => (Number.isNaN(local.z[place]) ? Number.NaN : p)),
  );
  for (const [place, line] of lines.entries())
    yield {
      kind: 'place',
      line,
      x: x[place]!,
      y: y[place]!,
      value: values[place]!,
      neighbours: binary.offsets[place + 1]! - binary.offsets[place]!,
      z: numberOrNull(local.z[place]!),
      p: local.p[place]!,
      q: numberOrNull(q[place]!),
      pPermutation: local.pPermutation?.[place] ?? null,
      localMoran: numberOrNull(moran.i[place]!),
      quadrant: moran.quadrant[place]!,
    };
  const global = globalMoran(values, weights);
  const general = values.some((value) => value < 0) ? null : globalG(values, weights);
  yield {
    kind: 'summary',
    places: lines.length,
    rejected: rejected.length,
    statistic: self ? 'Gi*' : 'Gi',
    weights: options.weights,
    g: general && { value: general.g, z: general.randomisation.z, p: general.randomisation.p },
    moran: { i: global.i, z: global.randomisation.z, p: global.randomisation.p },
  };
}

/** Prints scores as JSON lines, or as a table with a sentence below. */
export async function printPlaces(lines: AsyncIterable<GistarLine>, json: boolean): Promise<void> {
  const rows: Record<string, string>[] = [];
  for await (const line of lines) {
    if (json) printJson(line);
    else if (line.kind === 'place')
      rows.push({
        line: String(line.line),
        value: String(line.value),
        neighbours: String(line.neighbours),
        z: line.z?.toFixed(6) ?? '–',
        p: line.p.toFixed(4),
        'local Moran': line.localMoran?.toFixed(4) ?? '–',
        quadrant: line.quadrant,
      });
    else {
      printRows(rows, false);
      const g = line.g === null ? '' : `G ${line.g.value.toFixed(8)} (p ${line.g.p.toFixed(4)}), `;
      process.stdout.write(
        `${line.places} places, z is ${line.statistic} with ${line.weights} weights. ${g}Moran’s I ${line.moran.i.toFixed(8)} (p ${line.moran.p.toFixed(4)}).\n`,
      );
    }
  }
}

function numberOrNull(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}
