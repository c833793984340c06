/**
 * How sure it is that everything that is said of a vehicle is right, 0–1: its plate, and its class and colour where they
 * are known. Their errors have different causes, so they are taken as independent: the product of the confidences. What
 * is not known says nothing and costs nothing.
 *
 * @param reading 0–1, how sure the plate is.
 */
export function fusedConfidence(
  reading: number,
  vehicle: {
    readonly class: string | null;
    readonly classConfidence: number;
    readonly colour: string | null;
    readonly colourConfidence: number;
  },
): number {
  return (
    reading *
    (vehicle.class === null ? 1 : vehicle.classConfidence) *
    (vehicle.colour === null ? 1 : vehicle.colourConfidence)
  );
}
