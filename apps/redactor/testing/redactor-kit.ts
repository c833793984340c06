import { capturedLogger } from '@amaan/analytics/testing/captured-logger';
import type { Identifier } from '@amaan/contracts/identifier';
import { FEED_HEADER, type RedactorHeartbeat } from '@amaan/contracts/redaction/redactor-messages';
import { redaction } from '@amaan/redaction/system';
import { manifestOf } from '@amaan/vision/models/manifest';
import { ModelStore } from '@amaan/vision/models/model-store';
import { TestClips } from '@amaan/vision/sources/testing/test-clips';
import { vi } from 'vitest';
import { Redactor, type RedactorOptions } from '../redactor.ts';
import { FaceScene } from './face-scene.ts';
import { encodedFeed, MaskedViewer } from './masked-viewer.ts';
import { TestCamera } from './test-camera.ts';
import { TestPermits } from './test-permits.ts';

const PATIENCE = { timeout: 60_000, interval: 50 };

/** A redactor with what it needs: models, a control plane, and cameras that show four people. */
export class RedactorKit implements AsyncDisposable {
  readonly clips: TestClips;
  readonly scene: FaceScene;
  readonly permits: TestPermits;
  readonly redactor: Redactor;
  readonly #owned: AsyncDisposableStack;

  private constructor(
    parts: Pick<RedactorKit, 'clips' | 'scene' | 'permits' | 'redactor'>,
    owned: AsyncDisposableStack,
  ) {
    this.clips = parts.clips;
    this.scene = parts.scene;
    this.permits = parts.permits;
    this.redactor = parts.redactor;
    this.#owned = owned;
  }

  static async start(options: Partial<RedactorOptions> = {}): Promise<RedactorKit> {
    await using stack = new AsyncDisposableStack();
    const clips = stack.use(await TestClips.create());
    const store = new ModelStore();
    for (const id of redaction.models) await store.install(await manifestOf(id));
    const scene = await FaceScene.draw(clips);
    const permits = stack.use(await TestPermits.create());
    const { logger } = capturedLogger();
    const dataFolder = clips.path('data');
    const redactor = stack.use(
      await Redactor.start({
        ...{ bus: permits.bus, dataFolder, logger, lingerMs: 0 },
        // What a slow machine leaves out is another test's business.
        mostLeftOut: Number.POSITIVE_INFINITY,
        ...options,
      }),
    );
    await vi.waitUntil(() => permits.heartbeats.length > 0, PATIENCE);
    return new RedactorKit({ clips, scene, permits, redactor }, stack.move());
  }

  get heartbeat(): RedactorHeartbeat {
    return this.permits.heartbeats.at(-1)!;
  }

  /** A camera that shows the scene; it ends with the kit unless it ends before. */
  async camera(): Promise<TestCamera> {
    const camera = this.#owned.use(await TestCamera.start(this.scene.clip));
    await vi.waitUntil(() => camera.ring.newestPictureSeconds !== null, PATIENCE);
    return camera;
  }

  watch(camera: TestCamera): MaskedViewer {
    return this.#owned.use(new MaskedViewer(this.heartbeat, camera.id, camera.feed));
  }

  /** Waits until the redactor has a permit for a camera. */
  async admitted(cameraId: Identifier): Promise<void> {
    const probe = () =>
      this.ask(`/cameras/${cameraId}/picture`, { liveUrl: 'http://127.0.0.1:9', liveToken: '' });
    const isAdmitted = async () => (await (await probe()).json()).code !== 'MASKING_NOT_PERMITTED';
    await vi.waitUntil(isAdmitted, PATIENCE);
  }

  ask(path: string, feed: TestCamera['feed'] | null, request: RequestInit = {}): Promise<Response> {
    const { url, token } = this.heartbeat;
    return fetch(`${url}${path}`, {
      ...request,
      headers: {
        authorization: `Bearer ${token}`,
        ...(feed && { [FEED_HEADER]: encodedFeed(feed) }),
        ...request.headers,
      },
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#owned[Symbol.asyncDispose]();
  }
}
