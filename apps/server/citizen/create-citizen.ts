import type { ObjectStore } from '@amaan/store/object-store';
import type { Database } from '@amaan/store/open-database';
import type { SecretBox } from '@amaan/store/secret-box';
import type { ChallanService } from '../violations/issue/challan-service.ts';
import { ChallanTokens } from './challan-tokens.ts';
import { CitizenView, type CitizenViewOptions } from './citizen-view.ts';
import { ContestOpening } from './contest-opening.ts';
import { LookupService } from './lookup-service.ts';
import { ContestUploads } from './uploads/contest-uploads.ts';

export interface CitizenOptions extends CitizenViewOptions {
  readonly db: Database;
  readonly objects: ObjectStore;
  readonly secrets: SecretBox;
  /** Signs tokens and keys digests. */
  readonly secret: string;
  readonly challans: Pick<ChallanService, 'changeIn'>;
  /** Called after a contest was opened. */
  readonly onChanged: () => void;
  readonly now: () => number;
}

/** What citizens do with their challans, without an account. */
export interface Citizen {
  readonly lookup: LookupService;
  readonly tokens: ChallanTokens;
  readonly view: CitizenView;
  readonly uploads: ContestUploads;
  readonly opening: ContestOpening;
}

export function createCitizen(options: CitizenOptions): Citizen {
  return {
    lookup: new LookupService(options),
    tokens: new ChallanTokens(options),
    view: new CitizenView(options),
    uploads: new ContestUploads(options),
    opening: new ContestOpening(options),
  };
}
