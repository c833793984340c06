import type { PlateSearchResult } from '@amaan/contracts/plates/sighting';
import { type RefObject, useEffect, useRef } from 'react';

/**
 * Takes eyes and keyboard to what has just appeared. On a phone the form stands above what it found, and an open
 * sighting in the place of the list; a closed one gives the focus back to its line.
 * @param shown what was found, or why nothing was
 * @param openId the sighting that is open
 */
export function useViewFollows(
  shown: PlateSearchResult | Error | undefined,
  openId: string | undefined,
): { readonly results: RefObject<HTMLDivElement | null>; readonly detail: RefObject<HTMLElement | null> } {
  const results = useRef<HTMLDivElement>(null);
  const detail = useRef<HTMLElement>(null);
  const before = useRef<string>(undefined);
  useEffect(() => {
    if (shown !== undefined) results.current?.scrollIntoView({ block: 'start' });
  }, [shown]);
  useEffect(() => {
    const closed = before.current;
    before.current = openId;
    if (openId === undefined) {
      if (closed !== undefined) document.querySelector<HTMLElement>(`#sighting-${closed} button`)?.focus();
      return;
    }
    const focused = document.activeElement;
    // Where the list is hidden behind it, what had the focus is so, too.
    if (!(focused instanceof HTMLElement) || focused.offsetParent === null)
      detail.current?.focus({ preventScroll: true });
    detail.current?.scrollIntoView({ block: 'start' });
  }, [openId]);
  return { results, detail };
}
