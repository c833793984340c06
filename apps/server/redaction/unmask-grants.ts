import type { Identifier } from '@amaan/contracts/identifier';
import type { Principal } from '../access/decide.ts';

/** Who may see a camera's open view now, and is told by nothing else. */
export interface UnmaskGrants {
  /** @param now Unix time in milliseconds */
  covers(principal: Principal, cameraId: Identifier, now: number): boolean | Promise<boolean>;
  /**
   * Calls the listener when a grant was given or has ended.
   * @returns how to stop listening
   */
  onChange(listener: () => void): () => void;
}

/** Nobody sees anything open. */
export const NO_UNMASK_GRANTS: UnmaskGrants = { covers: () => false, onChange: () => () => undefined };
