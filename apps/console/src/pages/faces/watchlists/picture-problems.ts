import { LARGEST_FACE_PICTURE_BYTES } from '@amaan/contracts/faces/watchlist-entry';

/** What is asked of a picture before it is sent. */
export interface PictureDraft {
  readonly file: Pick<File, 'size'> | null;
  readonly source: string;
  readonly lawfulness: string;
  readonly takenOn: string;
}

type Problem = 'fileNeeded' | 'fileLarge' | 'sourceNeeded' | 'lawfulnessNeeded' | 'takenNeeded';

/** @param today `YYYY-MM-DD` (UTC) */
export function pictureProblems(
  { file, source, lawfulness, takenOn }: PictureDraft,
  today: string,
): ReadonlySet<Problem> {
  const wrong: Record<Problem, boolean> = {
    fileNeeded: file === null,
    fileLarge: file !== null && file.size > LARGEST_FACE_PICTURE_BYTES,
    sourceNeeded: source.trim().length < 3,
    lawfulnessNeeded: lawfulness.trim().length < 10,
    takenNeeded: takenOn === '' || takenOn > today,
  };
  return new Set((Object.keys(wrong) as Problem[]).filter((problem) => wrong[problem]));
}
