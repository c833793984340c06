import { Readable } from 'node:stream';
import type { Identifier } from '@amaan/contracts/identifier';
import { LIVE_CLOSE_CODES } from '@amaan/contracts/redaction/live-close-codes';
import type { LiveMessage } from '@amaan/contracts/worker-messages';
import { WebSocket } from 'ws';
import type { Principal } from '../access/decide.ts';
import type { Masking } from '../redaction/masking.ts';
import type { OpenedOriginal, UnmaskGrants } from '../redaction/unmask-grants.ts';
import type { LiveProxy } from './live-proxy.ts';

/** A right that ends otherwise than by its time, for example with a role, is noticed this soon. */
const RECHECK_MS = 5_000;

export interface LiveViewsOptions {
  /** The cameras' own pictures. */
  readonly open: Pick<LiveProxy, 'picture' | 'watch'>;
  readonly masked: Pick<Masking, 'picture' | 'watch'>;
  readonly grants: UnmaskGrants;
  readonly now: () => number;
  readonly recheckMs?: number;
}

/**
 * What somebody sees of a camera: the masked view, and the camera's own only while an un-masking of this very person is in
 * force. A view that changes from one to the other is ended, and the viewer connects again.
 */
export class LiveViews {
  readonly #options: LiveViewsOptions;

  constructor(options: LiveViewsOptions) {
    this.#options = options;
  }

  /** The newest picture. @throws HttpError as `LiveProxy` and `Masking` */
  async picture(by: Principal, cameraId: Identifier): Promise<{ mediaType: string; body: Readable }> {
    const { open, masked, grants } = this.#options;
    if ((await grants.openLive(by, cameraId, false)) !== null) return open.picture(cameraId);
    const { mediaType, body } = await masked.picture(cameraId);
    return { mediaType, body: Readable.from(body) };
  }

  /** Shows the live view on a socket until either side ends it. */
  async watch(by: Principal, cameraId: Identifier, viewer: WebSocket): Promise<void> {
    const { open, masked, grants } = this.#options;
    try {
      const opened = await grants.openLive(by, cameraId, true);
      if (viewer.readyState !== WebSocket.OPEN) return;
      const view: LiveMessage = { type: 'view', masked: opened === null };
      viewer.send(JSON.stringify(view));
      if (opened === null) {
        this.#endOnChange(by, cameraId, viewer, true, UNMASKED);
        masked.watch(cameraId, viewer);
      } else {
        this.#endWithGrant(by, cameraId, viewer, opened);
        open.watch(cameraId, viewer);
      }
    } catch {
      // The database did not answer: what nobody could decide is not shown.
      viewer.close(1011, 'It could not be decided what may be shown; try again.');
    }
  }

  #endWithGrant(by: Principal, cameraId: Identifier, viewer: WebSocket, opened: OpenedOriginal): void {
    viewer.on(
      'close',
      opened.hold(() => viewer.close(MASKED_AGAIN.code, MASKED_AGAIN.reason)),
    );
    this.#endOnChange(by, cameraId, viewer, false, MASKED_AGAIN);
  }

  /** Closes the socket once what covers the person is as `end` says. */
  #endOnChange(
    by: Principal,
    cameraId: Identifier,
    viewer: WebSocket,
    endWhen: boolean,
    closing: { readonly code: number; readonly reason: string },
  ): void {
    const { grants, now } = this.#options;
    const isCovered = async () => grants.covers(by, cameraId, now());
    const look = async () => {
      // Whoever cannot be asked does not say that it may be open.
      if ((await isCovered().catch(() => false)) === endWhen) viewer.close(closing.code, closing.reason);
    };
    const timer = setInterval(() => void look(), this.#options.recheckMs ?? RECHECK_MS);
    timer.unref();
    const stop = grants.onChange(() => void look());
    viewer.on('close', () => {
      clearInterval(timer);
      stop();
    });
  }
}

const MASKED_AGAIN = {
  code: LIVE_CLOSE_CODES.UNMASKING_ENDED,
  reason: 'The right to see this view un-masked has ended.',
};
const UNMASKED = {
  code: LIVE_CLOSE_CODES.UNMASKING_BEGAN,
  reason: 'This view is open to you now.',
};
