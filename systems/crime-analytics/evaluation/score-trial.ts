import { bySlot, isWithin, slotsOf } from '../forecast/cell-history.ts';
import { chooseCells } from '../forecast/choose-cells.ts';
import type { PlaceForecast, RiskSurface, SurfaceName } from '../forecast/place-forecast.ts';
import type { IncidentColumns } from '../incident-columns.ts';
import { calibrationShares } from './calibration.ts';

const DAY = 86_400_000;

/**
 * What one forecast met, small enough to be sent between threads and to be added to others: incidents in clusters of one
 * cell and week (a series of thefts in one building in one week is one event rather than ten), each with how surely every
 * surface had chosen its cell.
 */
export interface TrialScore {
  readonly origin: number;
  readonly areaFraction: number;
  readonly incidents: number;
  readonly outside: number;
  /** Incidents of each cluster. */
  readonly clusters: Float64Array;
  readonly surfaces: readonly TrialSurface[];
  /** The hits of the best possible choice of the same area, made by somebody who knew what would come. */
  readonly perfectHits: number;
}

export interface TrialSurface {
  readonly name: SurfaceName;
  readonly settings: RiskSurface['settings'];
  /** Hits of each cluster: its incidents times how surely their cell was chosen. */
  readonly hits: Float64Array;
  /** Expected and observed incidents of the groups of cells of `calibrationShares`. */
  readonly expected: Float64Array;
  readonly observed: Float64Array;
}

/** Lays what happened beside what was forecast. Incidents outside of the study area count as missed by all. */
export function scoreTrial(
  forecast: PlaceForecast,
  incidents: IncidentColumns,
  offences: readonly number[],
): TrialScore {
  const { cells, origin, horizonDays, areaFraction } = forecast;
  const slotOf = slotsOf(cells);
  const asked = new Set(offences);
  const counts = new Float64Array(cells.studied.length);
  const clusters = new Map<string, { readonly slot: number; incidents: number }>();
  let [all, outside] = [0, 0];
  for (let at = 0; at < incidents.length; at += 1) {
    if (!asked.has(incidents.offence[at]!)) continue;
    if (!isWithin(incidents, at, origin, origin + horizonDays * DAY)) continue;
    all += 1;
    const slot = slotOf[cells.at(incidents.x[at]!, incidents.y[at]!)] ?? -1;
    if (slot >= 0) counts[slot]! += 1;
    else outside += 1;
    const week = Math.floor((incidents.from[at]! - origin) / (7 * DAY));
    // What lies outside of the study area is missed by all: each on its own.
    const key = slot >= 0 ? `${slot}:${week}` : `outside ${at}`;
    const cluster = clusters.get(key) ?? { slot, incidents: 0 };
    cluster.incidents += 1;
    clusters.set(key, cluster);
  }
  const list = [...clusters.values()];
  const perfect = chooseCells(counts, areaFraction);
  return {
    origin,
    areaFraction,
    incidents: all,
    outside,
    clusters: Float64Array.from(list, (cluster) => cluster.incidents),
    surfaces: [forecast.model, ...forecast.baselines].map(({ name, settings, expected }) => {
      const risk = bySlot(cells, expected);
      const chosen = chooseCells(risk, areaFraction);
      return {
        name,
        settings,
        hits: Float64Array.from(list, ({ slot, incidents }) => (slot < 0 ? 0 : incidents * chosen[slot]!)),
        ...groupsOf(risk, counts, areaFraction),
      };
    }),
    perfectHits: counts.reduce((sum, count, slot) => sum + count * perfect[slot]!, 0),
  };
}

/** Sums of groups of cells from the riskiest down; equal ones are taken in part, as when cells are chosen. */
function groupsOf(
  risk: Float64Array,
  counts: Float64Array,
  areaFraction: number,
): { expected: Float64Array; observed: Float64Array } {
  const shares = calibrationShares(areaFraction);
  const expected = new Float64Array(shares.length);
  const observed = new Float64Array(shares.length);
  let [expectedBefore, observedBefore] = [0, 0];
  for (const [group, share] of shares.entries()) {
    const chosen = chooseCells(risk, share);
    let [expectedUntil, observedUntil] = [0, 0];
    for (let slot = 0; slot < chosen.length; slot += 1) {
      expectedUntil += risk[slot]! * chosen[slot]!;
      observedUntil += counts[slot]! * chosen[slot]!;
    }
    expected[group] = Math.max(0, expectedUntil - expectedBefore);
    observed[group] = Math.max(0, observedUntil - observedBefore);
    [expectedBefore, observedBefore] = [expectedUntil, observedUntil];
  }
  return { expected, observed };
}
