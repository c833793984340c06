import type { Box } from '@amaan/contracts/geometry';
import type { VehicleColour } from '@amaan/contracts/plates/vehicle';
import type { Picture } from '@amaan/vision/image/picture';

/** A colour and how much of the vehicle says so, 0–1. */
export interface SeenColour {
  readonly colour: VehicleColour;
  readonly confidence: number;
}

/** The part of a vehicle's box that is mostly paint: below its windows, above its wheels, within its sides. */
const PAINT = { left: 0.18, right: 0.82, top: 0.38, bottom: 0.72 };
/** Steps between the pixels that are looked at, so that a vehicle takes a few thousand of them. */
const SAMPLES = 48;
/** A colour of fewer of the pixels is reported as none. */
const LEAST_SHARE = 0.3;
/** A pixel of less value is black; where so much of the whole picture is, the picture tells no colours. */
const BLACK = 0.17;
const MOST_BLACK = 0.8;
/** Below that saturation a colour is white, grey or black; in the dark more is needed, since noise has colours. */
const LEAST_SATURATION = { bright: 0.22, dark: 0.38 };

/**
 * The dominant colour of a vehicle, by the hue, saturation and value of the pixels in the middle of its box. Null where
 * no colour stands out, or the picture is too dark to tell. Street light and white balance shift colours, so the
 * confidence is the share of pixels that agree and no more.
 *
 * @param box in fractions of the picture.
 */
export function vehicleColour(picture: Picture, [x, y, width, height]: Box): SeenColour | null {
  const left = (x + width * PAINT.left) * picture.width;
  const right = (x + width * PAINT.right) * picture.width;
  const top = (y + height * PAINT.top) * picture.height;
  const bottom = (y + height * PAINT.bottom) * picture.height;
  const votes = new Map<VehicleColour, number>();
  let count = 0;
  for (let row = 0; row < SAMPLES; row++) {
    for (let column = 0; column < SAMPLES; column++) {
      const pixelX = Math.floor(left + ((column + 0.5) / SAMPLES) * (right - left));
      const pixelY = Math.floor(top + ((row + 0.5) / SAMPLES) * (bottom - top));
      if (pixelX < 0 || pixelY < 0 || pixelX >= picture.width || pixelY >= picture.height) continue;
      const at = (pixelY * picture.width + pixelX) * 3;
      const colour = colourOf(picture.pixels[at]!, picture.pixels[at + 1]!, picture.pixels[at + 2]!);
      votes.set(colour, (votes.get(colour) ?? 0) + 1);
      count += 1;
    }
  }
  const [winner] = [...votes].toSorted((a, b) => b[1] - a[1]);
  if (!winner || winner[1] < LEAST_SHARE * count) return null;
  if (winner[0] === 'black' && isDark(picture)) return null;
  return { colour: winner[0], confidence: winner[1] / count };
}

/** Whether nearly all of a picture is black: at night every vehicle is. */
function isDark({ pixels }: Picture): boolean {
  const step = 3 * Math.max(1, Math.floor(pixels.length / 3 / (SAMPLES * SAMPLES)));
  let count = 0;
  let black = 0;
  for (let at = 0; at < pixels.length; at += step) {
    count += 1;
    if (Math.max(pixels[at]!, pixels[at + 1]!, pixels[at + 2]!) < BLACK * 255) black += 1;
  }
  return black > MOST_BLACK * count;
}

/** The name of one pixel's colour. */
function colourOf(red: number, green: number, blue: number): VehicleColour {
  const most = Math.max(red, green, blue);
  const least = Math.min(red, green, blue);
  const value = most / 255;
  const saturation = most === 0 ? 0 : (most - least) / most;
  if (value < BLACK) return 'black';
  if (saturation < (value < 0.4 ? LEAST_SATURATION.dark : LEAST_SATURATION.bright)) {
    if (value > 0.78) return 'white';
    if (value > 0.58) return 'silver';
    return value > 0.28 ? 'grey' : 'black';
  }
  const hue = hueOf(red, green, blue, most, most - least);
  if (hue < 15 || hue >= 340) return 'red';
  if (hue < 45) return value < 0.55 ? 'brown' : 'orange';
  if (hue < 70) return 'yellow';
  return hue < 170 ? 'green' : 'blue';
}

/** Degrees on the colour wheel. */
function hueOf(red: number, green: number, blue: number, most: number, range: number): number {
  if (range === 0) return 0;
  if (most === red) return ((green - blue) / range) * 60 + (green < blue ? 360 : 0);
  if (most === green) return ((blue - red) / range) * 60 + 120;
  return ((red - green) / range) * 60 + 240;
}
