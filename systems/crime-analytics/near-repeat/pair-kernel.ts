import type { WasmMemory } from '../wasm-memory.ts';

/** How many replicas it counts at a time, and how many limits of days. */
export const KERNEL_REPLICAS = 8;
export const KERNEL_LIMITS = 4;

/** See `pair-kernel.wat`; arrays are given by their addresses. */
export type CountPairs = (
  first: number,
  last: number,
  days: number,
  start: number,
  ahead: number,
  limits: number,
  out: number,
) => void;

export function pairKernel(memory: WasmMemory): CountPairs {
  return memory.load(CODE).count as CountPairs;
}

const CODE = [
  'AGFzbQEAAAABEAJgB39/f39/f38AYAJ/ewACEQEFYW1hYW4GbWVtb3J5AgABAwMCAAEHCQEFY291bnQAAAr4AgLKAgIDfwp7',
  'IAX9AAQAIQwgBf0ABBAhDSAF/QAEICEOIAX9AAQwIQ8CQANAIAAgAU8NASACIABBBHRqIQcgB/0ABAAhCiADIABBAnRqIQkg',
  'BCAJKAIAQQF0aiEIIAQgCSgCBEEBdGohCSAAQQFqIQAgCCAJTw0A/QwAAAAAAAAAAAAAAAAAAAAAIRD9DAAAAAAAAAAAAAAA',
  'AAAAAAAhEf0MAAAAAAAAAAAAAAAAAAAAACES/QwAAAAAAAAAAAAAAAAAAAAAIRMDQCAKIAcgCC8BAEEEdGr9AAQA/ZEB/YAB',
  'IQsgECALIAz9L/2RASEQIBEgCyAN/S/9kQEhESASIAsgDv0v/ZEBIRIgEyALIA/9L/2RASETIAhBAmohCCAIIAlJDQALIAYg',
  'EBABIAZBIGogERABIAZBwABqIBIQASAGQeAAaiATEAEMAAsLCyoAIAAgAP0ABAAgAf2pAf2uAf0LBAAgACAA/QAEECAB/aoB',
  '/a4B/QsEEAs=',
].join('');
