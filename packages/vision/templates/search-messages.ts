import type { Scanned, ScanOrder } from './scan-list.ts';

/** What a search thread is told. Answers to what has a `call` name it. */
export type SearchTask =
  | { readonly type: 'attach'; readonly list: string; readonly memory: WebAssembly.Memory }
  | { readonly type: 'detach'; readonly call: number; readonly list: string }
  | { readonly type: 'scan'; readonly call: number; readonly list: string; readonly order: ScanOrder }
  | { readonly type: 'close' };

export interface SearchReply {
  readonly call: number;
  /** Null when the list is not there any more, or nothing was asked for. */
  readonly scanned: Scanned | null;
}
