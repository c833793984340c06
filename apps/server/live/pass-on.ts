import type { WebSocket } from 'ws';

/**
 * What a viewer may be behind. Fragments cannot be left out without breaking the picture, so a viewer that
 * cannot keep up is disconnected and starts again at the newest key frame.
 */
const LARGEST_BACKLOG_BYTES = 4 * 1024 * 1024;

/** How a socket is closed. */
export interface Closing {
  readonly code: number;
  readonly reason: string;
}

export interface PassingOn {
  /** For an end without a code that a viewer may be told. */
  readonly broken: Closing;
  /** Where the source could not be reached. */
  readonly unreachable: Closing;
}

/** Passes a live view on, byte for byte, until either side ends it. */
export function passOn(source: WebSocket, viewer: WebSocket, { broken, unreachable }: PassingOn): void {
  source.on('message', (data, isBinary) => {
    if (viewer.bufferedAmount > LARGEST_BACKLOG_BYTES) {
      // A closing handshake would wait behind the backlog that is the problem.
      viewer.terminate();
      return;
    }
    viewer.send(data, { binary: isBinary });
  });
  source.on('close', (code, reason) => {
    if (code === 1000 || code >= 3000) viewer.close(code, reason.toString());
    else viewer.close(broken.code, reason.toString() || broken.reason);
  });
  source.on('error', () => viewer.close(unreachable.code, unreachable.reason));
  viewer.on('close', () => source.terminate());
  viewer.on('error', () => viewer.terminate());
}
