import { digestOfBytes } from '@amaan/contracts/digest-of';
import type { Identifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import { listCivicPictures, listCivicSteps } from '@amaan/store/civic/civic-history';
import { getCivicSettings } from '@amaan/store/civic/civic-settings';
import { getCivicTicket } from '@amaan/store/civic/civic-tickets';
import type { ObjectStore } from '@amaan/store/object-store';
import type { Database } from '@amaan/store/open-database';
import { listSites } from '@amaan/store/sites';
import type { Principal } from '../../access/decide.ts';
import { asHttpError, NotFoundError } from '../../http/http-errors.ts';
import { changeInLedger } from '../../ledger/change-in-ledger.ts';
import type { PdfThread } from '../../pdf/pdf-thread.ts';
import { civicEntry } from '../civic-entry.ts';
import { SHEET_DRAWING } from './sheet-drawing.ts';

export interface TicketSheetsOptions {
  readonly db: Database;
  readonly objects: Pick<ObjectStore, 'get'>;
  readonly pdf: Pick<PdfThread, 'draw'>;
  readonly now: () => number;
}

/** Of one moment: those that came last. */
const MOST_PICTURES = 2;

/** Sheets of tickets for departments, which have no accounts. What is printed leaves the house: the ledger says so. */
export class TicketSheets {
  readonly #options: TicketSheetsOptions;

  constructor(options: TicketSheetsOptions) {
    this.#options = options;
  }

  /** @throws HttpError 404 `TICKET_NOT_FOUND`, `OBJECT_NOT_FOUND` */
  async print(id: Identifier, by: Principal): Promise<{ readonly number: string; readonly pdf: Uint8Array }> {
    const { db, objects, pdf, now } = this.#options;
    const ticket = await getCivicTicket(db, id, by.sites);
    if (ticket === null) throw new NotFoundError('ticket');
    const { number, kind, place, position, openedAt, department, dueAt, simulated } = ticket;
    const site = (await listSites(db)).find((each) => each.id === ticket.siteId);
    const { settings } = await getCivicSettings(db);
    const sent = (await listCivicSteps(db, id)).findLast(({ step }) => step === 'send');
    const stored = await listCivicPictures(db, [id]);
    const shown = (['before', 'after'] as const).flatMap((moment) =>
      stored.filter((picture) => picture.moment === moment).slice(-MOST_PICTURES),
    );
    const pictures = await Promise.all(
      shown.map(async ({ moment, objectDigest }) => ({ moment, bytes: await objects.get(objectDigest) })),
    ).catch((error: unknown) => {
      throw asHttpError(error, { OBJECT_NOT_FOUND: 404 });
    });
    const at = now();
    const bytes = await pdf.draw(SHEET_DRAWING, {
      ...{ number, kind, place, position, openedAt, dueAt, simulated, pictures },
      siteName: site?.name ?? '',
      // One that the settings have no more keeps its short name.
      department:
        department === null
          ? null
          : (settings.departments.find((each) => each.id === department)?.name ?? {
              en: department,
              ur: department,
            }),
      notes: [...new Set([ticket.note, sent?.note ?? ''])].filter((note) => note !== ''),
      ...{ madeAt: instantOf(at), madeBy: by.name },
    });
    const data = { digest: digestOfBytes(bytes), pictures: pictures.length };
    const entry = civicEntry('printed', id, { at, actor: `user:${by.id}`, data });
    await changeInLedger(db, async () => ({ result: undefined, entries: [entry] }));
    return { number, pdf: bytes };
  }
}
