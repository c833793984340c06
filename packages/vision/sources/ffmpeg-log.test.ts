import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FfmpegLog, type FrameReport, type InputReport } from './ffmpeg-log.ts';

/** As ffmpeg 5.1 writes it. */
const NEW = `[info] Input #0, mov,mp4,m4a,3gp,3g2,mj2, from 'file:clip.mp4':
[info]   Metadata:
[info]     creation_time   : 2017-09-26T16:57:49.000000Z
[info]   Duration: 00:02:19.40, start: 0.000000, bitrate: 188 kb/s
[info]   Stream #0:0[0x1](eng): Audio: aac (LC) (mp4a / 0x6134706D), 48000 Hz, stereo, fltp, 125 kb/s (default)
[info]   Stream #0:1[0x2](eng): Video: h264 (High) (avc1 / 0x31637661), yuv420p(tv, smpte170m, progressive), 768x432 [SAR 1:1 DAR 16:9], 187 kb/s, 23.98 fps, 10 tbr, 200k tbn (default)
[info]     Side data:
[info]       displaymatrix: rotation of -90.00 degrees
[info] Stream mapping:
[info]   Stream #0:1 -> #0:0 (h264 (native) -> rawvideo (native))
[Parsed_showinfo_4 @ 0x55979748c000] [info] config in time_base: 1/1000000, frame_rate: 10/1
[Parsed_showinfo_4 @ 0x55979748c000] [info] n:   0 pts:      0 pts_time:0       pos:    24680 fmt:rgb24 sar:0/1 s:416x234 i:P iskey:1 type:I 
[Parsed_showinfo_4 @ 0x55979748c000] [info] color_range:pc color_space:gbr
[info]   Stream #0:0(eng): Video: rawvideo (RGB[24] / 0x18424752), rgb24(pc), 416x234, q=2-31, 23362 kb/s, 10 fps, 10 tbn (default)
[Parsed_showinfo_4 @ 0x55979748c000] [info] n:   1 pts: 123456200000 pts_time:123456  pos: -1 fmt:rgb24 sar:0/1 s:416x234 i:P iskey:0 type:B 
[error] file:clip.mp4: something went wrong
`;
/** As the build of 2018 in npm writes it. */
const OLD = `[info] Input #0, mpjpeg, from 'http://127.0.0.1/video':
[info]   Duration: N/A, bitrate: N/A
[info]     Stream #0:0: Video: mjpeg (Baseline), yuvj420p(pc, bt470bg/unknown/unknown), 640x480 [SAR 1:1 DAR 4:3], 25 tbr, 25 tbn, 25 tbc
[info] Stream mapping:
[Parsed_showinfo_4 @ 0x388ead80] [info] n:   0 pts:  -40000 pts_time:-0.04   pos:       -1 fmt:rgb24 sar:0/1 s:416x312 i:P iskey:1 type:I checksum:77437031 plane_checksum:[77437031] mean:[138 ] stdev:[68.9 ]
`;

function read(chunks: readonly string[]) {
  const inputs: InputReport[] = [];
  const frames: FrameReport[] = [];
  const log = new FfmpegLog({
    onInput: (input) => inputs.push(input),
    onFrame: (frame) => frames.push(frame),
  });
  for (const chunk of chunks) log.write(chunk);
  log.end();
  return { inputs, frames, lines: log.lines };
}

test('reads the video stream, upright, and exact times of frames', () => {
  const { inputs, frames, lines } = read([NEW]);
  expect(inputs).toEqual([
    {
      format: 'mov,mp4,m4a,3gp,3g2,mj2',
      durationSeconds: 139.4,
      createdAt: Date.parse('2017-09-26T16:57:49Z'),
      video: { codec: 'h264', pixelFormat: 'yuv420p', width: 432, height: 768, framesPerSecond: 23.98 },
    },
  ]);
  expect(frames).toEqual([
    { seconds: 0, width: 416, height: 234 },
    { seconds: 123456.2, width: 416, height: 234 },
  ]);
  expect(lines.at(-1)).toBe('[error] file:clip.mp4: something went wrong');
});

test('reads the log of an old build', () => {
  const { inputs, frames } = read([OLD]);
  expect(inputs[0]).toMatchObject({
    format: 'mpjpeg',
    durationSeconds: null,
    video: { codec: 'mjpeg', pixelFormat: 'yuvj420p', width: 640, height: 480, framesPerSecond: null },
  });
  expect(frames).toEqual([{ seconds: -0.04, width: 416, height: 312 }]);
});

test('chunks may end anywhere', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(NEW.length), { maxLength: 20 }), (cuts) => {
      const at = [0, ...cuts.sort((a, b) => a - b), NEW.length];
      const chunks = at.slice(1).map((end, index) => NEW.slice(at[index], end));
      expect(read(chunks)).toEqual(read([NEW]));
    }),
  );
});

test('keeps a bounded end of the log', () => {
  const { lines } = read(Array.from({ length: 5000 }, (_, index) => `[warning] line ${index}\n`));
  expect(lines.length).toBeLessThan(100);
  expect(lines.at(-1)).toBe('[warning] line 4999');
});
