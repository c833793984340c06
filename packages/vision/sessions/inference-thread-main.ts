import { parentPort, workerData } from 'node:worker_threads';
import type { Detection } from '@amaan/contracts/detection';
import { PermitKeySet } from '@amaan/governance/permits/permit-keys';
import { createObjectDetector, type ObjectDetector } from '../detectors/object-detector.ts';
import { type InferenceSession, openSession } from './open-session.ts';
import {
  errorMessageOf,
  type ThreadAnswer,
  type ThreadOrder,
  type ThreadRequest,
  type ThreadTask,
} from './thread-messages.ts';

// The body of an inference thread. It opens its session itself, so nobody hands it one past the gate.

const port = parentPort;
if (port === null) throw new Error('This module is the body of a worker thread.');

function answer(message: ThreadAnswer): void {
  port?.postMessage(message);
}

interface Opened {
  readonly session: InferenceSession;
  readonly detector: ObjectDetector;
}

async function open(order: ThreadOrder): Promise<Opened> {
  const session = await openSession({ ...order, keys: await PermitKeySet.fromJwks(order.keys) });
  return { session, detector: createObjectDetector(session, order.thresholds) };
}

async function perform(task: ThreadTask, { session, detector }: Opened): Promise<Detection[]> {
  if (task.type === 'detect') return detector.detect(task.picture, task.cameraId);
  if (task.type === 'replace-permit') await session.replacePermit(task.token);
  if (task.type === 'revoke') session.revoke(task.revocation.permitId, task.revocation.cameras);
  if (task.type === 'close') await detector[Symbol.asyncDispose]();
  return [];
}

async function reply({ call, task }: ThreadRequest, opened: Opened): Promise<void> {
  try {
    answer({ call, detections: await perform(task, opened) });
  } catch (error) {
    answer({ call, error: errorMessageOf(error) });
  }
  if (task.type === 'close') port?.close();
}

try {
  const opened = await open(workerData as ThreadOrder);
  let last = Promise.resolve();
  port.on('message', (request: ThreadRequest) => {
    // One after the other, so that a frame sent after a renewal is judged by the renewed permit; only a
    // revocation does not wait for anything.
    if (request.task.type === 'revoke') void reply(request, opened);
    else last = last.then(() => reply(request, opened));
  });
  answer({ call: 0, detections: [] });
} catch (error) {
  answer({ call: 0, error: errorMessageOf(error) });
  port.close();
}
