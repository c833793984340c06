import { expect, it } from 'vitest';
import { TrackMemory } from './track-memory.ts';

it('forgets what was not asked for in a minute, and only that', () => {
  const memory = new TrackMemory<{ seen: number }>();
  const see = (track: number, seconds: number) => {
    const state = memory.recall(track, seconds, () => ({ seen: 0 }));
    state.seen += 1;
    memory.forget(seconds);
    return state.seen;
  };
  for (let second = 0; second < 1000; second += 1) {
    expect(see(second + 10, second)).toBe(1);
    expect(see(1, second)).toBe(second + 1);
    expect(memory.size).toBeLessThanOrEqual(62);
  }
});
