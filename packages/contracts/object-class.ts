import { z } from 'zod';

/** The object classes that Amaan reports: the part of COCO's 80 that matters on a street. */
export const OBJECT_CLASSES = [
  'person',
  'bicycle',
  'car',
  'motorcycle',
  'bus',
  'train',
  'truck',
  'boat',
  'bird',
  'cat',
  'dog',
  'horse',
  'sheep',
  'cow',
  'backpack',
  'umbrella',
  'handbag',
  'suitcase',
] as const;

export const ObjectClass = z.enum(OBJECT_CLASSES);
export type ObjectClass = z.infer<typeof ObjectClass>;

/** Classes that drive on a carriageway. */
export const VEHICLE_CLASSES: readonly ObjectClass[] = ['bicycle', 'car', 'motorcycle', 'bus', 'truck'];
