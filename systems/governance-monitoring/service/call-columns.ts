/** Calls in columns, in no order. Moments in milliseconds since 1970, NaN: not known; when they came in is known of all. */
export interface CallColumns {
  readonly length: number;
  readonly receivedAt: Float64Array;
  readonly dispatchedAt: Float64Array;
  readonly arrivedAt: Float64Array;
  readonly closedAt: Float64Array;
}

/** Calls sorted into groups: the number of each call's group, −1 for those that belong to none. */
export interface CallGroups {
  readonly of: Int32Array;
  readonly count: number;
}
