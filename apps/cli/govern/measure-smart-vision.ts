import { access, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { digestOfBytes, digestOfJson } from '@amaan/contracts/digest-of';
import type { ValidationInput } from '@amaan/contracts/governance/validation';
import { AmaanError } from '@amaan/contracts/problem';
import { presentCombination } from '@amaan/governance/combination';
import { wilsonInterval } from '@amaan/governance-monitoring/wilson-interval';
import { smartVision } from '@amaan/smart-vision/system';
import { type FrameOfClip, validationFigures } from '@amaan/smart-vision/validation-figures';
import { judgedFrame, type LabelledFrame, readLabelledFrames } from '@amaan/vision/quality/labelled-frames';
import { frameOfClip } from '@amaan/vision/sources/frame-of-clip';
import { projectRoot } from '../project.ts';
import { openFileDetector } from '../vision/open-file-detector.ts';

const LABELS = join(projectRoot, 'bench/data/object-labels.json');

/**
 * Runs Smart Vision's detector over the frames that were labelled by eye, and counts.
 * @param clips folder of the clips; left out: those beside the clone
 * @throws AmaanError `CLIPS_MISSING`, naming the first that is not there
 */
export async function measureSmartVision(
  clips = join(projectRoot, '../shared/data/media'),
): Promise<ValidationInput> {
  const folder = resolve(clips);
  const frames = await readLabelledFrames(LABELS);
  const digests = await digestClips(folder, frames);
  await using open = await openFileDetector('govern validate', Object.keys(digests));
  const judged: FrameOfClip[] = [];
  for (const labelled of frames) {
    const picture = await frameOfClip(join(folder, labelled.clip), labelled.frame, labelled, open.input);
    const detections = await open.detector.detect(picture, null);
    judged.push({ clip: labelled.clip, ...judgedFrame(labelled, detections) });
  }
  const combination = presentCombination(smartVision, [open.model]);
  return {
    ...combination,
    models: [...combination.models],
    dataset: {
      name: `${frames.length} frames of ${Object.keys(digests).length} public clips, labelled by eye`,
      digest: digestOfJson({ labels: digestOfBytes(await readFile(LABELS)), clips: digests }),
      licence: 'MIT, CC BY 4.0 and OpenCV samples, by clip; labels Apache-2.0',
      provenance:
        'Public clips made by others for trying out detectors, each under its own licence; nobody in them was filmed for this. Labels were drawn for this validation.',
      preparation:
        'Single frames of each clip; boxes drawn by eye, objects too small or too hidden marked as not asked for. Frames are letterboxed as in operation; nothing was used for training.',
    },
    figures: validationFigures(judged, smartVision.thresholds.trackerNewConfidence, wilsonInterval),
    command: 'amaan govern validate smart-vision',
    statement:
      'Precision and recall of the detector at the confidence that begins a track. Few frames, by day: enough for a pilot under watch, not for relying on it.',
  };
}

/** The sha256 of every clip that a label is about. */
async function digestClips(
  folder: string,
  frames: readonly LabelledFrame[],
): Promise<Record<string, string>> {
  const names = [...new Set(frames.map(({ clip }) => clip))].sort();
  const digests: Record<string, string> = {};
  for (const name of names) {
    const path = join(folder, name);
    await access(path).catch((cause: unknown) => {
      throw new AmaanError(
        'CLIPS_MISSING',
        `The clip ${name} is not in ${folder}; name the folder that has it with --clips.`,
        { cause },
      );
    });
    digests[name] = digestOfBytes(await readFile(path));
  }
  return digests;
}
