import type { LiveUpdate } from '@amaan/contracts/live-update';
import type { ObjectStore } from '@amaan/store/object-store';
import type { Database } from '@amaan/store/open-database';
import type { Logger } from 'pino';
import type { Redaction } from '../redaction/create-redaction.ts';
import type { Masking } from '../redaction/masking.ts';
import { RepeatedJob } from '../repeated-job.ts';
import { CivicFigureService } from './civic-figure-service.ts';
import { CivicPictures } from './civic-pictures.ts';
import { CivicSettingsService } from './civic-settings-service.ts';
import { CivicSuggestions } from './civic-suggestions.ts';
import { CivicTicketService } from './civic-ticket-service.ts';

export interface CivicOptions {
  readonly db: Database;
  readonly objects: ObjectStore;
  readonly masking: Pick<Masking, 'picture' | 'mask'>;
  readonly redaction: Pick<Redaction, 'versions'>;
  readonly publish: (update: LiveUpdate) => void;
  readonly now: () => number;
  readonly logger: Logger;
}

/** What is wrong with places, and who mends it until when. */
export interface Civic extends AsyncDisposable {
  readonly tickets: CivicTicketService;
  readonly pictures: CivicPictures;
  readonly settings: CivicSettingsService;
  readonly figures: CivicFigureService;
  /** Runs by itself after `start`; one run at a time. */
  readonly suggestions: RepeatedJob;
  start(): void;
}

const SUGGEST_EVERY_MS = 10_000;

export function createCivic(options: CivicOptions): Civic {
  const onChanged = () => options.publish({ type: 'civic-tickets-changed' });
  const pictures = new CivicPictures({ ...options, onChanged });
  const maker = new CivicSuggestions({ ...options, pictures, onChanged });
  const suggestions = new RepeatedJob({
    work: () => maker.run(),
    everyMs: SUGGEST_EVERY_MS,
    failure: 'rules could not suggest tickets; tried again in some seconds',
    logger: options.logger,
  });
  return {
    tickets: new CivicTicketService({ ...options, onChanged }),
    pictures,
    settings: new CivicSettingsService(options),
    figures: new CivicFigureService(options),
    suggestions,
    start: () => suggestions.start(),
    [Symbol.asyncDispose]: () => suggestions[Symbol.asyncDispose](),
  };
}
