import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { LiveViewer } from '@amaan/analytics/live/live-feed';
import { LoopbackEndpoint } from '@amaan/analytics/live/loopback-endpoint';
import { showFeed } from '@amaan/analytics/live/show-feed';
import { watchRing } from '@amaan/analytics/live/watch-ring';
import { capturedLogger } from '@amaan/analytics/testing/captured-logger';
import { type Identifier, newIdentifier } from '@amaan/contracts/identifier';
import type { CameraFeed } from '@amaan/contracts/redaction/redactor-messages';
import type { LiveMessage } from '@amaan/contracts/worker-messages';
import { pictureAt } from '@amaan/vision/image/picture-at';
import { findFfmpeg } from '@amaan/vision/sources/find-ffmpeg';
import { ClipRing } from '@amaan/vision/stream/clip-ring';

/** A camera at the live endpoint of a worker: it plays a recording over and over, at the recording's own speed. */
export class TestCamera implements AsyncDisposable {
  readonly id: Identifier = newIdentifier();
  readonly ring = new ClipRing({ seconds: 10, bytes: 16 * 1024 * 1024 });
  readonly #file: string;
  readonly #viewers = new Set<LiveViewer>();
  #endpoint!: LoopbackEndpoint;
  #ffmpeg: ChildProcess | null = null;

  private constructor(file: string) {
    this.#file = file;
  }

  static async start(file: string): Promise<TestCamera> {
    const camera = new TestCamera(file);
    const path = (what: string) => `/cameras/${camera.id}/${what}`;
    camera.#endpoint = await LoopbackEndpoint.listen(
      {
        answer: async ({ url }, response) => {
          const newest = camera.ring.newestPictureSeconds;
          if (url !== path('picture') || newest === null) response.writeHead(404).end();
          else response.end(await pictureAt(camera.ring.cut(newest, newest), newest));
        },
        viewer: ({ url }) => (url === path('live') ? (socket) => showFeed(camera, socket) : null),
      },
      capturedLogger().logger,
    );
    await camera.open();
    return camera;
  }

  get feed(): CameraFeed {
    return { liveUrl: this.#endpoint.url, liveToken: this.#endpoint.token };
  }

  get viewers(): number {
    return this.#viewers.size;
  }

  watch(viewer: LiveViewer): () => void {
    const subscription = watchRing(this.ring, viewer);
    this.#viewers.add(viewer);
    return () => {
      subscription[Symbol.dispose]();
      this.#viewers.delete(viewer);
    };
  }

  tell(message: LiveMessage): void {
    for (const viewer of this.#viewers) viewer.tell(message);
  }

  /** Opens the camera, or opens it anew. */
  async open(): Promise<void> {
    await this.stall();
    this.ring.restart();
    const { path } = await findFfmpeg();
    this.#ffmpeg = spawn(
      path,
      [
        ...['-v', 'error', '-nostdin', '-re', '-stream_loop', '-1', '-i', this.#file, '-map', '0:v:0'],
        ...['-c:v', 'copy', '-avoid_negative_ts', 'disabled', '-use_editlist', '0'],
        ...[
          '-movflags',
          'empty_moov+default_base_moof+frag_keyframe+frag_discont',
          '-frag_duration',
          '200000',
        ],
        ...['-flush_packets', '1', '-f', 'mp4', 'pipe:1'],
      ],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    this.#ffmpeg.stdout?.on('data', (chunk: Buffer) => this.ring.write(chunk));
  }

  /** No more pictures come, and nobody says so. */
  async stall(): Promise<void> {
    if (!this.#ffmpeg || this.#ffmpeg.exitCode !== null) return;
    const closed = once(this.#ffmpeg, 'close');
    this.#ffmpeg.kill('SIGKILL');
    await closed;
    this.#ffmpeg = null;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.stall();
    await this.#endpoint[Symbol.asyncDispose]();
  }
}
