import type { Position } from '@amaan/contracts/geometry';
import type { Identifier } from '@amaan/contracts/identifier';
import type { PatrolExposure } from '@amaan/crime-analytics/feedback/patrol-exposure';
import type { IncidentColumns } from '@amaan/crime-analytics/incident-columns';

/** The area of a station, on the globe and in the plane. */
export interface AnalysisArea {
  readonly id: Identifier;
  readonly name: string;
  readonly nameUrdu: string;
  readonly population: number | null;
  readonly areaKm2: number;
  /** Closed or open rings, holes among them: what lies within an odd number of rings is inside. */
  readonly rings: readonly (readonly Position[])[];
  /** The same in the plane of the incidents: x and y by turns, metres. */
  readonly plane: readonly Float64Array[];
}

/** Everything that an analysis is made from. Nothing in it is, or leads to, a person. */
export interface AnalysisData {
  /** The plane, `EPSG:32643`. */
  readonly crs: string;
  readonly timeZone: string;
  readonly incidents: IncidentColumns;
  /** For each of `incidents.offences`: 1 where the question is about it, 0 where it only helps a forecast. */
  readonly asked: Uint8Array;
  /** The other period, where the question has one. */
  readonly earlier: IncidentColumns | null;
  /** For each of `incidents.offences`: 1 where it is on record where officers look. */
  readonly officerInitiated: Uint8Array;
  /** For each of `incidents.offences`: its kind, for series by kind. */
  readonly kinds: readonly string[];
  readonly areas: readonly AnalysisArea[];
  /** Where patrols were in the period; null: not on record. */
  readonly patrols: PatrolExposure | null;
  /** Roads in the plane, x and y by turns, metres, where the question wants them and the site has them. */
  readonly roads: readonly Float64Array[] | null;
}
