import type { Identifier } from '@amaan/contracts/identifier';
import type { Picture } from '@amaan/vision/image/picture';
import { pictureTensor } from '@amaan/vision/image/picture-tensor';
import type { InferenceSession } from '@amaan/vision/sessions/open-session';

/** What identifies a person: 512 values of length one. Personal data of the most sensitive kind: it is never logged. */
export type FaceTemplate = Float32Array;

/**
 * The template of an aligned face. Only where an authorisation covers it, or for files under the evaluation permit.
 *
 * @param aligned 112 × 112 pixels, as `alignFace` gives it.
 * @throws PermitDenied when the permit does not cover this, now.
 */
export async function embedFace(
  aligned: Picture,
  session: InferenceSession,
  cameraId: Identifier | null,
): Promise<FaceTemplate> {
  const [output] = await session.run(cameraId, pictureTensor(aligned, session.model.manifest.input));
  const template = normalised(output!.data);
  // The model's own copy is as good as a template.
  output!.data.fill(0);
  return template;
}

/** Cosine of the angle between two templates, −1 to 1. */
export function similarityOf(a: FaceTemplate, b: FaceTemplate): number {
  let sum = 0;
  for (let index = 0; index < a.length; index++) sum += a[index]! * b[index]!;
  return sum;
}

/** The values at length one; all zeros stay zeros. */
function normalised(values: Float32Array): FaceTemplate {
  let squares = 0;
  for (const value of values) squares += value * value;
  const scale = squares > 0 ? 1 / Math.sqrt(squares) : 0;
  return values.map((value) => value * scale);
}
