import { once } from 'node:events';
import type { Identifier } from '@amaan/contracts/identifier';
import { type Heartbeat, LiveMessage } from '@amaan/contracts/worker-messages';
import { WebSocket } from 'ws';

/** Watches a camera as the control plane does, and keeps what it is shown. */
export class TestViewer implements AsyncDisposable {
  readonly messages: LiveMessage[] = [];
  fragments = 0;
  readonly #socket: WebSocket;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.on('message', (data: Buffer, isBinary) => {
      if (isBinary) this.fragments += 1;
      else this.messages.push(LiveMessage.parse(JSON.parse(data.toString())));
    });
  }

  static async open({ liveUrl, liveToken }: Heartbeat, cameraId: Identifier): Promise<TestViewer> {
    const socket = new WebSocket(`${liveUrl.replace('http', 'ws')}/cameras/${cameraId}/live`, {
      headers: { authorization: `Bearer ${liveToken}` },
    });
    const viewer = new TestViewer(socket);
    await once(socket, 'open');
    return viewer;
  }

  /** Stream seconds of the frames that it was told of. */
  get frameTimes(): number[] {
    return this.messages.flatMap((message) => (message.type === 'objects' ? [message.streamSeconds] : []));
  }

  get objectsSeen(): number {
    return this.messages.reduce(
      (sum, message) => sum + (message.type === 'objects' ? message.objects.length : 0),
      0,
    );
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#socket.readyState === WebSocket.CLOSED) return;
    const closed = once(this.#socket, 'close');
    this.#socket.terminate();
    await closed;
  }
}
