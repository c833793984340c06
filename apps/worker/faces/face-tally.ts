import type { FacesSearched } from '@amaan/contracts/faces/matches/faces-searched';
import { type Identifier, newIdentifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import type { ReportOutbox } from '../report-outbox.ts';

const HOUR_MS = 60 * 60_000;
/** Counts are reported this often: each report is an entry of the ledger. */
const REPORT_MS = 10 * 60_000;

interface Count extends Pick<FacesSearched, 'permitId' | 'authorisationId' | 'cameraId'> {
  readonly hour: number;
  faces: number;
}

/** Counts the faces of one camera that were searched. It is all that is left of a face that matched nobody. */
export class FaceTally {
  readonly #outbox: Pick<ReportOutbox, 'add'>;
  readonly #now: () => number;
  readonly #counts = new Map<string, Count>();
  #since: number;

  /** @param now the control plane's time, Unix time in milliseconds */
  constructor(outbox: Pick<ReportOutbox, 'add'>, now: () => number) {
    this.#outbox = outbox;
    this.#now = now;
    this.#since = now();
  }

  /** One face was compared with the list of an authorisation. */
  count(permitId: Identifier, authorisationId: Identifier, cameraId: Identifier): void {
    this.reportDue();
    const now = this.#now();
    const hour = now - (now % HOUR_MS);
    if (this.#counts.size === 0) this.#since = now;
    const key = `${permitId}/${authorisationId}`;
    const known = this.#counts.get(key);
    if (known) known.faces += 1;
    else this.#counts.set(key, { permitId, authorisationId, cameraId, hour, faces: 1 });
  }

  /** Reports when it is time, or when the hour is over. */
  reportDue(): void {
    const now = this.#now();
    const hour = now - (now % HOUR_MS);
    const isOver = [...this.#counts.values()].some((count) => count.hour !== hour);
    if (isOver || now - this.#since >= REPORT_MS) this.report();
  }

  /** Reports what was counted since the last report. */
  report(): void {
    for (const { hour, ...count } of this.#counts.values())
      this.#outbox.add({
        type: 'faces-searched',
        searched: { id: newIdentifier(), hour: instantOf(hour), ...count },
      });
    this.#counts.clear();
  }
}
