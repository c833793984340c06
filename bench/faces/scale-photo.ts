import { sharp } from '@amaan/vision/image/configured-sharp';
import type { Picture } from '@amaan/vision/image/picture';
import type { SamplePhoto } from './sample-photos.ts';

/** A picture at another size, by Lanczos, as cameras and editors do it. */
export async function resized(picture: Picture, by: number): Promise<Picture> {
  const { width, height, pixels } = picture;
  const { data, info } = await sharp(pixels, { raw: { width, height, channels: 3 } })
    .resize(Math.max(1, Math.round(width * by)), Math.max(1, Math.round(height * by)), { fit: 'fill' })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, pixels: new Uint8Array(data) };
}

/**
 * A photograph so small that its smallest marked face has this height in pixels.
 * @returns null when the face is smaller than that already.
 */
async function shrunkTo(photo: SamplePhoto, height: number): Promise<SamplePhoto | null> {
  const by = height / Math.min(...photo.faces.map(({ box }) => box[3]));
  if (by > 1) return null;
  return {
    ...photo,
    picture: await resized(photo.picture, by),
    faces: photo.faces.map((face) => {
      const [x, y, w, h] = face.box;
      return { ...face, box: [x * by, y * by, w * by, h * by] };
    }),
  };
}

/** Photographs each so small that its smallest face has this height; those are left out whose face is smaller already. */
export async function allShrunkTo(photos: readonly SamplePhoto[], height: number): Promise<SamplePhoto[]> {
  const small: SamplePhoto[] = [];
  for (const photo of photos) {
    const one = await shrunkTo(photo, height);
    if (one) small.push(one);
  }
  return small;
}
