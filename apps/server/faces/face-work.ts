import type { FaceTemplate } from '@amaan/face-recognition/embedding/embed-face';
import type { ExaminedFace } from '@amaan/face-recognition/face-reader';
import type { Picture } from '@amaan/vision/image/picture';

/** What the server's face thread is asked for: to look at a picture, or for the template of one face that it found. */
export type FaceWork =
  | { readonly type: 'examine'; readonly picture: Picture }
  | { readonly type: 'embed'; readonly aligned: Picture };

export type FaceAnswer =
  | { readonly type: 'examined'; readonly faces: readonly ExaminedFace[] }
  | { readonly type: 'embedded'; readonly template: FaceTemplate };
