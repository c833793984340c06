import { parentPort, workerData } from 'node:worker_threads';
import { AmaanError } from '@amaan/contracts/problem';
import { runWhatIf, type WhatIfJob } from './run-what-if.ts';
import type { WhatIfThreadMessage } from './what-if-desk.ts';

/** A replay in a thread of its own, so that it never makes a decision about a real signal late. */
const { job, network } = workerData as { readonly job: WhatIfJob; readonly network: string };
const cancelled = new AbortController();
parentPort?.once('message', () => cancelled.abort());

function say(message: WhatIfThreadMessage): void {
  parentPort?.postMessage(message);
}

try {
  const results = await runWhatIf(job, {
    network,
    signal: cancelled.signal,
    onProgress: (progress) => say({ type: 'progress', progress }),
  });
  say({ type: 'ended', results, problem: null });
} catch (error) {
  const code = error instanceof AmaanError ? error.code : 'REPLAY_FAILED';
  const message = error instanceof Error ? error.message : String(error);
  say({ type: 'ended', results: [], problem: { code, message } });
}
parentPort?.close();
