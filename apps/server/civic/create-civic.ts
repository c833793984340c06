import type { LiveUpdate } from '@amaan/contracts/live-update';
import type { ObjectStore } from '@amaan/store/object-store';
import type { Database } from '@amaan/store/open-database';
import type { Logger } from 'pino';
import type { PdfThread } from '../pdf/pdf-thread.ts';
import type { Redaction } from '../redaction/create-redaction.ts';
import type { Masking } from '../redaction/masking.ts';
import { RepeatedJob } from '../repeated-job.ts';
import { CivicFigureService } from './civic-figure-service.ts';
import { CivicPictureRetention } from './civic-picture-retention.ts';
import { CivicPictures } from './civic-pictures.ts';
import { CivicSettingsService } from './civic-settings-service.ts';
import { CivicSuggestions } from './civic-suggestions.ts';
import { CivicTicketService } from './civic-ticket-service.ts';
import { TicketSheets } from './sheet/ticket-sheets.ts';

export interface CivicOptions {
  readonly db: Database;
  readonly objects: ObjectStore;
  readonly masking: Pick<Masking, 'picture' | 'mask'>;
  readonly redaction: Pick<Redaction, 'versions'>;
  /** Days for which pictures are kept after their ticket ended. */
  readonly pictureDays: number;
  readonly pdf: Pick<PdfThread, 'draw'>;
  readonly publish: (update: LiveUpdate) => void;
  readonly now: () => number;
  readonly logger: Logger;
}

/** What is wrong with places, and who mends it until when. */
export interface Civic extends AsyncDisposable {
  readonly tickets: CivicTicketService;
  readonly pictures: CivicPictures;
  readonly sheets: TicketSheets;
  readonly settings: CivicSettingsService;
  readonly figures: CivicFigureService;
  /** Runs by itself after `start`; one run at a time. */
  readonly suggestions: RepeatedJob;
  readonly retention: CivicPictureRetention;
  start(): void;
}

const SUGGEST_EVERY_MS = 10_000;
const HOUR_MS = 60 * 60_000;

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
  const retention = new CivicPictureRetention({ ...options, onChanged });
  const stack = new AsyncDisposableStack();
  const jobs = [
    suggestions,
    new RepeatedJob({
      work: async () => {
        await retention.run();
      },
      everyMs: HOUR_MS,
      failure: 'old pictures of tickets were not deleted; tried again in an hour',
      logger: options.logger,
    }),
  ];
  for (const job of jobs) stack.use(job);
  return {
    tickets: new CivicTicketService({ ...options, onChanged }),
    pictures,
    sheets: new TicketSheets(options),
    settings: new CivicSettingsService(options),
    figures: new CivicFigureService(options),
    ...{ suggestions, retention },
    start() {
      for (const job of jobs) job.start();
    },
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  };
}
