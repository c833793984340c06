import type { Mover } from '@amaan/road/testing/synthetic-road';

/** Drives towards the camera, and stands between two moments. */
export function stopping(track: number, from: number, y: number, until: number): Mover {
  return {
    track,
    class: 'car',
    at: (now) => {
      const place = y + 10 * (from - now);
      if (now < from) return place <= 90 ? [0, place] : null;
      const on = now < until ? y : y - 10 * (now - until);
      return on > 5 ? [0, on] : null;
    },
  };
}

/** Cars every few seconds at a speed. */
export function flowing(kmh: (seconds: number) => number, everySeconds: number, seconds: number): Mover[] {
  return Array.from({ length: Math.floor(seconds / everySeconds) }, (_, index) => {
    const start = index * everySeconds;
    return {
      track: 100 + index,
      class: 'car',
      at: (now: number): readonly [number, number] | null => {
        if (now < start) return null;
        let y = 90;
        for (let t = start; t < now && y > 5; t += 0.1) y -= (kmh(t) / 3.6) * Math.min(0.1, now - t);
        return y > 5 ? [0, y] : null;
      },
    };
  });
}
