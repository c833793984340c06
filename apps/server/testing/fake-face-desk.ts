import { type Identifier, newIdentifier } from '@amaan/contracts/identifier';
import type { ExaminedFace } from '@amaan/face-recognition/face-reader';
import { QUALITY_PARTS } from '@amaan/face-recognition/quality/face-quality';
import { sharp } from '@amaan/vision/image/configured-sharp';
import { manifestOf } from '@amaan/vision/models/manifest';
import type { FaceDesk } from '../faces/face-desk.ts';

/** What the fake sees in a picture of one colour: who it is, how many faces, and how good they are. */
export interface ShownFaces {
  /** 0–255: people of different numbers are not alike at all. */
  readonly person: number;
  readonly faces?: number;
  /** 0–1 */
  readonly quality?: number;
}

/** The bytes of a picture that the fake reads. */
export async function facePicture({ person, faces = 1, quality = 1 }: ShownFaces): Promise<Buffer> {
  const background = { r: person, g: faces, b: Math.round(quality * 255) };
  return sharp({ create: { width: 200, height: 200, channels: 3, background } })
    .png()
    .toBuffer();
}

/** A desk that counts the templates that it made. */
export interface FakeFaceDesk extends FaceDesk {
  embedded: number;
  /** The permit that it says it works under; null: another one each time, which nobody issued. */
  permitId: Identifier | null;
  /** What is done before a template is made. */
  onEmbed: () => Promise<void>;
}

/** A desk for tests that reads people off colours instead of running models. */
export async function fakeFaceDesk(): Promise<FakeFaceDesk> {
  const { digest } = await manifestOf('face-embedding');
  const desk: FakeFaceDesk = {
    ...{ embedded: 0, permitId: null, onEmbed: async () => {} },
    async examine({ pixels }) {
      const [person, faces, quality] = pixels;
      return Array.from({ length: faces! }, (_, index) => {
        // Several stand beside each other.
        const box =
          faces === 1
            ? { x: 60, y: 60, width: 80, height: 80 }
            : { x: 10 + index * 60, y: 60, width: 50, height: 60 };
        return face(person! + index, quality! / 255, box);
      });
    },
    async embed({ aligned }) {
      await desk.onEmbed();
      desk.embedded += 1;
      const template = new Float32Array(512);
      template[aligned.pixels[0]!] = 1;
      return { template, modelDigest: digest!, permitId: desk.permitId ?? newIdentifier() };
    },
    judge: async () => 0.1,
  };
  return desk;
}

function face(person: number, quality: number, box: ExaminedFace['box']): ExaminedFace {
  const parts = Object.fromEntries(QUALITY_PARTS.map((part) => [part, quality]));
  return {
    box,
    confidence: 0.99,
    landmarks: [],
    aligned: { width: 112, height: 112, pixels: new Uint8Array(112 * 112 * 3).fill(person) },
    measured: {},
    quality: { parts, total: quality },
  } as unknown as ExaminedFace;
}
