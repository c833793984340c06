import { useSyncExternalStore } from 'react';

type Listener = () => void;

/** One timer per period for the whole page, however many clocks show it. */
function createClock(periodMs: number) {
  const listeners = new Set<Listener>();
  let now = Date.now();
  let timer: ReturnType<typeof setInterval> | undefined;
  return {
    read: () => now,
    subscribe(listener: Listener) {
      listeners.add(listener);
      now = Date.now();
      timer ??= setInterval(() => {
        now = Date.now();
        for (const notify of listeners) notify();
      }, periodMs);
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        clearInterval(timer);
        timer = undefined;
      };
    },
  };
}

const everySecond = createClock(1_000);
const everyTenSeconds = createClock(10_000);

/** The present Unix time in milliseconds, renewed every second or every ten. */
export function useNow(every: 'second' | 'ten-seconds'): number {
  const clock = every === 'second' ? everySecond : everyTenSeconds;
  return useSyncExternalStore(clock.subscribe, clock.read);
}
