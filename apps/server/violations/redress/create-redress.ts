import type { Database } from '@amaan/store/open-database';
import type { Logger } from 'pino';
import type { ContestUploads } from '../../citizen/uploads/contest-uploads.ts';
import type { ChallanService } from '../issue/challan-service.ts';
import { ContestDecisions } from './contest-decisions.ts';
import { ContestQueue } from './contest-queue.ts';
import { ContestUpkeep } from './contest-upkeep.ts';

export interface RedressOptions {
  readonly db: Database;
  readonly challans: Pick<ChallanService, 'changeIn'>;
  readonly uploads: ContestUploads;
  /** Called after contests changed, with their challans. */
  readonly onChanged: () => void;
  readonly now: () => number;
  readonly logger: Logger;
}

/** What officers do with contests, and what happens to them by itself. */
export interface Redress extends AsyncDisposable {
  readonly queue: ContestQueue;
  readonly decisions: ContestDecisions;
  readonly upkeep: ContestUpkeep;
  start(): void;
}

export function createRedress(options: RedressOptions): Redress {
  const upkeep = new ContestUpkeep(options);
  return {
    queue: new ContestQueue(options),
    decisions: new ContestDecisions(options),
    upkeep,
    start: () => upkeep.start(),
    [Symbol.asyncDispose]: () => upkeep[Symbol.asyncDispose](),
  };
}
