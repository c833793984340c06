import type { MantineColorScheme } from '@mantine/core';
import { viridis } from '../../../components/viridis.ts';

/** Which ground the colours lie on. */
export type Ground = Exclude<MantineColorScheme, 'auto'>;

/** More and fewer than expected, from Okabe and Ito's colours: told apart with every colour vision. */
export interface CrimeColours {
  readonly more: string;
  readonly fewer: string;
  readonly forecast: string;
  readonly cluster: string;
}

export const CRIME_COLOURS: Record<Ground, CrimeColours> = {
  dark: { more: '#ff8c42', fewer: '#56b4e9', forecast: '#f0e442', cluster: '#f2f6f9' },
  light: { more: '#c84e00', fewer: '#0072b2', forecast: '#7a2d8c', cluster: '#10202d' },
};

type Rgba = readonly [number, number, number, number];

/** Below this share of the greatest density nothing is drawn; from twice that on it is drawn fully. */
const FAINT = 0.04;

/**
 * The colour of a density.
 * @param share of the greatest one, 0–1
 * @returns red, green, blue and alpha, 0–255: what is dense stands out from the ground, what is not lets it through
 */
export function densityColour(share: number, ground: Ground): Rgba {
  const [red, green, blue] = viridis(ground === 'dark' ? 0.15 + 0.85 * share : 0.95 * (1 - share));
  const shown = Math.max(0, Math.min((share - FAINT) / (0.25 - FAINT), 1));
  return [red, green, blue, Math.round(255 * Math.sqrt(shown))];
}

/**
 * The colour of a change.
 * @param share −1, as few as anywhere, to 1, as many as anywhere; 0: no change, which is not drawn
 */
export function changeColour(share: number, ground: Ground): Rgba {
  const { more, fewer } = CRIME_COLOURS[ground];
  const [red, green, blue] = channels(share > 0 ? more : fewer);
  return [red, green, blue, Math.round(255 * Math.min(1, Math.abs(share)))];
}

/** @param colour `#rrggbb` */
export function channels(colour: string): readonly [number, number, number] {
  const at = (place: number) => Number.parseInt(colour.slice(place, place + 2), 16);
  return [at(1), at(3), at(5)];
}

/** As CSS writes it. */
export const cssColour = ([red, green, blue, alpha]: Rgba) =>
  `rgb(${red} ${green} ${blue} / ${(alpha / 255).toFixed(2)})`;
