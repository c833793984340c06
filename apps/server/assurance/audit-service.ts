import {
  Audit,
  type AuditDrawInput,
  type AuditProgramme,
  type AuditSample,
} from '@amaan/contracts/governance/audit';
import type { GovernanceRecord, RecordAuthor } from '@amaan/contracts/governance/record';
import type { Identifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import { auditProgramme } from '@amaan/governance/assurance/audit-programme';
import { drawSample } from '@amaan/governance/assurance/draw-sample';
import { streamAlertIds } from '@amaan/store/alert-ids';
import { readLedgerHead } from '@amaan/store/ledger-store';
import type { Database } from '@amaan/store/open-database';
import { getRecord, listRecords } from '@amaan/store/records';
import { listSystems } from '@amaan/store/systems';
import { asHttpError, HttpError, NotFoundError } from '../http/http-errors.ts';
import { changeInLedger } from '../ledger/change-in-ledger.ts';
import { ledgerEntry } from '../ledger/ledger-entry.ts';
import type { RecordService } from '../records/record-service.ts';

export interface AuditServiceOptions {
  readonly db: Database;
  readonly records: RecordService;
  readonly now: () => number;
}

/** The sampling of internal audits: which alerts an auditor looks at is not the auditor's choice. */
export class AuditService {
  readonly #options: AuditServiceOptions;

  constructor(options: AuditServiceOptions) {
    this.#options = options;
  }

  /**
   * Draws the alerts of an audit, once: the seed is the root of the ledger at this moment.
   * @throws HttpError 409 `AUDIT_NOT_RUNNING`, `SAMPLE_DRAWN`; 422 `NO_ALERTS`; 404 `RECORD_NOT_FOUND`
   */
  async draw(
    id: Identifier,
    { from, to, size }: AuditDrawInput,
    by: RecordAuthor,
  ): Promise<GovernanceRecord> {
    const { now } = this.#options;
    return this.#revise(id, by, 'Drew the sample.', async (tx, audit) => {
      if (audit.draw !== null) {
        throw new HttpError(409, 'SAMPLE_DRAWN', 'The sample of this audit was drawn and stays as it is.');
      }
      const { size: ledgerSize, root: seed } = await readLedgerHead(tx);
      const { drawn, population } = await drawSample(seed, streamAlertIds(tx, { from, to }), size);
      if (population === 0) {
        throw new HttpError(422, 'NO_ALERTS', 'There was no alert in this period; choose another one.');
      }
      const drawnAt = instantOf(now());
      const draw = { from, to, size, seed, ledgerSize, population, drawnAt };
      const samples = drawn.map((alertId) => ({ alertId, finding: 'not-looked-at' as const, note: '' }));
      const entry = ledgerEntry({
        kind: 'audit.sample-drawn',
        at: now(),
        actor: by.actor,
        subject: `record:${id}`,
        data: { ...draw, alertIds: drawn },
      });
      return { body: { ...audit, draw, samples }, entries: [entry] };
    });
  }

  /**
   * Keeps what the auditor found in the chain of one alert of the sample.
   * @throws HttpError 404 `SAMPLE_NOT_FOUND`, `RECORD_NOT_FOUND`; 409 `AUDIT_NOT_RUNNING`; 422 `FINDING_NEEDS_NOTE`
   */
  async find(id: Identifier, sample: AuditSample, by: RecordAuthor): Promise<GovernanceRecord> {
    return this.#revise(id, by, `Looked at the alert ${sample.alertId}.`, async (_tx, audit) => {
      if (!audit.samples.some(({ alertId }) => alertId === sample.alertId)) {
        throw new HttpError(404, 'SAMPLE_NOT_FOUND', 'This alert is not in the sample; nothing was saved.');
      }
      if (sample.finding === 'does-not-conform' && sample.note === '') {
        throw new HttpError(
          422,
          'FINDING_NEEDS_NOTE',
          'Say in the note what does not conform; nothing was saved.',
        );
      }
      const samples = audit.samples.map((other) => (other.alertId === sample.alertId ? sample : other));
      return { body: { ...audit, samples }, entries: [] };
    });
  }

  /** The audits of a year, and which systems and controls they leave out. */
  async programme(year: number): Promise<AuditProgramme> {
    const { db, now } = this.#options;
    const audits = await listRecords(db, { kinds: ['audit'] });
    const systems = (await listSystems(db)).map(({ definition }) => definition.id);
    return auditProgramme({ year, audits, systems, now: now() });
  }

  #revise(
    id: Identifier,
    by: RecordAuthor,
    note: string,
    change: (
      tx: Database,
      audit: Audit,
    ) => Promise<{ body: Audit; entries: ReturnType<typeof ledgerEntry>[] }>,
  ): Promise<GovernanceRecord> {
    const { db, records } = this.#options;
    return changeInLedger(db, async (tx) => {
      const record = await getRecord(tx, id);
      if (record === null) throw new NotFoundError('record');
      if (record.kind !== 'audit' || record.status !== 'running') {
        throw new HttpError(
          409,
          'AUDIT_NOT_RUNNING',
          'Samples are drawn and judged while an audit is running; nothing was saved.',
        );
      }
      const { body, entries } = await change(tx, Audit.parse(record.body));
      const revised = await records.reviseIn(tx, { id, seen: record.version, body, by, note });
      return { result: revised.result, entries: [...revised.entries, ...entries] };
    }).catch((error: unknown) => {
      throw asHttpError(error, { RECORD_NOT_FOUND: 404, RECORD_CHANGED: 409 });
    });
  }
}
