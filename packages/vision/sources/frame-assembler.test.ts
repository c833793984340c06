import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FrameAssembler } from './frame-assembler.ts';

test('gives the same frames however the bytes are split', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 40 }),
      fc.array(fc.uint8Array({ maxLength: 100 }), { maxLength: 20 }),
      (frameBytes, chunks) => {
        const frames: Uint8Array[] = [];
        const assembler = new FrameAssembler(frameBytes, (pixels) => frames.push(pixels));
        for (const chunk of chunks) assembler.write(chunk);
        const all = Buffer.concat(chunks);
        const whole = all.length - (all.length % frameBytes);
        expect(frames.every((frame) => frame.length === frameBytes)).toBe(true);
        expect(Buffer.concat(frames)).toEqual(all.subarray(0, whole));
      },
    ),
  );
});

test('writes into a buffer that was given back, and into no other', () => {
  const frames: Uint8Array<ArrayBuffer>[] = [];
  const assembler = new FrameAssembler(2, (pixels) => frames.push(pixels));
  assembler.write(new Uint8Array([1, 2, 3, 4]));
  assembler.reuse(frames[0] as Uint8Array<ArrayBuffer>);
  assembler.write(new Uint8Array([5, 6, 7, 8]));
  expect(frames[2]).toBe(frames[0]);
  expect(frames[3]).not.toBe(frames[0]);
  expect(frames[1]).toEqual(new Uint8Array([3, 4]));
});
