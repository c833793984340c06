import type { WebSocket } from 'ws';
import type { LiveFeed } from './live-feed.ts';

/** A viewer that is this far behind is let go; it comes back at the newest key frame. */
const LARGEST_BACKLOG_BYTES = 32 * 1024 * 1024;

/** Shows a feed on a WebSocket until either side ends it. */
export function showFeed(feed: Pick<LiveFeed, 'watch'>, socket: WebSocket): void {
  const send = (data: string | Uint8Array) => {
    // Fragments build on one another, so a late viewer cannot skip some: it has to begin again.
    if (socket.bufferedAmount > LARGEST_BACKLOG_BYTES) socket.terminate();
    else socket.send(data);
  };
  const leave = feed.watch({
    tell: (message) => {
      send(JSON.stringify(message));
      if (message.type === 'end') socket.close(1000);
    },
    show: send,
  });
  socket.on('close', leave);
  socket.on('error', () => socket.terminate());
}
