import { newIdentifier } from '@amaan/contracts/identifier';
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
}

/** A desk for tests that reads people off colours instead of running models. */
export async function fakeFaceDesk(): Promise<FakeFaceDesk> {
  const { digest } = await manifestOf('face-embedding');
  const desk: FakeFaceDesk = {
    embedded: 0,
    async examine({ pixels }) {
      const [person, faces, quality] = pixels;
      return Array.from({ length: faces! }, () => face(person!, quality! / 255));
    },
    async embed({ aligned }) {
      desk.embedded += 1;
      const template = new Float32Array(512);
      template[aligned.pixels[0]!] = 1;
      return { template, modelDigest: digest!, permitId: newIdentifier() };
    },
  };
  return desk;
}

function face(person: number, quality: number): ExaminedFace {
  const parts = Object.fromEntries(QUALITY_PARTS.map((part) => [part, quality]));
  return {
    box: { x: 60, y: 60, width: 80, height: 80 },
    confidence: 0.99,
    landmarks: [],
    aligned: { width: 112, height: 112, pixels: new Uint8Array(112 * 112 * 3).fill(person) },
    measured: {},
    quality: { parts, total: quality },
  } as unknown as ExaminedFace;
}
