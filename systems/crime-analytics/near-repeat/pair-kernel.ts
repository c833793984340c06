import type { WasmMemory } from '../wasm-memory.ts';

/** How many replicas it counts at a time, how many limits of days, and how far from each other these may be. */
export const KERNEL_REPLICAS = 16;
export const KERNEL_LIMITS = 4;
export const LIMIT_SPAN = 250;

/** See `pair-kernel.wat`; arrays are given by their addresses. */
export type CountPairs = (
  day: number,
  lastDay: number,
  pair: number,
  ends: number,
  bands: number,
  limits: number,
  out: number,
) => void;

export function pairKernel(memory: WasmMemory): CountPairs {
  return memory.load(PAIR_KERNEL).count as CountPairs;
}

/** What its text is made into, in base64. */
export const PAIR_KERNEL = [
  'AGFzbQEAAAABEAJgB39/f39/f38AYAJ/ewACEQEFYW1hYW4GbWVtb3J5AgABAwQDAAEBBwkBBWNvdW50AAAK0gMDjAMCBX8MeyAF',
  '/QAEACEQIAX9AAQQIREgBf0ABCAhEiAF/QAEMCETIAX9AARAIQ4gBiAEQQh0aiEIA0AgAP0ABAAhDCAA/QAEECENIAYhBwNAIAMo',
  'AgAhCSADQQRqIQMCQANAIAIgCU8NASACQf4DaiEKIAogCSAKIAlJGyEK/QwAAAAAAAAAAAAAAAAAAAAAIRT9DAAAAAAAAAAAAAAA',
  'AAAAAAAhFf0MAAAAAAAAAAAAAAAAAAAAACEW/QwAAAAAAAAAAAAAAAAAAAAAIRcDQCAAIAIvAQBBBXRqIQsgDCAL/QAEAP2RAf2A',
  'ASAO/ZEBIA0gC/0ABBD9kQH9gAEgDv2RAf1lIQ8gFCAPIBD9Jf1xIRQgFSAPIBH9Jf1xIRUgFiAPIBL9Jf1xIRYgFyAPIBP9Jf1x',
  'IRcgAkECaiECIAIgCkkNAAsgByAUEAEgB0HAAGogFRABIAdBgAFqIBYQASAHQcABaiAXEAEMAAsLIAdBgAJqIQcgByAISQ0ACyAA',
  'QSBqIQAgACABSQ0ACwsXACAAIAH9iQEQAiAAQSBqIAH9igEQAgsqACAAIAD9AAQAIAH9qQH9rgH9CwQAIAAgAP0ABBAgAf2qAf2u',
  'Af0LBBAL',
].join('');
