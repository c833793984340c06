import { FILL } from '@amaan/redaction/masks/mask-style';
import { expect, test } from 'vitest';
import { MaskedOutput } from './masked-output.ts';

const SIZE = { width: 2, height: 2 };
/** A frame of one shade. */
const frame = (shade: number) => new Uint8Array(6).fill(shade);

/** An output whose frames are written when the test says. */
function output() {
  const written: number[][] = [];
  const callbacks: (() => void)[] = [];
  const encoder = {
    write: async (pixels: Uint8Array, onWritten: () => void) => {
      written.push([...pixels]);
      callbacks.push(onWritten);
    },
  };
  return { output: new MaskedOutput(encoder, SIZE), written, callbacks };
}

test('where pictures are left out, the last masked one stays, and the clock goes on', async () => {
  const { output: out, written } = output();
  await out.write(frame(1), () => {});
  await out.showOnUntil(4);
  await out.write(frame(2), () => {});
  expect(written.map(([shade]) => shade)).toEqual([1, 1, 1, 1, 2]);
  await out.showOnUntil(3);
  expect(written).toHaveLength(5);
});

test('before there is a masked picture it is the grey of the covers', async () => {
  const { output: out, written } = output();
  await out.showOnUntil(1);
  expect(written).toEqual([[FILL.luma, FILL.luma, FILL.luma, FILL.luma, FILL.chroma, FILL.chroma]]);
});

test('a frame is given back once it is written and another one is shown, in whatever order', async () => {
  const { output: out, callbacks } = output();
  const given: number[] = [];
  await out.write(frame(1), () => given.push(1));
  callbacks[0]!();
  expect(given).toEqual([]);
  await out.write(frame(2), () => given.push(2));
  expect(given).toEqual([1]);
  await out.write(frame(3), () => given.push(3));
  expect(given).toEqual([1]);
  callbacks[1]!();
  expect(given).toEqual([1, 2]);
});
