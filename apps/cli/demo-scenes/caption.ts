import { lettering, letteringWidth } from './plate-alphabet.ts';
import { type Drawing, renderSprite, type Sprite } from './sprite.ts';

const LETTER_HEIGHT = 13;
const PADDING = 10;

/** The label that every rendered scene carries in its top left corner; its units are pixels. */
export async function simulatedCaption(place: string): Promise<Sprite> {
  const text = `SIMULATED SCENE - ${place}`;
  const width = letteringWidth(text, LETTER_HEIGHT) + 2 * PADDING;
  const height = LETTER_HEIGHT + 1.4 * PADDING;
  const drawing: Drawing = {
    left: -PADDING,
    top: -PADDING,
    width: width + 2 * PADDING,
    height: height + 2 * PADDING,
    body:
      `<rect width="${width}" height="${height}" rx="4" fill="#000" opacity=".62"/>` +
      lettering(text, PADDING, 0.7 * PADDING, LETTER_HEIGHT, '#f5f5f0', 0.14),
  };
  return renderSprite(drawing, 1, 1);
}
