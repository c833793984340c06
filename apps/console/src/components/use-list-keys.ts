import { usePageKeys } from './use-page-keys.ts';

/** `j` and `k` walk through a list; what is open stays in sight. */
export function useListKeys(
  items: readonly { readonly id: string }[],
  openId: string | undefined,
  open: (id: string) => void,
): void {
  const move = (step: 1 | -1) => {
    const at = items.findIndex(({ id }) => id === openId);
    const next = items[at === -1 ? 0 : Math.max(0, Math.min(at + step, items.length - 1))];
    if (next) open(next.id);
  };
  usePageKeys([
    ['j', () => move(1)],
    ['k', () => move(-1)],
  ]);
}
