import { readFile } from 'node:fs/promises';
import type { Detection } from '@amaan/contracts/detection';
import { ObjectClass, VEHICLE_CLASSES } from '@amaan/contracts/object-class';
import { z } from 'zod';
import type { JudgedFrame, LabelledObject } from './match-detections.ts';

const LabelledFrames = z.object({
  frames: z.array(
    z.object({
      clip: z.string(),
      /** Number of the frame from 0. */
      frame: z.int().nonnegative(),
      width: z.int().positive(),
      height: z.int().positive(),
      objects: z.array(
        z.object({
          classes: z.array(ObjectClass).min(1),
          /** x, y, width, height in pixels of the clip. */
          box: z.tuple([z.number(), z.number(), z.number(), z.number()]),
          difficult: z.boolean().optional(),
        }),
      ),
    }),
  ),
});
export type LabelledFrame = z.infer<typeof LabelledFrames>['frames'][number];

/** Frames of clips whose people and vehicles were labelled by eye (`bench/data/object-labels.json`). */
export async function readLabelledFrames(path: string): Promise<LabelledFrame[]> {
  return LabelledFrames.parse(JSON.parse(await readFile(path, 'utf8'))).frames;
}

/** What was found in a labelled frame beside what is there; of the classes that were labelled only. */
export function judgedFrame(
  { width, height, objects }: LabelledFrame,
  detections: readonly Detection[],
): JudgedFrame {
  return {
    detections: detections.filter(({ class: name }) => name === 'person' || VEHICLE_CLASSES.includes(name)),
    objects: objects.map(
      ({ box: [x, y, w, h], ...object }): LabelledObject => ({
        ...object,
        box: [x / width, y / height, w / width, h / height],
      }),
    ),
  };
}
