import type { ShownLight } from '@amaan/contracts/violations/signal-timeline';

/** A light over a span of time, in Unix milliseconds; `unknown`: nobody measured it. */
export interface StripLight {
  readonly light: ShownLight;
  readonly from: number;
  readonly to: number;
}

/** A moment on the strip, with how far it may be off on either side. */
export interface StripMoment {
  readonly name: string;
  readonly at: number;
  readonly errorMs: number;
}

/** Shown before the first moment and after the last one, in milliseconds. */
const MARGIN_MS = 4_000;
/** A red that began longer before than this is cut: what is decided lies around the crossing. */
const MOST_BEFORE_MS = 30_000;

/**
 * The lights over the time that matters: from before the red began, where that is not long ago, to after the last
 * moment.
 * @param changes when which light began, Unix milliseconds, oldest first
 * @param known until when the lights are known; after it they are unknown
 */
export function stripOf(
  changes: readonly { readonly light: ShownLight; readonly from: number }[],
  moments: readonly Pick<StripMoment, 'at'>[],
  known: number,
): { readonly from: number; readonly to: number; readonly lights: readonly StripLight[] } | null {
  if (moments.length === 0) return null;
  const first = Math.min(...moments.map(({ at }) => at));
  const last = Math.max(...moments.map(({ at }) => at));
  const red = changes.findLast(({ light, from }) => light === 'red' && from <= first);
  const start = red === undefined ? first : Math.max(red.from, first - MOST_BEFORE_MS);
  const [from, to] = [start - MARGIN_MS, last + MARGIN_MS];
  const lights = changes.map(
    ({ light, from: began }, index): StripLight => ({
      light,
      from: began,
      to: changes[index + 1]?.from ?? Math.max(known, last),
    }),
  );
  const earliest = lights[0]?.from ?? to;
  const latest = lights.at(-1)?.to ?? to;
  const whole: StripLight[] = [
    { light: 'unknown', from, to: earliest },
    ...lights,
    { light: 'unknown', from: latest, to },
  ];
  return {
    from,
    to,
    lights: whole
      .map((each) => ({ ...each, from: Math.max(from, each.from), to: Math.min(to, each.to) }))
      .filter((each) => each.to > each.from),
  };
}
