import type { LampPicture } from '@amaan/traffic-violations/signal/lamp-reader';
import { drawLamps } from '@amaan/traffic-violations/testing/draw-lamps';
import { LAMPS } from './scene.ts';

/** Pictures of a head for each light, a few of each so that the noise differs. */
export class LampPictures {
  readonly #pictures: Record<'red' | 'yellow' | 'green', LampPicture[]>;
  readonly #random: () => number;

  constructor(random: () => number) {
    this.#random = random;
    const draw = (light: 'red' | 'yellow' | 'green') =>
      Array.from({ length: 6 }, () =>
        drawLamps(
          LAMPS as never,
          { lit: [light], brightness: 220, ambient: 20 + 60 * random(), noise: 14 },
          random,
        ),
      );
    this.#pictures = { red: draw('red'), yellow: draw('yellow'), green: draw('green') };
  }

  /** Now and then a lamp flickers. */
  of(light: 'red' | 'yellow' | 'green'): LampPicture {
    const pictures = this.#pictures[light];
    return pictures[Math.floor(this.#random() * pictures.length)]!;
  }
}
