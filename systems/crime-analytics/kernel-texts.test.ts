import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import wabt from 'wabt';
import { PAIR_KERNEL } from './near-repeat/pair-kernel.ts';
import { THRESHOLD_KERNEL } from './scan/threshold-kernel.ts';

// What it should be after a change of a text stands in the failure; put it into the file beside the text.
test.each([
  ['near-repeat/pair-kernel.wat', PAIR_KERNEL],
  ['scan/threshold-kernel.wat', THRESHOLD_KERNEL],
])('the code of a kernel is that of its text: %s', async (file, code) => {
  const { parseWat } = await wabt();
  const text = readFileSync(new URL(file, import.meta.url), 'utf8');
  const { buffer } = parseWat(file, text, { simd: true }).toBinary({});
  expect(Buffer.from(buffer).toString('base64')).toBe(code);
});
