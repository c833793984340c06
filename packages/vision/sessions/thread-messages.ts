import type { Detection } from '@amaan/contracts/detection';
import type { Digest } from '@amaan/contracts/digest';
import type { Identifier } from '@amaan/contracts/identifier';
import { AmaanError } from '@amaan/contracts/problem';
import {
  PERMIT_DENIAL_CODES,
  type PermitDenialCode,
  PermitDenied,
} from '@amaan/governance/permits/permit-denied';
import type { PermitRevocation } from '@amaan/governance/permits/revoked-permits';
import type { DetectionThresholds } from '../detectors/thresholds.ts';
import type { Frame } from '../frame.ts';
import type { InstalledModel } from '../models/installed-model.ts';

/** What an inference thread is started with (`workerData`). */
export interface ThreadOrder {
  readonly permit: string;
  /** Public permit keys as JWK. */
  readonly keys: readonly unknown[];
  readonly system: string;
  readonly model: InstalledModel;
  readonly configurationDigest: Digest;
  readonly thresholds: DetectionThresholds;
  readonly revoked: readonly PermitRevocation[];
}

export type ThreadPicture = Pick<Frame, 'width' | 'height' | 'pixels'>;

export type ThreadTask =
  | { readonly type: 'detect'; readonly picture: ThreadPicture; readonly cameraId: Identifier | null }
  | { readonly type: 'replace-permit'; readonly token: string }
  | { readonly type: 'revoke'; readonly revocation: PermitRevocation }
  | { readonly type: 'close' };

/** To the thread. Calls are numbered from 1; the answer to call 0 tells whether the session opened. */
export interface ThreadRequest {
  readonly call: number;
  readonly task: ThreadTask;
}

/** From the thread. `detections` is empty for whatever is not a `detect`. */
export type ThreadAnswer =
  | { readonly call: number; readonly detections: Detection[] }
  | { readonly call: number; readonly error: ErrorMessage };

/** A typed error on its way between threads, where its class would be lost. */
export interface ErrorMessage {
  readonly code: string;
  readonly message: string;
}

export function errorMessageOf(error: unknown): ErrorMessage {
  if (error instanceof AmaanError) return { code: error.code, message: error.message };
  return { code: 'INFERENCE_FAILED', message: `Inference failed: ${String(error)}` };
}

export function errorOf({ code, message }: ErrorMessage): AmaanError {
  return isDenialCode(code) ? new PermitDenied(code, message) : new AmaanError(code, message);
}

function isDenialCode(code: string): code is PermitDenialCode {
  return (PERMIT_DENIAL_CODES as readonly string[]).includes(code);
}
