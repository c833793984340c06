/** The colours that the map takes from the page's tokens; it draws on a canvas, where CSS does not reach. */
export interface MapColours {
  readonly background: string;
  readonly line: string;
  readonly road: string;
  readonly water: string;
  readonly quiet: string;
  readonly text: string;
  readonly surface: string;
  readonly accent: string;
  readonly good: string;
  readonly critical: string;
  readonly low: string;
  readonly high: string;
  readonly medium: string;
  readonly simulated: string;
}

export function readMapColours(): MapColours {
  const style = getComputedStyle(document.documentElement);
  const token = (name: string) => style.getPropertyValue(`--${name}`).trim();
  return {
    background: token('background'),
    line: token('line'),
    road: token('road'),
    water: token('water'),
    quiet: token('quiet'),
    text: token('text'),
    surface: token('surface'),
    accent: token('accent'),
    good: token('good'),
    critical: token('critical'),
    low: token('low'),
    high: token('high'),
    medium: token('medium'),
    simulated: token('simulated'),
  };
}
