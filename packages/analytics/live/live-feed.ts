import type { LiveMessage } from '@amaan/contracts/worker-messages';

/** Somebody who watches a camera. */
export interface LiveViewer {
  /** A text message of the live view. */
  tell(message: LiveMessage): void;
  /** A part of the fragmented MP4: the initialisation segment first, then fragments. */
  show(bytes: Uint8Array): void;
}

/** What a camera's pipeline offers to those who watch. */
export interface LiveFeed {
  /** The newest picture as JPEG, or null when none has arrived. */
  picture(): Promise<Uint8Array | null>;
  /**
   * Joins a viewer at the last key frame.
   * @returns how to leave.
   */
  watch(viewer: LiveViewer): () => void;
}
