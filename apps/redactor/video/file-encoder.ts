import { notWritten, type OutputFile } from '../files/output-file.ts';
import { FrameEncoder } from './frame-encoder.ts';
import { inputArguments, type VideoInput } from './video-input.ts';

/**
 * Encodes masked frames to H.264 in an MP4 without any metadata of the original. `ultrafast` because the machine has
 * other work; the constant rate factor keeps the picture, the file is larger. What fails is a RedactError
 * `REDACT_OUTPUT_NOT_WRITTEN`.
 *
 * @param keepAudio encodes the original's first sound track again and adds it.
 */
export function encodeToFile(input: VideoInput, output: OutputFile, keepAudio: boolean): FrameEncoder {
  return new FrameEncoder({
    path: input.ffmpeg.path,
    args: encoderArguments(input, output.temporary, keepAudio),
    failure: (reason) => notWritten(output.path, new Error(reason)),
  });
}

function encoderArguments(input: VideoInput, file: string, keepAudio: boolean): string[] {
  const { rate, width, height } = input;
  const size = ['-s', `${width}x${height}`, '-r', `${rate.numerator}/${rate.denominator}`];
  const audio = keepAudio && input.hasAudio;
  return [
    ...['-hide_banner', '-nostdin', '-v', 'error', '-y'],
    ...['-f', 'rawvideo', '-pix_fmt', 'yuv420p', ...size, '-i', 'pipe:0'],
    ...(audio ? ['-vn', '-sn', '-dn', ...inputArguments(input.source)] : []),
    ...['-map', '0:v:0', ...(audio ? ['-map', '1:a:0', '-c:a', 'aac', '-b:a', '128k'] : ['-an'])],
    ...['-map_metadata', '-1', '-map_chapters', '-1', '-map_metadata:s', '-1'],
    ...['-c:v', 'libx264', '-preset', 'ultrafast', '-crf', '21', '-pix_fmt', 'yuv420p', ...input.colours],
    ...['-movflags', '+faststart', '-f', 'mp4', `file:${file}`],
  ];
}
