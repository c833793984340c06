import type { InferenceSession } from '@amaan/vision/sessions/open-session';
import { expect, it } from 'vitest';
import { rememberViews } from './unchanged-views.ts';

const [WIDTH, HEIGHT] = [32, 32];

/** A model whose answer is how often it ran. */
function counting(): InferenceSession {
  let runs = 0;
  return {
    model: { manifest: { input: { width: WIDTH, height: HEIGHT } } },
    run: async () => [{ dims: [1], data: Float32Array.of(++runs) }],
  } as unknown as InferenceSession;
}

const view = (value: number) => new Float32Array(3 * WIDTH * HEIGHT).fill(value);

it('answers from memory where nothing changed, view by view, and looks anew where something did', async () => {
  const session = rememberViews(counting(), 0.02);
  const look = async (...views: Float32Array[]) => {
    session.beginPicture();
    const answers: number[] = [];
    for (const one of views) answers.push((await session.run(null, one))[0]!.data[0]!);
    return answers;
  };
  expect(await look(view(0), view(0.5))).toEqual([1, 2]);
  expect(await look(view(0.01), view(0.5))).toEqual([1, 2]);
  const small = view(0.5);
  // A square of 16 × 16 in one channel, in the corner.
  for (let y = 16; y < 32; y++)
    small.fill(0.6, WIDTH * HEIGHT + y * WIDTH + 16, WIDTH * HEIGHT + y * WIDTH + 32);
  expect(await look(view(0), small)).toEqual([1, 3]);
  expect(session.counts).toEqual({ looked: 3, remembered: 3 });
});

it('lets slow changes add up until they count', async () => {
  const session = rememberViews(counting(), 0.02);
  const answers: number[] = [];
  for (const value of [0, 0.015, 0.03, 0.04]) {
    session.beginPicture();
    answers.push((await session.run(null, view(value)))[0]!.data[0]!);
  }
  expect(answers).toEqual([1, 1, 2, 2]);
});
