import type { ObjectClass } from '@amaan/contracts/object-class';

/**
 * The 80 classes of COCO in the order in which detectors number them (cocodataset.org, category ids 1–90
 * without the gaps). Null where Amaan reports no such class.
 */
export const COCO_CLASSES: readonly (ObjectClass | null)[] = [
  'person',
  'bicycle',
  'car',
  'motorcycle',
  null, // airplane
  'bus',
  'train',
  'truck',
  'boat',
  null, // traffic light
  null, // fire hydrant
  null, // stop sign
  null, // parking meter
  null, // bench
  'bird',
  'cat',
  'dog',
  'horse',
  'sheep',
  'cow',
  null, // elephant
  null, // bear
  null, // zebra
  null, // giraffe
  'backpack',
  'umbrella',
  'handbag',
  null, // tie
  'suitcase',
  // frisbee to toothbrush: things of sport, kitchen and home
  ...Array.from({ length: 51 }, () => null),
];
