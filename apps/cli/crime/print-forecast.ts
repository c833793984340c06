import { printJson, printRows } from '../print-rows.ts';
import type { BaselineView, ForecastLine } from './forecast-file.ts';

/** Prints a forecast's figures as a JSON line, or as tables with a sentence below each. */
export function printForecast(line: ForecastLine, json: boolean): void {
  if (json) {
    printJson(line);
    return;
  }
  const say = (sentence: string) => process.stdout.write(`${sentence}\n`);
  const { area, incidents, baseline, trials } = line;
  if (line.pai === null)
    say('The file has no incidents of the days that are forecast, so nothing tells how good it is.');
  else {
    const { pai, pei, hitRate, interval } = line;
    printRows(
      [
        row({
          name: 'model',
          pai,
          pei: pei!,
          hitRate: hitRate!,
          interval: interval!,
          ratio: null,
          ratioInterval: null,
        }),
        ...line.baselines.map(row),
      ],
      false,
    );
    say(
      `${incidents.test} incidents in ${line.horizonDays} days from ${line.trainUntil}; ${percent(area.fraction)} of ${area.cells} ${area.hexagons === null ? `cells of ${area.cellMetres} m` : `hexagons of resolution ${area.hexagons}`} (${area.squareKilometres.toFixed(1)} km²) chosen.`,
    );
    if (baseline !== null)
      say(
        `The model ${baseline.ratioInterval === null ? 'cannot be compared with' : line.beatsBaseline ? 'beat' : 'did not surely beat'} the strongest baseline, ${baseline.name}: ${times(baseline)}.`,
      );
  }
  const tried = trials.baselines.reduce<BaselineView | null>(
    (best, one) => (best === null || one.pai > best.pai ? one : best),
    null,
  );
  say(
    `${line.offered ? 'Offered' : 'Not offered'} for planning patrols (${line.reason})${tried === null ? '' : `: in ${trials.periods} earlier periods it hit, against ${tried.name}, ${times(tried)}`}.`,
  );
  if (line.cells)
    printRows(
      line.cells.map((cell) => ({ ...cell, expected: cell.expected.toFixed(3) })),
      false,
    );
}

function row({ name, pai, pei, hitRate, interval, ratio, ratioInterval }: BaselineView) {
  return {
    surface: name,
    PAI: pai.toFixed(2),
    '95 %': between(interval),
    PEI: pei.toFixed(3),
    'hit rate': percent(hitRate),
    'model over it': ratio === null ? '' : ratio.toFixed(2),
    ' 95 %': ratioInterval === null ? '' : between(ratioInterval),
  };
}

function times({ ratio, ratioInterval }: BaselineView): string {
  if (ratio === null) return 'nothing to compare, since it hit none';
  const interval = ratioInterval === null ? '' : ` (95 % interval ${between(ratioInterval)})`;
  return `${ratio.toFixed(2)} times as many${interval}`;
}

function between([low, high]: readonly [number, number]): string {
  return `${low.toFixed(2)} to ${high.toFixed(2)}`;
}

function percent(share: number): string {
  return `${Number((100 * share).toPrecision(3))} %`;
}
