import { lettering, letteringWidth } from '../plate-alphabet.ts';

export interface PlateStyle {
  readonly ground: string;
  readonly letters: string;
  /** Band at the plate's left, as on Punjab's current plates; null for plates without one. */
  readonly band: string | null;
}

/** Punjab's private vehicles: black on white with a green band; and official vehicles: white on green. */
export const PUNJAB_PRIVATE: PlateStyle = { ground: '#f4f4ee', letters: '#101010', band: '#0d7a3c' };
export const PUNJAB_OFFICIAL: PlateStyle = { ground: '#0b6b35', letters: '#f8f8f4', band: null };

/** A number plate as SVG, centred at `x`, its top edge at `y`. */
export function numberPlate(
  text: string,
  style: PlateStyle,
  x: number,
  y: number,
  width: number,
  height: number,
): string {
  const band = style.band === null ? 0 : width * 0.09;
  const letterHeight = Math.min(height * 0.62, ((width - band) * 0.88) / (letteringWidth(text, 10) / 10));
  const textWidth = letteringWidth(text, letterHeight);
  const left = x - width / 2;
  return (
    `<rect x="${left - 0.8}" y="${y - 0.8}" width="${width + 1.6}" height="${height + 1.6}" rx="1.6" fill="#15171a"/>` +
    `<rect x="${left}" y="${y}" width="${width}" height="${height}" rx="1" fill="${style.ground}"/>` +
    (style.band === null
      ? ''
      : `<rect x="${left}" y="${y}" width="${band}" height="${height}" rx="0.8" fill="${style.band}"/>`) +
    lettering(
      text,
      left + band + (width - band - textWidth) / 2,
      y + (height - letterHeight) / 2,
      letterHeight,
      style.letters,
      0.15,
    )
  );
}
