import type { ExaminedFace } from '@amaan/face-recognition/face-reader';
import { fivePointsOf } from '@amaan/face-recognition/landmarks/landmarks';
import { sharp } from '@amaan/vision/image/configured-sharp';
import { cropPicture } from '@amaan/vision/image/crop-picture';
import type { Picture } from '@amaan/vision/image/picture';

/** A face and what is around it, made worse in one way. */
export interface DegradedFace {
  /** What was done: `small`, `blurred`, `dark`, `bright`, `side light`, `covered`. */
  readonly kind: string;
  readonly picture: Picture;
}

/** The height in pixels that a face has before anything is done to it. */
const HEIGHT = 130;

/** The face with what is around it, no higher than needed: every way of making it worse begins with this. */
export async function cleanCut(picture: Picture, { box }: ExaminedFace): Promise<Picture> {
  const around = cropPicture(picture, {
    x: box.x - box.height,
    y: box.y - box.height,
    width: box.width + 2 * box.height,
    height: 3 * box.height,
  })!;
  const by = Math.min(1, HEIGHT / box.height);
  return pictureOf(rawOf(around).resize(Math.max(1, Math.round(around.width * by))));
}

/** A clean cut made worse, from a little to far too much. */
export async function* degradedFaces(cut: Picture, face: ExaminedFace): AsyncGenerator<DegradedFace> {
  for (const height of [64, 48, 40, 32, 24])
    if (height < face.box.height)
      yield made('small', rawOf(cut).resize(Math.round((cut.width * height) / face.box.height)));
  for (const sigma of [1, 1.8, 2.6, 3.6, 5])
    yield made('blurred', rawOf(cut).blur(Math.max(0.31, (sigma * face.box.height) / HEIGHT)));
  for (const gain of [0.5, 0.3, 0.18]) yield made('dark', rawOf(cut).linear(gain, 0));
  for (const gain of [1.6, 2.4]) yield made('bright', rawOf(cut).linear(gain, 0));
  const [left, right] = fivePointsOf(face.landmarks);
  const between = Math.hypot(right.x - left.x, right.y - left.y);
  const middle = { x: (left.x + right.x) / 2, y: (left.y + right.y) / 2 };
  const turned = (Math.atan2(right.y - left.y, right.x - left.x) * 180) / Math.PI;
  const drawn = (shapes: string) =>
    rawOf(cut).composite([
      {
        input: Buffer.from(
          `<svg width="${cut.width}" height="${cut.height}"><g transform="translate(${middle.x} ${middle.y}) rotate(${turned}) scale(${between})">${shapes}</g></svg>`,
        ),
      },
    ]);
  for (const shade of [0.5, 0.8, 0.95])
    yield made(
      'side light',
      drawn(
        `<defs><linearGradient id="s" gradientUnits="userSpaceOnUse" x1="-0.5" x2="0.5" y1="0" y2="0"><stop offset="0" stop-opacity="${shade}"/><stop offset="1" stop-opacity="0"/></linearGradient></defs><rect x="-40" y="-40" width="80" height="80" fill="url(#s)"/>`,
      ),
    );
  for (const shapes of [
    '<rect x="-0.85" y="0.55" width="1.7" height="1.4" rx="0.1" fill="#9db8c8"/>',
    '<ellipse cx="-0.5" cy="0" rx="0.42" ry="0.3" fill="#111"/><ellipse cx="0.5" cy="0" rx="0.42" ry="0.3" fill="#111"/>',
    '<rect x="0" y="-1" width="1.2" height="3.2" fill="#5a4a40"/>',
    '<rect x="0.1" y="-0.4" width="0.9" height="0.8" fill="#8a6a60"/>',
  ])
    yield made('covered', drawn(shapes));
}

async function made(kind: string, image: ReturnType<typeof rawOf>): Promise<DegradedFace> {
  return { kind, picture: await pictureOf(image) };
}

function rawOf({ width, height, pixels }: Picture) {
  return sharp(pixels, { raw: { width, height, channels: 3 } });
}

async function pictureOf(image: ReturnType<typeof rawOf>): Promise<Picture> {
  const { data, info } = await image.removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, pixels: new Uint8Array(data) };
}
