import { QueryClient } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { applyMeasured } from './apply-traffic.ts';
import { flowMapQuery, seriesQuery } from './traffic.ts';

test('new minutes make the series of their cameras stale, and nothing else', () => {
  const client = new QueryClient();
  const period = { from: '2026-03-01T08:00:00.000Z', to: '2026-03-01T09:00:00.000Z', step: '1m' } as const;
  const keys = {
    own: seriesQuery('a', period).queryKey,
    lane: seriesQuery('a', period, { laneId: 'near-1' }).queryKey,
    other: seriesQuery('b', period).queryKey,
    map: flowMapQuery().queryKey,
  };
  for (const key of Object.values(keys)) client.setQueryData(key as readonly unknown[], []);
  applyMeasured(client, ['a']);
  const stale = Object.entries(keys).filter(([, key]) => client.getQueryState(key)?.isInvalidated);
  expect(stale.map(([name]) => name)).toEqual(['own', 'lane']);
});
