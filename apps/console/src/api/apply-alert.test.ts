import type { Alert } from '@amaan/contracts/alert';
import { describe, expect, test } from 'vitest';
import { queueWith } from './apply-alert.ts';

/** Only what the queue looks at. */
function alert(id: string, raisedAt: string, changes: Partial<Alert> = {}): Alert {
  return {
    id,
    raisedAt,
    state: 'new',
    priority: 'high',
    cameraId: 'camera',
    simulated: false,
    ...changes,
  } as Alert;
}

const older = alert('older', '2026-03-01T08:00:00.000Z');
const newer = alert('newer', '2026-03-01T09:00:00.000Z');

function queue(alerts: Alert[], nextCursor: string | null = null) {
  const counts = { new: alerts.length, confirmed: 0, rejected: 0 };
  return { pages: [{ alerts, nextCursor, counts }], pageParams: [''] };
}
const idsOf = (after: ReturnType<typeof queueWith>) =>
  after.pages.flatMap((page) => page.alerts.map(({ id }) => id));

describe('the queue when an alert is pushed', () => {
  test('takes a new one in at its place in time, once', () => {
    const once = queueWith(queue([older]), { state: 'new' }, newer, undefined);
    expect(idsOf(once)).toEqual(['newer', 'older']);
    expect(once.pages[0]?.counts.new).toBe(2);
    const twice = queueWith(once, { state: 'new' }, newer, 'new');
    expect(idsOf(twice)).toEqual(['newer', 'older']);
    expect(twice.pages[0]?.counts.new).toBe(2);
  });

  test('lets a decided one go where only new ones are shown, and counts it as decided', () => {
    const decided = { ...newer, state: 'confirmed' as const };
    const after = queueWith(queue([newer, older]), { state: 'new' }, decided, 'new');
    expect(idsOf(after)).toEqual(['older']);
    expect(after.pages[0]?.counts).toEqual({ new: 1, confirmed: 1, rejected: 0 });
  });

  test('changes one in place where every state is shown', () => {
    const decided = { ...older, state: 'rejected' as const };
    const after = queueWith(queue([newer, older]), {}, decided, 'new');
    expect(after.pages[0]?.alerts[1]?.state).toBe('rejected');
  });

  test('is left alone by alerts that its filters exclude', () => {
    const before = queue([older]);
    expect(queueWith(before, { priority: 'low' }, newer, undefined)).toBe(before);
    expect(queueWith(before, { cameraId: 'another' }, newer, undefined)).toBe(before);
    expect(queueWith(before, { simulated: 'true' }, newer, undefined)).toBe(before);
    expect(queueWith(before, { to: '2026-03-01T08:30:00.000Z' }, newer, undefined)).toBe(before);
  });

  test('does not show an old one out of order while the pages between are not loaded', () => {
    const after = queueWith(queue([newer], 'more'), {}, older, 'new');
    expect(idsOf(after)).toEqual(['newer']);
  });
});
