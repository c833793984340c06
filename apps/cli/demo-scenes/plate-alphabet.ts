/**
 * Strokes of each character on a grid 6 wide and 10 high, origin top left: SVG path data. Own letters,
 * because no machine can be assumed to have fonts.
 */
const STROKES: Readonly<Record<string, string>> = {
  A: 'M0 10L3 0L6 10M1.1 6.6H4.9',
  B: 'M0 5H3.6C6.6 5 6.6 10 3.6 10H0V0H3.4C6.2 0 6.2 5 3.4 5',
  C: 'M6 2.4C5.4 -0.8 0 -1.4 0 5C0 11.4 5.4 10.8 6 7.6',
  D: 'M0 0V10H2.6C7.2 10 7.2 0 2.6 0Z',
  E: 'M6 0H0V10H6M0 5H4.8',
  F: 'M6 0H0V10M0 5H4.8',
  G: 'M6 2.4C5.4 -0.8 0 -1.4 0 5C0 11.4 6 11.4 6 5.6H3.4',
  H: 'M0 0V10M6 0V10M0 5H6',
  I: 'M3 0V10M1.4 0H4.6M1.4 10H4.6',
  J: 'M5.4 0V7C5.4 11 0.4 11 0.4 7',
  K: 'M0 0V10M5.8 0L0 6.2M2.2 4L6 10',
  L: 'M0 0V10H5.6',
  M: 'M0 10V0L3 5.6L6 0V10',
  N: 'M0 10V0L6 10V0',
  O: 'M3 0C-1 0 -1 10 3 10C7 10 7 0 3 0Z',
  P: 'M0 10V0H3.4C6.8 0 6.8 5.4 3.4 5.4H0',
  Q: 'M3 0C-1 0 -1 10 3 10C7 10 7 0 3 0ZM3.8 7.2L6.2 10.2',
  R: 'M0 10V0H3.4C6.6 0 6.6 5 3.4 5H0M3 5L6 10',
  S: 'M5.8 2C5 -0.9 0.2 -0.5 0.2 2.5C0.2 5.6 5.9 4.4 5.9 7.4C5.9 10.7 0.6 10.7 0 7.9',
  T: 'M0 0H6M3 0V10',
  U: 'M0 0V6.6C0 11.1 6 11.1 6 6.6V0',
  V: 'M0 0L3 10L6 0',
  W: 'M0 0L1.5 10L3 4L4.5 10L6 0',
  X: 'M0 0L6 10M6 0L0 10',
  Y: 'M0 0L3 5L6 0M3 5V10',
  Z: 'M0 0H6L0 10H6',
  '0': 'M3 0C-0.6 0 -0.6 10 3 10C6.6 10 6.6 0 3 0Z',
  '1': 'M1 2.2L3.4 0V10',
  '2': 'M0.2 2.6C0.4 -1 5.8 -0.8 5.8 2.8C5.8 5.4 1.4 7 0 10H6',
  '3': 'M0.3 1.8C1.4 -0.8 5.6 -0.4 5.6 2.5C5.6 4.4 4 4.8 2.4 4.8C4.2 4.8 6 5.4 6 7.4C6 10.7 1 10.9 0 8',
  '4': 'M4.4 10V0L0 7H6',
  '5': 'M5.4 0H0.9L0.5 4.6C2.4 3.2 6 3.8 6 6.8C6 10.6 1 10.9 0 8.2',
  '6': 'M5.4 1.2C3.6 -0.8 0 0.6 0 6.4C0 11.2 6 11.2 6 6.8C6 3.2 1.4 3 0.2 5.8',
  '7': 'M0 0H6L2.2 10',
  '8': 'M3 4.8C-0.2 4.6 -0.2 0 3 0C6.2 0 6.2 4.6 3 4.8C-0.9 5 -0.9 10 3 10C6.9 10 6.9 5 3 4.8Z',
  '9': 'M0.6 8.8C2.4 10.8 6 9.4 6 3.6C6 -1.2 0 -1.2 0 3.2C0 6.8 4.6 7 5.8 4.2',
  '-': 'M1 5.2H5',
  ' ': '',
};

const ADVANCE = 8.4;

/** Width that `lettering` takes for a text, in the same unit as `height`. */
export function letteringWidth(text: string, height: number): number {
  return ((text.length * ADVANCE - (ADVANCE - 6)) * height) / 10;
}

/**
 * SVG of a text set in the project's own capital letters, top left at `x, y`.
 * @param weight stroke width as a part of the letters' height.
 * @throws RangeError for a character that the alphabet does not have.
 */
export function lettering(
  text: string,
  x: number,
  y: number,
  height: number,
  colour: string,
  weight = 0.16,
): string {
  const glyphs = [...text].map((character, index) => {
    const path = STROKES[character];
    if (path === undefined) throw new RangeError(`The plate alphabet has no "${character}".`);
    return `<path transform="translate(${index * ADVANCE} 0)" d="${path}"/>`;
  });
  const scale = height / 10;
  return (
    `<g transform="translate(${x} ${y}) scale(${scale})" fill="none" stroke="${colour}" ` +
    `stroke-width="${weight * 10}" stroke-linecap="round" stroke-linejoin="round">${glyphs.join('')}</g>`
  );
}
