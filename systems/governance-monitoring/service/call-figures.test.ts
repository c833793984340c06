import { describe, expect, test } from 'vitest';
import type { CallMoments } from './call-record.ts';
import { callSpans, isBackwards, SPAN } from './call-spans.ts';
import { columnsOfCalls, figuresOfCalls } from './testing/figures-of-calls.ts';

const targets = { dispatch: 120, travel: 600, arrival: 720, closure: 7200 };
const NOW = 100_000_000;
/** Seconds after the call, which came in so long ago. */
const call = (
  dispatch: number | null,
  arrival: number | null,
  closure: number | null,
  ago = 50_000,
): CallMoments => {
  const receivedAt = NOW - ago * 1000;
  const at = (seconds: number | null) => (seconds === null ? null : receivedAt + seconds * 1000);
  return { receivedAt, dispatchedAt: at(dispatch), arrivedAt: at(arrival), closedAt: at(closure) };
};
const many = (count: number, one: CallMoments) => Array.from({ length: count }, () => one);
const phase = (calls: readonly CallMoments[], name: string) =>
  figuresOfCalls(calls, targets, NOW).find((one) => one.phase === name)!;

describe('figures of calls', () => {
  test('time each phase from where it begins', () => {
    const calls = many(12, call(60, 400, 3000));
    expect(phase(calls, 'dispatch').median).toMatchObject({ value: 60, count: 12 });
    expect(phase(calls, 'travel').median).toMatchObject({ value: 340 });
    expect(phase(calls, 'arrival').p90).toMatchObject({ value: 400 });
    expect(phase(calls, 'closure').withinTarget).toMatchObject({ value: 1, count: 12 });
  });

  test('count who still waits beyond the target as let down, and nobody who waits within it', () => {
    const calls = [
      ...many(10, call(60, 400, 3000)),
      ...many(10, call(60, null, null)),
      call(60, null, null, 100),
    ];
    const arrival = phase(calls, 'arrival');
    expect(arrival.withinTarget).toMatchObject({ value: 0.5, count: 20 });
    expect(arrival).toMatchObject({ waiting: 11, missing: 0 });
  });

  test('do not let what was never written down look good', () => {
    const calls = [...many(15, call(60, 400, 3000)), ...many(5, call(60, null, 3000))];
    const arrival = phase(calls, 'arrival');
    expect(arrival.withinTarget).toMatchObject({ value: 1, count: 15 });
    expect(arrival.withinTargetAtWorst).toMatchObject({ value: 0.75, count: 20 });
    expect(arrival.missing).toBe(5);
  });

  test('leave calls that needed no unit out of all but closure', () => {
    const calls = many(12, call(null, null, 300));
    expect(phase(calls, 'arrival')).toMatchObject({ missing: 0, waiting: 0 });
    expect(phase(calls, 'dispatch').median).toMatchObject({ state: 'not-enough-data', count: 0 });
    expect(phase(calls, 'closure').median).toMatchObject({ value: 300 });
  });
});

test('a call whose times run backwards is known by any pair of them', () => {
  expect(isBackwards(call(60, 400, 3000))).toBe(false);
  expect(isBackwards(call(-5, null, null))).toBe(true);
  expect(isBackwards(call(null, 400, 399))).toBe(true);
  expect(isBackwards(call(60, 60, 60))).toBe(false);
});

test('who has arrived was sent, whether or not it is written down', () => {
  const calls = columnsOfCalls([call(null, 400, null), call(null, null, null)]);
  expect([...callSpans(calls, 'dispatch', NOW).state]).toEqual([SPAN.missing, SPAN.waiting]);
  expect([...callSpans(calls, 'travel', NOW).state]).toEqual([SPAN.missing, SPAN.none]);
});
