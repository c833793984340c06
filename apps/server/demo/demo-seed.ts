import type { Database } from '@amaan/store/open-database';
import type { RunningServices } from '../create-services.ts';

export interface DemoContext {
  readonly db: Database;
  readonly services: RunningServices;
  /** Unix time in milliseconds. */
  readonly now: () => number;
}

/** Seeds one area through the same services that people use; it does nothing where its things exist. */
export type DemoSeed = (context: DemoContext) => Promise<void>;
