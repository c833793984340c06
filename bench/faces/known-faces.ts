import type { FaceReader } from '@amaan/face-recognition/face-reader';
import { matchFaces } from './match-faces.ts';
import type { SamplePhoto } from './sample-photos.ts';
import type { KnownFace } from './separation.ts';

/** The templates of the marked faces of sample photographs whose people are told apart. */
export async function knownFaces(photos: readonly SamplePhoto[], reader: FaceReader): Promise<KnownFace[]> {
  const known: KnownFace[] = [];
  for (const { picture, faces } of photos.filter(({ separation }) => separation)) {
    const examined = await reader.examineAll(picture, null);
    for (const { marked, found } of matchFaces(faces, examined).pairs) {
      if (!found || marked.person === undefined) continue;
      const template = await reader.embed(found, null);
      known.push({ person: marked.person, doubt: marked.doubt, template });
    }
  }
  return known;
}
