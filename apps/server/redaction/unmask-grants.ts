import type { Identifier } from '@amaan/contracts/identifier';
import type { Principal } from '../access/decide.ts';

/** An original that somebody may see now. */
export interface OpenedOriginal {
  readonly unmaskingId: Identifier;
  /** Ties what is sent to the un-masking; what it returns unties it. */
  readonly hold: (end: () => void) => () => void;
}

/** Who may see a camera's open view now, and is told by nothing else. */
export interface UnmaskGrants {
  /** @param now Unix time in milliseconds */
  covers(principal: Principal, cameraId: Identifier, now: number): boolean | Promise<boolean>;
  /**
   * Opens a camera's own view to somebody, with its ledger entry, or gives null where nothing allows it.
   * @param begins whether this is an opening of its own; a further picture of one that was recorded is not
   */
  openLive(principal: Principal, cameraId: Identifier, begins: boolean): Promise<OpenedOriginal | null>;
  /**
   * Calls the listener when a grant was given or has ended.
   * @returns how to stop listening
   */
  onChange(listener: () => void): () => void;
}
