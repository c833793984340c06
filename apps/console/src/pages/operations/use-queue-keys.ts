import type { Alert } from '@amaan/contracts/alert';
import { useHotkeys } from '@mantine/hooks';

/** `j` and `k` walk through the queue; what is open stays in sight. */
export function useQueueKeys(
  alerts: readonly Alert[],
  openId: string | undefined,
  open: (id: string | undefined) => void,
): void {
  const move = (step: 1 | -1) => {
    const at = alerts.findIndex(({ id }) => id === openId);
    const next = alerts[at === -1 ? 0 : Math.max(0, Math.min(at + step, alerts.length - 1))];
    if (next) open(next.id);
  };
  useHotkeys([
    ['j', () => move(1)],
    ['k', () => move(-1)],
  ]);
}
