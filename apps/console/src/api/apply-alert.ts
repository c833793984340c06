import type { Alert } from '@amaan/contracts/alert';
import type { AlertPage } from '@amaan/contracts/api/alert-queue';
import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import { type AlertFilters, alertQuery, alertsKey } from './alerts.ts';

type Queue = InfiniteData<AlertPage, string>;

/** Whether an alert passes every filter except the one on its state. */
function matchesBesidesState(alert: Alert, filters: AlertFilters): boolean {
  return (
    (filters.priority === undefined || filters.priority === alert.priority) &&
    (filters.cameraId === undefined || filters.cameraId === alert.cameraId) &&
    (filters.simulated === undefined || filters.simulated === String(alert.simulated)) &&
    (filters.from === undefined || filters.from <= alert.raisedAt) &&
    (filters.to === undefined || filters.to > alert.raisedAt)
  );
}

/**
 * A queue after an alert was raised or changed: it takes the alert in, changes it in place or lets it go
 * as the filters say, and keeps the counts right. Seeing the same update twice changes nothing.
 * @param stateBefore what was known of it; undefined when it is new
 */
export function queueWith(
  queue: Queue,
  filters: AlertFilters,
  alert: Alert,
  stateBefore: Alert['state'] | undefined,
): Queue {
  if (queue.pages.length === 0 || !matchesBesidesState(alert, filters)) return queue;
  const belongs = filters.state === undefined || filters.state === alert.state;
  const listed = queue.pages.some((page) => page.alerts.some(({ id }) => id === alert.id));
  const home = belongs && !listed ? homePage(queue.pages, alert) : -1;
  const pages = queue.pages.map((page, number) => ({
    ...page,
    counts: number === 0 ? recount(page.counts, alert.state, stateBefore) : page.counts,
    alerts:
      number === home
        ? inserted(page.alerts, alert)
        : page.alerts.flatMap((other) => (other.id !== alert.id ? [other] : belongs ? [alert] : [])),
  }));
  return { ...queue, pages };
}

/** The page that an alert falls on by its time, or -1 when that page is not loaded yet. */
function homePage(pages: readonly AlertPage[], alert: Alert): number {
  return pages.findIndex(
    ({ alerts, nextCursor }) => nextCursor === null || (alerts.at(-1)?.raisedAt ?? '') <= alert.raisedAt,
  );
}

function inserted(alerts: readonly Alert[], alert: Alert): Alert[] {
  const at = alerts.findIndex(({ raisedAt }) => raisedAt <= alert.raisedAt);
  return at === -1 ? [...alerts, alert] : alerts.toSpliced(at, 0, alert);
}

function recount(
  counts: AlertPage['counts'],
  state: Alert['state'],
  before: Alert['state'] | undefined,
): AlertPage['counts'] {
  if (before === state) return counts;
  const changed = { ...counts, [state]: counts[state] + 1 };
  if (before !== undefined) changed[before] = Math.max(0, counts[before] - 1);
  return changed;
}

/**
 * Brings an alert that was pushed, or that came back from a review, into every cached queue.
 * @param raised it has just been raised; otherwise something about it changed
 */
export function applyAlert(queryClient: QueryClient, alert: Alert, raised: boolean): void {
  const queues = queryClient.getQueriesData<Queue>({ queryKey: alertsKey });
  const known =
    queryClient.getQueryData(alertQuery(alert.id).queryKey) ??
    queues
      .flatMap(([, queue]) => queue?.pages ?? [])
      .flatMap((page) => page.alerts)
      .find(({ id }) => id === alert.id);
  // Decisions are taken once, so an alert that this console has not seen was new before it changed.
  const stateBefore = known?.state ?? (raised ? undefined : 'new');
  for (const [key, queue] of queues) {
    const filters = key[alertsKey.length] as AlertFilters;
    if (queue) queryClient.setQueryData(key, queueWith(queue, filters, alert, stateBefore));
  }
  queryClient.setQueryData(alertQuery(alert.id).queryKey, alert);
}
