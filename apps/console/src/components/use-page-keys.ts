import { useHotkeys } from '@mantine/hooks';

/** Inputs in which one chooses and does not write. */
const CHOOSING = new Set(['radio', 'checkbox', 'button', 'submit', 'range']);

/** Whether somebody writes there, so that letters and digits belong to it. */
function isWriting(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return !CHOOSING.has(target.type);
  return (
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    (target instanceof HTMLElement && target.isContentEditable)
  );
}

/** Single keys that do something on the whole page, also while an answer is chosen, but never while somebody writes. */
export function usePageKeys(keys: readonly (readonly [key: string, act: () => void])[]): void {
  useHotkeys(
    keys.map(([key, act]) => [
      key,
      (event) => {
        if (!isWriting(event.target)) act();
      },
      { preventDefault: false },
    ]),
    [],
  );
}
