/** Shades of one body colour, as light from above makes them. */
export interface Paint {
  readonly light: string;
  readonly base: string;
  readonly dark: string;
}

export const PAINTS = {
  white: { light: '#fdfdfb', base: '#dcdedd', dark: '#8f9497' },
  silver: { light: '#d9dde0', base: '#a3a9ae', dark: '#5d646a' },
  black: { light: '#5b6168', base: '#2a2e33', dark: '#111316' },
  red: { light: '#d8544a', base: '#a3241f', dark: '#5c110f' },
  blue: { light: '#5f86b8', base: '#2f5484', dark: '#16294a' },
  green: { light: '#7fae86', base: '#3d7349', dark: '#1b3a24' },
  sand: { light: '#e3d6b6', base: '#bda984', dark: '#77684b' },
} as const satisfies Record<string, Paint>;

/** Gradients that vehicle drawings refer to: `body`, `bonnet`, `glass`, `lamp`, `tyre`, `shade`. */
export function paintDefinitions(paint: Paint): string {
  return `<defs>
    <linearGradient id="body" x1="0" y1="0" x2="0" y2="1">
      <stop offset="0" stop-color="${paint.light}"/><stop offset=".45" stop-color="${paint.base}"/>
      <stop offset="1" stop-color="${paint.dark}"/></linearGradient>
    <linearGradient id="bonnet" x1="0" y1="0" x2="0" y2="1">
      <stop offset="0" stop-color="${paint.base}"/><stop offset=".5" stop-color="${paint.light}"/>
      <stop offset="1" stop-color="${paint.base}"/></linearGradient>
    <linearGradient id="glass" x1="0" y1="0" x2=".25" y2="1">
      <stop offset="0" stop-color="#7d93a1"/><stop offset=".3" stop-color="#3c4a54"/>
      <stop offset=".62" stop-color="#1d252b"/><stop offset="1" stop-color="#33404a"/></linearGradient>
    <radialGradient id="lamp"><stop offset="0" stop-color="#fffef4"/><stop offset=".4" stop-color="#e4e9ea"/>
      <stop offset="1" stop-color="#7d878c"/></radialGradient>
    <linearGradient id="tyre" x1="0" y1="0" x2="1" y2="0">
      <stop offset="0" stop-color="#0b0b0c"/><stop offset=".5" stop-color="#2e3033"/>
      <stop offset="1" stop-color="#0b0b0c"/></linearGradient>
    <radialGradient id="shade"><stop offset="0" stop-color="#000" stop-opacity=".75"/>
      <stop offset=".6" stop-color="#000" stop-opacity=".5"/><stop offset="1" stop-color="#000" stop-opacity="0"/></radialGradient>
  </defs>`;
}
