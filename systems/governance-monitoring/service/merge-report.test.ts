import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CallRecord, CallReport } from './call-record.ts';
import { mergeReport } from './merge-report.ts';

const at = (clock: string) => Date.parse(`2026-11-20T${clock}Z`);
const report = (saidAt: string, facts: CallReport['facts']): CallReport => ({
  callId: 'C-1',
  saidAt: at(saidAt),
  facts,
});
const mergeAll = (reports: readonly CallReport[]) => {
  let call: CallRecord | null = null;
  const told = new Set<string>();
  for (const one of reports) {
    const merged = mergeReport(call, one);
    call = merged.call;
    for (const { field, value } of merged.contradictions) told.add(`${field} ${value}`);
  }
  return { call, told };
};

test('a call that goes on is told in parts, which fit together in any order', () => {
  const parts = [
    report('10:00:05', { receivedAt: at('10:00:00'), kind: 'theft', priority: 2 }),
    report('10:02:05', { dispatchedAt: at('10:02:00'), unitKind: 'motorcycle' }),
    report('10:09:05', { arrivedAt: at('10:09:00') }),
  ];
  const { call, told } = mergeAll(parts);
  expect(call).toMatchObject({
    receivedAt: at('10:00:00'),
    dispatchedAt: at('10:02:00'),
    arrivedAt: at('10:09:00'),
    closedAt: null,
    kind: 'theft',
    unitKind: 'motorcycle',
  });
  expect(told.size).toBe(0);
  expect(mergeAll(parts.toReversed()).call).toEqual(call);
});

test('what was said later counts, also when it comes first, and the other stays on record', () => {
  const first = report('10:10:00', { arrivedAt: at('10:09:00') });
  const corrected = report('10:20:00', { arrivedAt: at('10:07:30') });
  for (const order of [
    [first, corrected],
    [corrected, first],
  ]) {
    const { call, told } = mergeAll(order);
    expect(call?.arrivedAt).toBe(at('10:07:30'));
    expect([...told]).toEqual([`arrivedAt ${at('10:09:00')}`]);
  }
});

test('the same again changes nothing, seconds that were rounded contradict nothing, and null takes back', () => {
  const closed = report('11:00:00', { closedAt: at('10:59:00') });
  const once = mergeReport(null, closed);
  expect(mergeReport(once.call, closed)).toMatchObject({ changed: false, contradictions: [] });
  const rounded = mergeReport(once.call, report('11:01:00', { closedAt: at('10:59:00') + 400 }));
  expect(rounded.contradictions).toEqual([]);
  const reopened = mergeReport(once.call, report('11:05:00', { closedAt: null }));
  expect(reopened.call.closedAt).toBeNull();
  expect(reopened.changed).toBe(true);
});

test('order and repetition never matter', () => {
  const some = fc.record({
    callId: fc.constant('C-1'),
    saidAt: fc.integer({ min: 1, max: 4 }),
    facts: fc.record(
      {
        receivedAt: fc.option(fc.integer({ min: 0, max: 5 }).map((minute) => minute * 60_000)),
        priority: fc.option(fc.integer({ min: 1, max: 3 })),
        station: fc.option(fc.constantFrom('A', 'B', 'C')),
      },
      { requiredKeys: [] },
    ),
  });
  fc.assert(
    fc.property(fc.array(some, { minLength: 1, maxLength: 8 }), fc.nat(), (reports, seed) => {
      const { call } = mergeAll(reports);
      const shuffled = [...reports, ...reports].sort(
        (a, b) =>
          ((JSON.stringify(a).length * (seed + 7)) % 13) - ((JSON.stringify(b).length * (seed + 7)) % 13),
      );
      const pick = (one: CallRecord | null) => [one?.receivedAt, one?.priority, one?.station];
      expect(pick(mergeAll(shuffled).call)).toEqual(pick(call));
      expect(pick(mergeAll(reports.toReversed()).call)).toEqual(pick(call));
    }),
  );
});
