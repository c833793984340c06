import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { findFfmpeg } from '@amaan/vision/sources/find-ffmpeg';
import { TestClips } from '@amaan/vision/sources/testing/test-clips';
import type { Fragment } from '@amaan/vision/stream/fragment';
import { FragmentedMp4 } from '@amaan/vision/stream/fragmented-mp4';
import type { InitSegment } from '@amaan/vision/stream/init-segment';
import { expect, test } from 'vitest';
import { MaskedVideo } from './masked-video.ts';

/** A camera's stream of twenty seconds with a key frame in each. */
async function streamOf(clips: TestClips): Promise<{ init: InitSegment; fragments: Fragment[] }> {
  const { path } = await findFfmpeg();
  const file = clips.path('stream.mp4');
  await promisify(execFile)(path, [
    ...['-v', 'error', '-nostdin', '-f', 'lavfi', '-i', 'testsrc2=size=320x180:rate=10:duration=20'],
    ...['-c:v', 'libx264', '-preset', 'ultrafast', '-g', '10', '-pix_fmt', 'yuv420p'],
    ...['-movflags', 'empty_moov+default_base_moof+frag_keyframe', file],
  ]);
  let init: InitSegment | null = null;
  const fragments: Fragment[] = [];
  const reader = new FragmentedMp4({
    onInit: (segment) => {
      init = segment;
    },
    onFragment: (fragment) => fragments.push(fragment),
  });
  reader.write(await readFile(file));
  return { init: init!, fragments };
}

test('where nothing is masked in time, pictures are left out, and soon the view is given up for pictures', async () => {
  await using clips = await TestClips.create();
  const { init, fragments } = await streamOf(clips);
  await using video = new MaskedVideo({
    ffmpeg: await findFfmpeg(),
    ...{ init, finder: { find: () => new Promise(() => {}) }, onBytes: () => {}, mostLeftOut: 2 },
  });
  for (const fragment of fragments) video.write(fragment);
  await expect(video.failed).rejects.toMatchObject({
    code: 'MASKING_FULL',
    message: 'This machine does not keep up with this view; masked pictures are shown instead.',
  });
});
