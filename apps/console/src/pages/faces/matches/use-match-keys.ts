import type { FaceMatch } from '@amaan/contracts/faces/matches/face-match';
import { useHotkeys } from '@mantine/hooks';

/** `j` and `k` walk through the list, as through the alerts. */
export function useMatchKeys(
  matches: readonly FaceMatch[],
  openId: string | undefined,
  open: (id: string) => void,
): void {
  const move = (step: 1 | -1) => {
    const at = matches.findIndex(({ id }) => id === openId);
    const next = matches[at === -1 ? 0 : Math.max(0, Math.min(at + step, matches.length - 1))];
    if (next) open(next.id);
  };
  useHotkeys([
    ['j', () => move(1)],
    ['k', () => move(-1)],
  ]);
}
