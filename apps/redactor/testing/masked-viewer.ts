import { once } from 'node:events';
import type { Identifier } from '@amaan/contracts/identifier';
import {
  type CameraFeed,
  FEED_HEADER,
  type RedactorHeartbeat,
} from '@amaan/contracts/redaction/redactor-messages';
import { LiveMessage } from '@amaan/contracts/worker-messages';
import type { Fragment } from '@amaan/vision/stream/fragment';
import { FragmentedMp4 } from '@amaan/vision/stream/fragmented-mp4';
import { WebSocket } from 'ws';

/** Watches a masked live view as the server does, and keeps what it is shown. */
export class MaskedViewer implements AsyncDisposable {
  readonly messages: LiveMessage[] = [];
  readonly fragments: Fragment[] = [];
  /** Everything since the last start: a file that can be decoded. */
  bytes: Buffer[] = [];
  readonly socket: WebSocket;
  readonly closed: Promise<{ readonly code: number; readonly reason: string }>;
  #reader = this.#newReader();

  constructor({ url, token }: RedactorHeartbeat, cameraId: Identifier, feed: CameraFeed) {
    this.socket = new WebSocket(`${url.replace('http', 'ws')}/cameras/${cameraId}/live`, {
      headers: { authorization: `Bearer ${token}`, [FEED_HEADER]: encodedFeed(feed) },
    });
    this.closed = once(this.socket, 'close').then(([code, reason]) => ({ code, reason: String(reason) }));
    this.socket.on('error', () => {});
    this.socket.on('message', (data: Buffer, isBinary) => {
      if (isBinary) {
        this.bytes.push(data);
        this.#reader.write(data);
        return;
      }
      const message = LiveMessage.parse(JSON.parse(data.toString()));
      this.messages.push(message);
      if (message.type !== 'start') return;
      this.bytes = [];
      this.#reader = this.#newReader();
    });
  }

  /** Stream seconds up to which it was shown something, or null. */
  get reaches(): number | null {
    const last = this.fragments.at(-1);
    return last ? last.startSeconds + last.durationSeconds : null;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.socket.terminate();
    await this.closed;
  }

  #newReader(): FragmentedMp4 {
    return new FragmentedMp4({ onInit: () => {}, onFragment: (fragment) => this.fragments.push(fragment) });
  }
}

export function encodedFeed(feed: CameraFeed): string {
  return Buffer.from(JSON.stringify(feed)).toString('base64url');
}
