import { readFile } from 'node:fs/promises';
import type { Digest } from '@amaan/contracts/digest';
import { digestOfBytes } from '@amaan/contracts/digest-of';
import type { Identifier } from '@amaan/contracts/identifier';
import type { PermitClaims } from '@amaan/contracts/permit';
import { PermitClock } from '@amaan/governance/permits/permit-clock';
import type { PermitKeySet } from '@amaan/governance/permits/permit-keys';
import { assertCovers, assertCoversModel } from '@amaan/governance/permits/permit-scope';
import { type PermitRevocation, RevokedPermits } from '@amaan/governance/permits/revoked-permits';
import { verifyPermit } from '@amaan/governance/permits/verify-permit';
import * as ort from 'onnxruntime-node';
import type { InstalledModel } from '../models/installed-model.ts';
import { ModelError } from '../models/model-error.ts';
import { InferenceFailed } from './inference-failed.ts';
import type { OutputTensor } from './output-tensor.ts';

export interface SessionOrder {
  /** The permit, a compact JWS. */
  readonly permit: string;
  /** Whose permits count here. */
  readonly keys: PermitKeySet;
  /** The AI system that will use the model. */
  readonly system: string;
  readonly model: InstalledModel;
  /** sha256 of the configuration in use. */
  readonly configurationDigest: Digest;
  /** What is known to be revoked. */
  readonly revoked?: readonly PermitRevocation[];
  /** The moment that permits are judged by; a clock that cannot be set back when left out. */
  readonly now?: () => Date;
}

/** Size of one input in pixels. */
export interface InputSize {
  readonly width: number;
  readonly height: number;
}

/** A loaded model that asks its permit before every run. */
export interface InferenceSession extends AsyncDisposable {
  readonly model: InstalledModel;
  /** The permit in force. */
  readonly claims: PermitClaims;
  /**
   * Runs the model once, on one thread. It blocks the event loop meanwhile.
   *
   * @param cameraId where the picture is from; null for a file under an evaluation permit.
   * @param input values of the input tensor in the manifest's layout, with a batch of one.
   * @param size width and height of this input where the model takes any; the manifest's when left out.
   * @returns the outputs in the order of the manifest.
   * @throws PermitDenied when the permit has ended, was revoked or does not cover this.
   * @throws InferenceFailed when the model could not be run.
   */
  run(cameraId: Identifier | null, input: Float32Array, size?: InputSize): Promise<OutputTensor[]>;
  /**
   * Puts a fresh permit in the place of the old one; runs go on in between.
   * @throws PermitDenied when it does not cover this model and configuration; the old one stays.
   */
  replacePermit(token: string): Promise<void>;
  /** From now on nothing runs under this permit, or nothing for these cameras of it. */
  revoke(permitId: Identifier, cameras?: readonly Identifier[] | null): void;
}

/**
 * The only way to an inference session: checks the permit, then loads exactly the bytes that were hashed.
 *
 * @throws PermitDenied when the permit does not cover the model and the configuration, now.
 * @throws ModelError `MODEL_DIGEST_MISMATCH` when the file is not the one that was installed.
 * @throws InferenceFailed `MODEL_NOT_LOADABLE` when ONNX Runtime cannot read it.
 */
export async function openSession(order: SessionOrder): Promise<InferenceSession> {
  const { keys, model, system, configurationDigest } = order;
  const clock = new PermitClock();
  const now = order.now ?? (() => clock.now());
  const revoked = new RevokedPermits(order.revoked);
  const bytes = await readFile(model.path);
  const modelDigest = digestOfBytes(bytes);
  if (modelDigest !== model.digest) {
    throw new ModelError(
      'MODEL_DIGEST_MISMATCH',
      `${model.path} has changed since it was installed (sha256 ${modelDigest}) and was not loaded. Run: amaan models pull ${model.manifest.id}`,
    );
  }
  const use = { system, modelDigest, configurationDigest };

  const admit = async (token: string): Promise<PermitClaims> => {
    const claims = await verifyPermit(token, keys, now());
    assertCoversModel(claims, use, now(), revoked);
    return claims;
  };
  let claims = await admit(order.permit);
  const session = await load(bytes, model);
  const { input, output } = model.manifest;

  return {
    model,
    get claims() {
      return claims;
    },
    async run(cameraId, values, size = input) {
      assertCovers(claims, { ...use, cameraId }, now(), revoked);
      const dims = shapeOf(input, size);
      const outputs = await runModel(
        session,
        { [input.name]: new ort.Tensor('float32', values, dims) },
        model,
      );
      return output.names.map((name) => outputTensor(outputs[name], name, model));
    },
    async replacePermit(token) {
      claims = await admit(token);
    },
    revoke(permitId, cameras = null) {
      revoked.add({ permitId, cameras });
    },
    [Symbol.asyncDispose]: () => session.release(),
  };
}

async function load(bytes: Uint8Array, model: InstalledModel): Promise<ort.InferenceSession> {
  try {
    return await ort.InferenceSession.create(bytes, {
      intraOpNumThreads: 1,
      interOpNumThreads: 1,
      executionMode: 'sequential',
      graphOptimizationLevel: 'all',
    });
  } catch (cause) {
    throw new InferenceFailed(
      'MODEL_NOT_LOADABLE',
      `ONNX Runtime could not load ${model.path}; nothing runs with it.`,
      { cause },
    );
  }
}

async function runModel(
  session: ort.InferenceSession,
  feeds: Record<string, ort.Tensor>,
  model: InstalledModel,
): Promise<ort.InferenceSession.OnnxValueMapType> {
  try {
    return await session.run(feeds);
  } catch (cause) {
    throw new InferenceFailed(
      'INFERENCE_FAILED',
      `The model ${model.manifest.id} failed on this picture; the picture was skipped.`,
      { cause },
    );
  }
}

function outputTensor(value: ort.OnnxValue | undefined, name: string, model: InstalledModel): OutputTensor {
  if (value instanceof ort.Tensor && value.data instanceof Float32Array) {
    return { dims: value.dims, data: value.data };
  }
  throw new InferenceFailed(
    'MODEL_OUTPUT_UNEXPECTED',
    `The model ${model.manifest.id} has no output "${name}" of 32-bit floats, though its manifest says so.`,
  );
}

function shapeOf(input: InstalledModel['manifest']['input'], { width, height }: InputSize): number[] {
  const channels = input.channels === 'grey' ? 1 : 3;
  return input.layout === 'nchw' ? [1, channels, height, width] : [1, height, width, channels];
}
