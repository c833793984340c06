import { saveBlob } from '../../../save-blob.ts';
import { drawPicture, type Picture } from './draw-picture.ts';
import { PICTURE_FONT, type PictureColours } from './picture-look.ts';

/** Saves a picture as a PNG file, with everything that goes with it. @throws Error where the browser makes no file of it */
export async function savePicture(name: string, picture: Picture): Promise<void> {
  // The fonts are those of the page, but a weight that no page has shown yet is not there.
  await Promise.all(
    [400, 600].map((weight) => document.fonts.load(`${weight} 16px ${PICTURE_FONT}`, picture.title)),
  );
  const canvas = drawPicture(picture, pageColours(), window.devicePixelRatio || 1);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (blob === null) throw new Error('The browser made no file of the picture.');
  saveBlob(`${name}.png`, blob);
}

function pageColours(): PictureColours {
  const style = getComputedStyle(document.documentElement);
  const token = (name: string) => style.getPropertyValue(`--${name}`).trim();
  return {
    ...{ background: token('background'), surface: token('surface'), text: token('text') },
    ...{ quiet: token('quiet'), line: token('line'), simulated: token('simulated') },
  };
}
