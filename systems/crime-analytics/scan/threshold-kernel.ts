import type { WasmMemory } from '../wasm-memory.ts';

/** See `threshold-kernel.wat`; arrays are given by their addresses. */
export type BitsReached = (upTo: number, length: number, thresholds: number, count: number) => number;

export function thresholdKernel(memory: WasmMemory): BitsReached {
  return memory.load(THRESHOLD_KERNEL).reached as BitsReached;
}

/** What its text is made into, in base64. */
export const THRESHOLD_KERNEL = [
  'AGFzbQEAAAABCQFgBH9/f38BfwIRAQVhbWFhbgZtZW1vcnkCAAEDAgEABwsBB3JlYWNoZWQAAAp4AXYCAn8BeyAAIAFBAnRq',
  'IQQgAiADQQJ0aiEFAkAgA0UNAANAIAYgBP0ABAAgAP0ABAD9sQEgAv0ABAD9rgH9UCEGIARBEGohBCAAQRBqIQAgAkEQaiEC',
  'IAIgBUkNAAsLIAb9GwAgBv0bAXIgBv0bAiAG/RsDcnIL',
].join('');
