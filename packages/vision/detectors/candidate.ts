/** A possible object before overlapping ones are thinned out; coordinates are pixels of the model's input. */
export interface Candidate {
  /** Index into the model's own list of classes. */
  readonly classIndex: number;
  readonly confidence: number;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}
