import type { SamplePhoto } from './sample-photos.ts';

/** So much light falls on photographs that are made dark or bright. */
export const LIGHTS = { dark: 0.3, bright: 1.6 } as const;

/** A photograph as if so much more or less light had fallen on it; what gets too bright is white. */
export function withLight<Photo extends Pick<SamplePhoto, 'picture'>>(photo: Photo, gain: number): Photo {
  const { picture } = photo;
  const pixels = picture.pixels.map((value) => Math.min(255, Math.round(value * gain)));
  return { ...photo, picture: { ...picture, pixels } };
}
