import type { JunctionSummary } from '@amaan/contracts/traffic/junction-record';
import type { JunctionLive } from '@amaan/contracts/traffic/signal-live';
import { QueryClient } from '@tanstack/react-query';
import { describe, expect, test } from 'vitest';
import { applySignals, withMoment } from './apply-signals.ts';
import { junctionQuery, junctionsQuery, shownLightsQuery } from './signals.ts';

const live = (second: number, shown: JunctionLive['shown'] = null): JunctionLive => ({
  ...{ junctionId: 'a', siteId: 's', at: new Date(second * 1000).toISOString(), mode: 'observe' },
  ...{ controller: 'fixed', shown, proposal: null, decisionMs: 0, dataAge: null, lanes: [] },
  ...{ permitUntil: null, waveId: null, problem: null, simulated: true },
  state: {
    ...{ stage: 'one', next: null, since: 3, lights: ['green'], source: 'plan' },
    ...{ fallback: null, forced: null },
  },
});

describe('what junctions show', () => {
  test('comes into the list, and into what is open, and nowhere else', () => {
    const client = new QueryClient();
    const junctions = [
      { id: 'a', live: null },
      { id: 'b', live: null },
    ] as unknown as JunctionSummary[];
    client.setQueryData(junctionsQuery.queryKey, junctions);
    client.setQueryData(shownLightsQuery('a').queryKey, []);
    applySignals(client, [live(10)]);
    expect(client.getQueryData(junctionsQuery.queryKey)?.map((one) => one.live?.at ?? null)).toEqual([
      '1970-01-01T00:00:10.000Z',
      null,
    ]);
    expect(client.getQueryData(shownLightsQuery('a').queryKey)).toEqual([{ at: 10_000, lights: ['green'] }]);
    expect(client.getQueryData(junctionQuery('a').queryKey)).toBeUndefined();
    expect(client.getQueryData(shownLightsQuery('b').queryKey)).toBeUndefined();
  });

  test('is what the street says where it was asked, once a moment, and not for ever', () => {
    const moments = withMoment(withMoment([], live(1)), live(2, ['red']));
    expect(moments.map(({ lights }) => lights[0])).toEqual(['green', 'red']);
    expect(withMoment(moments, live(2))).toBe(moments);
    expect(withMoment(moments, live(500)).map(({ at }) => at)).toEqual([500_000]);
  });
});
