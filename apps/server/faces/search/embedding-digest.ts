import type { Digest } from '@amaan/contracts/digest';
import { manifestOf } from '@amaan/vision/models/manifest';

/** Digest of the model that templates are made by, as its manifest names it. */
export async function embeddingDigest(): Promise<Digest> {
  const { digest } = await manifestOf('face-embedding');
  if (digest === null) throw new Error('The manifest of face-embedding names no digest.');
  return digest;
}
