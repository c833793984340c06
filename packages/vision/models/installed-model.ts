import type { Digest } from '@amaan/contracts/digest';
import type { ModelManifest } from '@amaan/contracts/model-manifest';

/** A model that lies in the model cache and was found to be what its manifest says. */
export interface InstalledModel {
  readonly manifest: ModelManifest;
  /** The ONNX file. Whoever loads it hashes the bytes again: the file may have changed since. */
  readonly path: string;
  /** sha256 that the ONNX file must have. */
  readonly digest: Digest;
}
