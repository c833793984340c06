import { parentPort, workerData } from 'node:worker_threads';
import type { Identifier } from '@amaan/contracts/identifier';
import { PermitKeySet } from '@amaan/governance/permits/permit-keys';
import { type InferenceSession, openSession } from './open-session.ts';
import {
  errorMessageOf,
  type ThreadAnswer,
  type ThreadOrder,
  type ThreadRequest,
  type ThreadTask,
} from './thread-messages.ts';

/** What a thread does with its sessions. */
export type ThreadWork<Work, Result> = (work: Work, cameraId: Identifier | null) => Promise<Result>;

/**
 * The body of an inference thread. It opens its sessions itself, so nobody hands it one past the gate.
 *
 * @param begin makes of the sessions, in the order of the models, and of the order's options what does the work
 */
export async function serveInferenceThread<Work, Result>(
  begin: (sessions: readonly InferenceSession[], options: unknown) => ThreadWork<Work, Result>,
): Promise<void> {
  const port = parentPort;
  if (port === null) throw new Error('This module is the body of a worker thread.');
  const answer = (message: ThreadAnswer<Result>) => port.postMessage(message);
  const order = workerData as ThreadOrder;
  const sessions: InferenceSession[] = [];
  const close = async () => {
    for (const session of sessions.splice(0)) await session[Symbol.asyncDispose]();
  };

  const perform = async (task: ThreadTask<Work>, run: ThreadWork<Work, Result>): Promise<Result | null> => {
    if (task.type === 'run') return run(task.work, task.cameraId);
    if (task.type === 'replace-permit')
      for (const session of sessions) await session.replacePermit(task.token);
    if (task.type === 'revoke')
      for (const session of sessions) session.revoke(task.revocation.permitId, task.revocation.cameras);
    if (task.type === 'close') await close();
    return null;
  };
  const reply = async ({ call, task }: ThreadRequest<Work>, run: ThreadWork<Work, Result>): Promise<void> => {
    try {
      answer({ call, result: await perform(task, run) });
    } catch (error) {
      answer({ call, error: errorMessageOf(error) });
    }
    if (task.type === 'close') port.close();
  };

  try {
    const keys = await PermitKeySet.fromJwks(order.keys);
    for (const model of order.models) sessions.push(await openSession({ ...order, model, keys }));
    const run = begin(sessions, order.options);
    let last = Promise.resolve();
    port.on('message', (request: ThreadRequest<Work>) => {
      // One after the other, so that a frame sent after a renewal is judged by the renewed permit; only a
      // revocation does not wait for anything.
      if (request.task.type === 'revoke') void reply(request, run);
      else last = last.then(() => reply(request, run));
    });
    answer({ call: 0, result: null });
  } catch (error) {
    await close();
    answer({ call: 0, error: errorMessageOf(error) });
    port.close();
  }
}
