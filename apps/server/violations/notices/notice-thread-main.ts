import { parentPort } from 'node:worker_threads';
import { drawNotice } from './draw-notice.ts';
import type { NoticeFacts } from './notice-facts.ts';

// The body of a thread of its own: shaping the Urdu of one notice takes half a second of a core, that of the first one two.

export interface NoticeOrder {
  readonly id: number;
  readonly facts: NoticeFacts;
}

export type NoticeAnswer =
  | { readonly id: number; readonly bytes: Uint8Array }
  | { readonly id: number; readonly problem: string };

parentPort?.on('message', async ({ id, facts }: NoticeOrder) => {
  let answer: NoticeAnswer;
  try {
    answer = { id, bytes: await drawNotice(facts) };
  } catch (error) {
    answer = { id, problem: error instanceof Error ? error.message : String(error) };
  }
  parentPort?.postMessage(answer);
});
