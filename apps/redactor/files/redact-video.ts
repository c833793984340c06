import type { SourceError } from '@amaan/vision/sources/source-error';
import { encodeToFile } from '../video/file-encoder.ts';
import { MaskingRun } from '../video/masking-run.ts';
import { VideoDecoder } from '../video/video-decoder.ts';
import { decodingOfFile, explainVideo, inspectVideo } from '../video/video-input.ts';
import { assertVideoName } from './file-kind.ts';
import type { OutputFile } from './output-file.ts';
import type { RedactOptions } from './redact-options.ts';
import { type RedactionReport, shownFindings } from './redaction-report.ts';

/** Inference threads: ffmpeg has what is left of two cores. */
const THREADS = 2;

/**
 * Masks a video: decodes it once, looks at `analyse` frames of each second, and masks every frame once what comes after
 * it is known. A file that was cut off gives a result as long as what is there, and `onTruncated` is told.
 *
 * @throws SourceError when it cannot be read; RedactError when the result cannot be written. Nothing is left then.
 */
export async function redactVideo(
  file: string,
  output: OutputFile,
  options: RedactOptions,
  onTruncated: (error: SourceError) => void,
): Promise<RedactionReport> {
  assertVideoName(output.path);
  const { kinds, style, analyse, keepAudio, signal, openFinder } = options;
  const input = await inspectVideo(file);
  await using finder = await openFinder(kinds, THREADS);
  await using decoder = new VideoDecoder(decodingOfFile(input, analyse), (picture) => run.look(picture));
  await using encoder = encodeToFile(input, output, keepAudio);
  const run = new MaskingRun(input, finder, options, decoder, encoder);
  let frames = 0;
  for await (const frame of decoder.frames()) {
    signal.throwIfAborted();
    frames += 1;
    await run.take(frame);
  }
  const end = await decoder.end();
  signal.throwIfAborted();
  const failure = await explainVideo(input, end, frames);
  if (failure !== null && (failure.code !== 'SOURCE_TRUNCATED' || frames === 0)) throw failure;
  await run.finish();
  await encoder.finish();
  if (failure !== null) onTruncated(failure);
  const { width, height, rate, hasAudio } = input;
  return {
    file,
    out: output.path,
    width,
    height,
    frames,
    analysed: run.analysed,
    style,
    audio: !hasAudio ? 'none' : keepAudio ? 'kept' : 'dropped',
    complete: failure === null,
    ...shownFindings(run.plan.things, run.plan.looks, rate.numerator / rate.denominator, frames, input),
  };
}
