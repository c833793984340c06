import type { Box } from '@amaan/contracts/geometry';
import type { SignalLamps } from '@amaan/contracts/violations/enforcement';
import type { Frame } from '@amaan/vision/frame';

/** What the lamps of a head show; two at once, none, or too little to tell is unknown. */
export type LampLight = 'red' | 'yellow' | 'green' | 'unknown';

/** A picture, RGB24. */
export type LampPicture = Pick<Frame, 'width' | 'height' | 'pixels'>;

/** A lamp of fewer pixels to a side is not read. */
const LEAST_SIDE = 3;
/** Share of a box's pixels that are its brightest: the lamp within its frame. */
const BRIGHT_SHARE = 0.3;
/** A lamp that burns is at least so bright (0–255), and brighter than the dimmest of the head by this factor. */
const LEAST_LIT = 110;
const LIT_RATIO = 1.45;
/** How much of its brightness must be colour. */
const LEAST_CHROMA = 0.25;

interface Lamp {
  /** Greatest of the three channels, mean over the brightest pixels. */
  readonly brightness: number;
  /** Hue in degrees, 0 red, 120 green; meaningless without chroma. */
  readonly hue: number;
  /** Greatest minus least channel, over the greatest. */
  readonly chroma: number;
}

/**
 * Reads the lamps of one signal head: the one that burns is bright against the others, and has the colour of its place. Both
 * must agree, so that a lamp in the sun or a tail light behind it reads as unknown and not as red.
 */
export function readLamps(picture: LampPicture, lamps: SignalLamps): LampLight {
  const places = (['red', 'yellow', 'green'] as const).flatMap((name) => {
    const box = lamps[name];
    return box === null ? [] : [{ name, lamp: lampIn(picture, box) }];
  });
  if (places.some(({ lamp }) => lamp === null)) return 'unknown';
  const seen = places.map(({ name, lamp }) => ({ name, lamp: lamp! }));
  const dimmest = Math.min(...seen.map(({ lamp }) => lamp.brightness));
  const lit = seen.filter(
    ({ lamp }) => lamp.brightness >= LEAST_LIT && lamp.brightness >= LIT_RATIO * dimmest,
  );
  const [one] = lit;
  if (one === undefined || lit.length > 1 || !hasColour(one.name, one.lamp)) return 'unknown';
  return one.name;
}

/** Hues that lamps have: red to orange-red, amber, and green to blue-green (CIE 107 allots blue-green to signals). */
function hasColour(name: 'red' | 'yellow' | 'green', { hue, chroma }: Lamp): boolean {
  if (chroma < LEAST_CHROMA) return false;
  if (name === 'red') return hue <= 20 || hue >= 335;
  if (name === 'yellow') return hue > 20 && hue <= 65;
  return hue > 85 && hue <= 200;
}

function lampIn({ width, height, pixels }: LampPicture, [x, y, w, h]: Box): Lamp | null {
  const [left, top] = [Math.round(x * width), Math.round(y * height)];
  const [right, bottom] = [
    Math.min(width, Math.round((x + w) * width)),
    Math.min(height, Math.round((y + h) * height)),
  ];
  if (right - left < LEAST_SIDE || bottom - top < LEAST_SIDE) return null;
  const all: [number, number, number][] = [];
  for (let row = top; row < bottom; row++) {
    for (let column = left; column < right; column++) {
      const at = 3 * (row * width + column);
      all.push([pixels[at]!, pixels[at + 1]!, pixels[at + 2]!]);
    }
  }
  all.sort((a, b) => Math.max(...b) - Math.max(...a));
  const bright = all.slice(0, Math.max(4, Math.round(BRIGHT_SHARE * all.length)));
  const mean = (channel: 0 | 1 | 2) => bright.reduce((sum, pixel) => sum + pixel[channel], 0) / bright.length;
  const [red, green, blue] = [mean(0), mean(1), mean(2)];
  const [most, least] = [Math.max(red, green, blue), Math.min(red, green, blue)];
  return {
    brightness: most,
    chroma: most === 0 ? 0 : (most - least) / most,
    hue: hueOf(red, green, blue, most, most - least),
  };
}

/** Hue of the HSV model (Smith, "Color gamut transform pairs", SIGGRAPH 1978), in degrees. */
function hueOf(red: number, green: number, blue: number, most: number, range: number): number {
  if (range === 0) return 0;
  if (most === red) return (60 * (((green - blue) / range + 6) % 6)) % 360;
  return most === green ? 60 * ((blue - red) / range + 2) : 60 * ((red - green) / range + 4);
}
