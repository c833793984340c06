import type { ClipRing } from '@amaan/vision/stream/clip-ring';
import type { LiveViewer } from './live-feed.ts';

/** Shows a viewer what a ring keeps since its last key frame, and then whatever comes. */
export function watchRing(ring: Pick<ClipRing, 'subscribe'>, viewer: LiveViewer): Disposable {
  return ring.subscribe({
    onInit: ({ mimeType, bytes }) => {
      viewer.tell({ type: 'start', mimeType });
      viewer.show(bytes);
    },
    onFragment: ({ bytes }) => viewer.show(bytes),
  });
}
