import type { OffenceClass } from '@amaan/contracts/crime/incident';
import type { IncidentColumns } from '@amaan/crime-analytics/incident-columns';
import type { RowColumns } from '@amaan/store/crime/incident-files';
import type { AnalysisArea } from './analysis-data.ts';
import { areaAt } from './area-of-cells.ts';
import { withholdRare } from './withhold-rare.ts';

export interface ChosenIncidents {
  readonly columns: IncidentColumns;
  /** Places of victims that would stand alone. */
  readonly withheld: number;
}

/**
 * Stored rows as the methods take them.
 * @param within only what lies in one of these areas; null: everywhere
 * @param withhold whether rare places of victims are left out
 */
export function incidentColumns(
  rows: RowColumns,
  {
    classes,
    within,
    withhold,
  }: {
    readonly classes: ReadonlyMap<string, OffenceClass>;
    readonly within: readonly AnalysisArea[] | null;
    readonly withhold: boolean;
  },
): ChosenIncidents {
  const inside: number[] = [];
  for (let at = 0; at < rows.length; at += 1)
    if (within === null || areaAt(within, rows.east[at]!, rows.north[at]!) >= 0) inside.push(at);
  const sensitive = inside.map((at) => (classes.get(rows.offence[at]!)?.victimSensitive === false ? 0 : 1));
  const [east, north] = [pick(rows.east, inside), pick(rows.north, inside)];
  const shown = withhold ? withholdRare(east, north, sensitive) : null;
  const kept = shown === null ? inside : inside.filter((_, place) => shown[place] === 1);
  const indexOf = new Map<string, number>();
  const offence = Uint16Array.from(kept, (at) => {
    const name = rows.offence[at]!;
    const known = indexOf.get(name) ?? indexOf.size;
    indexOf.set(name, known);
    return known;
  });
  const [from, until] = [pick(rows.from, kept), pick(rows.until, kept)];
  return {
    columns: {
      length: kept.length,
      x: pick(rows.east, kept),
      y: pick(rows.north, kept),
      ...{ from, until, offence, offences: [...indexOf.keys()] },
    },
    withheld: inside.length - kept.length,
  };
}

/** Nothing. */
export function emptyIncidents(): IncidentColumns {
  const none = new Float64Array();
  return { length: 0, x: none, y: none, from: none, until: none, offence: new Uint16Array(), offences: [] };
}

function pick(values: Float64Array, rows: readonly number[]): Float64Array {
  return Float64Array.from(rows, (at) => values[at]!);
}
