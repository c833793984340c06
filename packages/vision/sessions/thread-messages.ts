import type { Digest } from '@amaan/contracts/digest';
import type { Identifier } from '@amaan/contracts/identifier';
import { AmaanError } from '@amaan/contracts/problem';
import {
  PERMIT_DENIAL_CODES,
  type PermitDenialCode,
  PermitDenied,
} from '@amaan/governance/permits/permit-denied';
import type { PermitRevocation } from '@amaan/governance/permits/revoked-permits';
import type { InstalledModel } from '../models/installed-model.ts';

/** What an inference thread is started with (`workerData`). */
export interface ThreadOrder {
  readonly permit: string;
  /** Public permit keys as JWK. */
  readonly keys: readonly unknown[];
  readonly system: string;
  /** The thread opens a session for each. */
  readonly models: readonly InstalledModel[];
  readonly configurationDigest: Digest;
  /** How the thread works with them; its body knows what it is. */
  readonly options: unknown;
  readonly revoked: readonly PermitRevocation[];
}

export type ThreadTask<Work> =
  | { readonly type: 'run'; readonly work: Work; readonly cameraId: Identifier | null }
  | { readonly type: 'replace-permit'; readonly token: string }
  | { readonly type: 'revoke'; readonly revocation: PermitRevocation }
  | { readonly type: 'close' };

/** To the thread. Calls are numbered from 1; the answer to call 0 tells whether the sessions opened. */
export interface ThreadRequest<Work> {
  readonly call: number;
  readonly task: ThreadTask<Work>;
}

/** From the thread. `result` is null for whatever is not a `run`. */
export type ThreadAnswer<Result> =
  | { readonly call: number; readonly result: Result | null }
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
