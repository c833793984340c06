import { printJson, printRows } from '../print-rows.ts';
import type { ScanClusterLine, ScanLine } from './find-clusters.ts';

/** Prints clusters as JSON lines, or as a table with a sentence below. */
export async function printClusters(lines: AsyncIterable<ScanLine>, json: boolean): Promise<void> {
  const clusters: ScanClusterLine[] = [];
  for await (const line of lines) {
    if (json) printJson(line);
    else if (line.kind === 'cluster') clusters.push(line);
    else {
      printRows(clusters.map(clusterRow), false);
      const what =
        line.model === 'permutation' ? 'compared with other times there' : 'compared with the population';
      process.stdout.write(
        `${line.cases} cases at ${line.places} places, ${what}, ${line.replicas} replicas: ${line.significant} significant clusters (p ≤ 0.05).\n`,
      );
    }
  }
}

function clusterRow(cluster: ScanClusterLine): Record<string, string> {
  const { x, y, longitude, latitude, radius, from, until, cases, expected } = cluster;
  return {
    '': String(cluster.rank),
    place:
      longitude === null || latitude === null
        ? `${x} ${y}`
        : `${latitude.toFixed(5)} ${longitude.toFixed(5)}`,
    // Files without a plane may be in degrees.
    radius: longitude === null ? radius.toPrecision(2) : `${Math.round(radius)} m`,
    places: String(cluster.places),
    ...(from === null || until === null ? {} : { days: from === until ? from : `${from} – ${until}` }),
    cases: String(cases),
    expected: expected.toFixed(2),
    'relative risk': cluster.relativeRisk?.toFixed(2) ?? '–',
    'log likelihood ratio': cluster.logLikelihoodRatio.toFixed(6),
    p: cluster.p.toFixed(3),
  };
}
