import type { LiveUpdate } from '@amaan/contracts/live-update';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { SOME_PURPOSE, somebody } from '../testing/access-table.ts';
import { FaceOffice } from '../testing/face-office.ts';
import { hearUpdates } from '../testing/hear-updates.ts';
import { FaceListUpdates } from './face-list-updates.ts';

describe('many changes', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test('are told once, and what comes later once more', () => {
    const told: LiveUpdate['type'][] = [];
    using updates = new FaceListUpdates(({ type }) => told.push(type));
    for (let change = 0; change < 1000; change++) updates.tellSoon();
    expect(told).toEqual([]);
    vi.runAllTimers();
    expect(told).toEqual(['watchlists-changed', 'face-authorisations-changed']);
    updates.tellSoon();
    vi.runAllTimers();
    expect(told).toHaveLength(4);
  });

  test('are told no more once it has ended', () => {
    const told: LiveUpdate[] = [];
    const updates = new FaceListUpdates((update) => told.push(update));
    updates.tellSoon();
    updates[Symbol.dispose]();
    vi.runAllTimers();
    expect(told).toEqual([]);
  });
});

describe('what others do', () => {
  test('is told to those who may read it, without a word of what it is', async () => {
    await using office = await FaceOffice.open();
    const { updates } = office.server.services;
    const supervisor = hearUpdates(updates, somebody('supervisor'));
    const investigator = hearUpdates(updates, somebody('investigator'));
    const purposeful = hearUpdates(updates, somebody('investigator', { purpose: SOME_PURPOSE }));
    const untold = [
      hearUpdates(updates, somebody('operator')),
      hearUpdates(updates, somebody('auditor')),
      hearUpdates(updates, somebody('supervisor', { trainingGaps: ['a-course'] })),
    ];
    const about = (heard: readonly LiveUpdate[]) =>
      heard.filter(({ type }) => type === 'watchlists-changed' || type === 'face-authorisations-changed');
    const both = [{ type: 'watchlists-changed' }, { type: 'face-authorisations-changed' }];
    const { id } = await office.makeList();
    await expect.poll(() => about(supervisor)).toEqual(both);
    expect(about(purposeful)).toEqual(both);
    // Lists are told to an investigator only while they read them for a purpose.
    expect(about(investigator)).toEqual([{ type: 'face-authorisations-changed' }]);
    const heard = async (change: () => Promise<unknown>) => {
      const before = about(supervisor).length;
      await change();
      await expect.poll(() => about(supervisor).length).toBeGreaterThan(before);
    };
    await heard(() => office.addEntry({ id }));
    await heard(() => office.review(id));
    let asked = '';
    await heard(async () => {
      asked = (await office.ask(id)).id;
    });
    await heard(() => office.decide(asked, 'approved'));
    await heard(() =>
      office.supervisor.post(`/api/watchlists/${id}/destruction`, { reason: 'No longer needed' }),
    );
    expect(untold.flatMap(about)).toEqual([]);
  });
});
