import type { FaceTemplate } from '@amaan/face-recognition/embedding/embed-face';
import type { ExaminedFace } from '@amaan/face-recognition/face-reader';
import type { FaceBox } from '@amaan/face-recognition/finding/face-box';
import type { Picture } from '@amaan/vision/image/picture';

/** What a face thread is given: a frame to look at, a face to make a template of, or one to judge for a picture of a face. */
export type FaceWork =
  | { readonly type: 'look'; readonly picture: Picture }
  | { readonly type: 'embed'; readonly aligned: Picture }
  | { readonly type: 'judge'; readonly picture: Picture; readonly box: FaceBox };

export type FaceAnswer =
  | { readonly type: 'looked'; readonly faces: readonly ExaminedFace[] }
  /** In memory that the thread shares: overwritten here, it is overwritten there. */
  | { readonly type: 'embedded'; readonly template: FaceTemplate }
  /** 0–1; null: not judged. */
  | { readonly type: 'judged'; readonly attack: number | null };
