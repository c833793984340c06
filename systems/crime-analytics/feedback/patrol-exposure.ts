/** Where patrols were: stays, one entry each. Of units and people it knows nothing. */
export interface PatrolExposure {
  readonly length: number;
  /** Metres in the plane of the incidents. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Milliseconds since 1970 UTC. */
  readonly from: Float64Array;
  readonly until: Float64Array;
}
