import type { FaceTemplate } from '@amaan/face-recognition/embedding/embed-face';
import type { ExaminedFace } from '@amaan/face-recognition/face-reader';
import type { FaceBox } from '@amaan/face-recognition/finding/face-box';
import type { Picture } from '@amaan/vision/image/picture';

/**
 * What the server's face thread is asked for: to look at a picture, for the template of one face that it found, or
 * whether a face is a picture of one.
 */
export type FaceWork =
  | { readonly type: 'examine'; readonly picture: Picture }
  | { readonly type: 'embed'; readonly aligned: Picture }
  /** Of a face and what is around it. */
  | { readonly type: 'judge'; readonly picture: Picture; readonly box: FaceBox };

export type FaceAnswer =
  | { readonly type: 'examined'; readonly faces: readonly ExaminedFace[] }
  | { readonly type: 'embedded'; readonly template: FaceTemplate }
  | { readonly type: 'judged'; readonly attack: number | null };
