import type { CivicFigures, CivicFiguresQuery } from '@amaan/contracts/civic/civic-settings';
import { civicFigures } from '@amaan/governance-monitoring/civic/civic-figures';
import { listCivicTurns } from '@amaan/store/civic/civic-outcomes';
import type { Database } from '@amaan/store/open-database';
import type { Principal } from '../access/decide.ts';

/** How departments kept their deadlines. */
export class CivicFigureService {
  readonly #options: { readonly db: Database; readonly now: () => number };

  constructor(options: { readonly db: Database; readonly now: () => number }) {
    this.#options = options;
  }

  async read({ siteId, ...query }: CivicFiguresQuery, by: Principal): Promise<CivicFigures> {
    const { db, now } = this.#options;
    const turns = await listCivicTurns(db, {
      ...query,
      sites: by.sites,
      ...(siteId !== undefined && { siteId }),
    });
    return civicFigures(
      turns.map(({ sentAt, dueAt, doneAt, ...turn }) => ({
        ...turn,
        sentAt: Date.parse(sentAt),
        dueAt: Date.parse(dueAt),
        doneAt: doneAt === null ? null : Date.parse(doneAt),
      })),
      now(),
    );
  }
}
