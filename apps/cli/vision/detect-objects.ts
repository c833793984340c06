import type { TrackedObject } from '@amaan/contracts/detection';
import { redactWholeUrl } from '@amaan/vision/sources/redact-url';
import { SourceError } from '@amaan/vision/sources/source-error';
import { analyseFile } from './analyse-file.ts';
import { openFileDetector } from './open-file-detector.ts';

/** One analysed frame, as `amaan detect --json` prints it. Boxes are fractions of the picture. */
export interface DetectedFrame {
  readonly file: string;
  /** Number of the frame among those that were analysed, from 0. */
  readonly frame: number;
  /** Time in the video, in milliseconds. */
  readonly timeMs: number;
  readonly objects: readonly TrackedObject[];
}

export interface DetectOptions {
  /** Frames per second of video to look at. */
  readonly rate: number;
  /** A file that could not be read, or not to its end; the others are still done. */
  readonly onFailure: (error: SourceError) => void;
}

/** Finds and tracks the objects of files and streams, one after the other; tracks count anew in each. */
export async function* detectObjects(
  urls: readonly string[],
  { rate, onFailure }: DetectOptions,
): AsyncGenerator<DetectedFrame, void, undefined> {
  await using detector = await openFileDetector('detect', urls);
  for (const url of urls) {
    const file = redactWholeUrl(url);
    try {
      for await (const { frame, objects } of analyseFile(url, rate, detector)) {
        yield { file, frame: frame.index, timeMs: Math.round(frame.streamSeconds * 1000), objects };
      }
    } catch (error) {
      if (!(error instanceof SourceError)) throw error;
      onFailure(error);
    }
  }
}
