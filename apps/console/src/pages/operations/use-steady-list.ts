import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';

interface SteadyList {
  readonly list: RefObject<HTMLUListElement | null>;
  /** How many items came in above what is in sight. */
  readonly arrived: number;
  toTop(): void;
}

/** The item that must not move, and how far below the upper edge it stands. */
interface Anchor {
  readonly item: Element;
  readonly top: number;
}

/**
 * Keeps a list still while items arrive at its top: whoever has scrolled down, or holds the pointer over
 * the list and is about to click, sees nothing move. At the top and untouched, new items slide in.
 */
export function useSteadyList(items: readonly { readonly id: string }[]): SteadyList {
  const list = useRef<HTMLUListElement>(null);
  const anchor = useRef<Anchor | null>(null);
  const touched = useRef(false);
  const [newestSeen, setNewestSeen] = useState(items[0]?.id);

  const remember = useCallback(() => {
    const element = list.current;
    if (!element) return;
    const edge = element.getBoundingClientRect().top;
    const first = Array.from(element.children).find((child) => child.getBoundingClientRect().bottom > edge);
    anchor.current = first ? { item: first, top: first.getBoundingClientRect().top - edge } : null;
  }, []);

  useLayoutEffect(() => {
    const element = list.current;
    const held = anchor.current;
    if (element && held && (touched.current || element.scrollTop > 0) && element.contains(held.item)) {
      const top = held.item.getBoundingClientRect().top - element.getBoundingClientRect().top;
      element.scrollTop += top - held.top;
    }
    remember();
    if (element && element.scrollTop === 0) setNewestSeen(items[0]?.id);
  }, [items, remember]);

  const shown = items.length > 0;
  useEffect(() => {
    const element = list.current;
    if (!element || !shown) return;
    const enter = () => {
      touched.current = true;
    };
    const leave = () => {
      touched.current = false;
    };
    const scrolled = () => {
      remember();
      if (element.scrollTop === 0)
        setNewestSeen(element.querySelector<HTMLElement>('[data-item]')?.dataset.item);
    };
    element.addEventListener('pointerenter', enter);
    element.addEventListener('pointerleave', leave);
    element.addEventListener('scroll', scrolled, { passive: true });
    return () => {
      element.removeEventListener('pointerenter', enter);
      element.removeEventListener('pointerleave', leave);
      element.removeEventListener('scroll', scrolled);
    };
  }, [remember, shown]);

  const arrived = Math.max(
    0,
    items.findIndex(({ id }) => id === newestSeen),
  );
  const toTop = useCallback(() => {
    touched.current = false;
    list.current?.scrollTo({ top: 0 });
  }, []);
  return { list, arrived, toTop };
}
