import { trackerOptions } from '@amaan/smart-vision/system';
import { type AnalysedFrame, analyseFrames } from '@amaan/vision/pipeline/object-pipeline';
import { openSource } from '@amaan/vision/sources/ffmpeg-source';
import { ByteTracker } from '@amaan/vision/tracking/byte-tracker';
import type { FileDetector } from './open-file-detector.ts';

/**
 * Tracks the objects of a file or stream from its beginning. The detector sees every frame of the rate:
 * whoever asks for a file's objects wants all of them, so no motion gate saves work.
 *
 * @throws SourceError when it cannot be read, or not to its end; what came before has been delivered.
 */
export async function* analyseFile(
  url: string,
  analysisRate: number,
  { detector, input }: FileDetector,
): AsyncGenerator<AnalysedFrame, void, undefined> {
  await using source = await openSource({
    url,
    analysisRate,
    fit: input,
    realTime: false,
    loop: false,
    delivery: 'every',
  });
  const tracker = new ByteTracker(trackerOptions);
  yield* analyseFrames(source, { detector, tracker, gate: null, cameraId: null });
}
