import type { IncomingMessage, ServerResponse } from 'node:http';
import type { LiveFeed } from '@amaan/analytics/live/live-feed';
import { LoopbackEndpoint } from '@amaan/analytics/live/loopback-endpoint';
import { showFeed } from '@amaan/analytics/live/show-feed';
import { Identifier } from '@amaan/contracts/identifier';
import type { Logger } from 'pino';

interface Target {
  readonly what: 'live' | 'picture';
  readonly feed: LiveFeed;
}

/**
 * Where the control plane fetches live views.
 * @param feedOf the feed of a camera that this worker runs, or null.
 */
export function listenForViewers(
  feedOf: (cameraId: Identifier) => LiveFeed | null,
  logger: Logger,
): Promise<LoopbackEndpoint> {
  const targetOf = ({ url }: IncomingMessage): Target | null => {
    const [, cameraId, what] = /^\/cameras\/([^/]+)\/(live|picture)$/.exec(url ?? '') ?? [];
    const parsed = Identifier.safeParse(cameraId);
    const feed = parsed.success ? feedOf(parsed.data) : null;
    return feed && (what === 'live' || what === 'picture') ? { what, feed } : null;
  };
  return LoopbackEndpoint.listen(
    {
      answer: async (request, response) => givePicture(targetOf(request), response),
      viewer: (request) => {
        const target = targetOf(request);
        return target?.what === 'live' ? (socket) => showFeed(target.feed, socket) : null;
      },
    },
    logger,
  );
}

async function givePicture(target: Target | null, response: ServerResponse): Promise<void> {
  const picture = target?.what === 'picture' ? await target.feed.picture() : null;
  if (!picture) {
    response.writeHead(404).end();
    return;
  }
  response.writeHead(200, { 'content-type': 'image/jpeg', 'content-length': picture.byteLength });
  response.end(picture);
}
