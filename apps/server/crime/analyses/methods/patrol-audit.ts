import { PlanBounds } from '@amaan/contracts/crime/deployment-plan';
import { CrimeAnalyticsError } from '@amaan/crime-analytics/crime-analytics-error';
import { type AuditedPeriod, auditDeployments } from '@amaan/crime-analytics/feedback/audit-deployments';
import { fairShares } from '../../fair-shares.ts';
import type { AnalysisData } from '../analysis-data.ts';
import { type AnalysisMethod, limitNote, methodNote } from '../analysis-method.ts';
import { areaAt } from '../area-of-cells.ts';

const HOUR_MS = 3_600_000;

/** How patrols and reports share out over station areas, in two halves of the period. */
export const patrolAuditMethod: AnalysisMethod<'patrol-audit'> = {
  finish({ selection }, data) {
    const { areas, incidents, officerInitiated } = data;
    if (areas.length === 0)
      throw new CrimeAnalyticsError(
        'NO_BOUNDARIES',
        'No station areas are stored for this site; store them first.',
      );
    const from = Date.parse(selection.period.from);
    const middle = (from + Date.parse(selection.period.until)) / 2;
    const halves = [empty(areas.length), empty(areas.length)] as const;
    const found = new Int32Array(areas.length);
    for (let at = 0; at < incidents.length; at += 1) {
      const area = areaAt(areas, incidents.x[at]!, incidents.y[at]!);
      if (area < 0) continue;
      if (officerInitiated[incidents.offence[at]!]) found[area]! += 1;
      else halfOf(halves, (incidents.from[at]! + incidents.until[at]!) / 2, middle).reported[area]! += 1;
    }
    addPatrols(data, halves, middle);
    const { by, shares } = fairShares(areas);
    const audits = auditDeployments({
      areas: areas.map(({ id }, at) => ({ id, fairShare: shares[at]! })),
      // Which cells were visited is known of plans alone; here stays are told by station area.
      areaOfCell: new Int16Array(),
      periods: halves,
      bounds: PlanBounds.parse({}),
    });
    return {
      result: {
        kind: 'patrol-audit',
        areas: audits.map(
          ({ area, patrolShare, reportedShare, fairShare, timesFair, timesReported, flags }, at) => ({
            boundaryId: area,
            name: areas[at]!.name,
            patrolHours: halves[0].patrolHours[at]! + halves[1].patrolHours[at]!,
            reported: halves[0].reported[at]! + halves[1].reported[at]!,
            officerInitiated: found[at]!,
            ...{ patrolShare, reportedShare, fairShare, timesFair, timesReported },
            // Without patrols on record nothing can be too little or too much.
            flags: data.patrols === null ? [] : [...flags],
          }),
        ),
        fairBy: by,
      },
      notes: [methodNote('method-patrol-audit'), limitNote('limit-no-cause')],
    };
  },
};

function empty(areas: number): AuditedPeriod {
  return {
    patrolHours: new Float64Array(areas),
    reported: new Float64Array(areas),
    expected: new Float64Array(areas),
    visitedCells: [],
  };
}

function halfOf(halves: readonly [AuditedPeriod, AuditedPeriod], at: number, middle: number): AuditedPeriod {
  return at < middle ? halves[0] : halves[1];
}

function addPatrols(
  { patrols, areas }: AnalysisData,
  halves: readonly [AuditedPeriod, AuditedPeriod],
  middle: number,
): void {
  if (patrols === null) return;
  for (let at = 0; at < patrols.length; at += 1) {
    const area = areaAt(areas, patrols.x[at]!, patrols.y[at]!);
    if (area < 0) continue;
    const [from, until] = [patrols.from[at]!, patrols.until[at]!];
    halfOf(halves, (from + until) / 2, middle).patrolHours[area]! += (until - from) / HOUR_MS;
  }
}
