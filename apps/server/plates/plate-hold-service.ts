import type { CaseFile } from '@amaan/contracts/case-file';
import { digestOfJson } from '@amaan/contracts/digest-of';
import type { Identifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import type { PlateHold, PlateHoldInput } from '@amaan/contracts/plates/plate-hold';
import { getCaseFile } from '@amaan/store/case-files';
import type { Database } from '@amaan/store/open-database';
import { insertPlateHold, listPlateHolds, releasePlateHold } from '@amaan/store/plates/plate-holds';
import type { Principal } from '../access/decide.ts';
import { mayWorkOn } from '../cases/may-work-on.ts';
import { ConflictError, NotFoundError } from '../http/http-errors.ts';
import { changeInLedger } from '../ledger/change-in-ledger.ts';
import { ledgerEntry } from '../ledger/ledger-entry.ts';

/** Holds of cases: sightings that stay though their time is over. Only the members of a case see and change them. */
export class PlateHoldService {
  readonly #db: Database;
  readonly #now: () => number;

  constructor({ db, now }: { readonly db: Database; readonly now: () => number }) {
    this.#db = db;
    this.#now = now;
  }

  /** @throws NotFoundError `CASE_NOT_FOUND` */
  async list(caseId: Identifier, by: Principal): Promise<PlateHold[]> {
    await this.#require(this.#db, caseId, 'case.read', by);
    return listPlateHolds(this.#db, caseId);
  }

  /** @throws NotFoundError `CASE_NOT_FOUND`; ConflictError `CASE_CLOSED` */
  async add(caseId: Identifier, input: PlateHoldInput, by: Principal): Promise<PlateHold[]> {
    const at = this.#now();
    return changeInLedger(this.#db, async (tx) => {
      const file = await this.#require(tx, caseId, 'case.change', by);
      if (file.closedAt !== null)
        throw new ConflictError('CASE_CLOSED', `${file.number} is closed; nothing was changed.`);
      const id = await insertPlateHold(tx, { ...input, caseId, at: instantOf(at), by: by.name });
      const data = { holdId: id, plateDigest: digestOfJson(input.plate), from: input.from, to: input.to };
      const entry = ledgerEntry({
        kind: 'case.plate-held',
        at,
        actor: `user:${by.id}`,
        subject: `case:${caseId}`,
        data,
      });
      return { result: await listPlateHolds(tx, caseId), entries: [entry] };
    });
  }

  /** @throws NotFoundError `CASE_NOT_FOUND`, `HOLD_NOT_FOUND` */
  async release(caseId: Identifier, id: Identifier, by: Principal): Promise<PlateHold[]> {
    const at = this.#now();
    return changeInLedger(this.#db, async (tx) => {
      await this.#require(tx, caseId, 'case.change', by);
      if (!(await releasePlateHold(tx, { id, caseId, at: instantOf(at), by: by.name })))
        throw new NotFoundError('hold');
      const subject = `case:${caseId}`;
      const entry = ledgerEntry({
        kind: 'case.plate-released',
        at,
        actor: `user:${by.id}`,
        subject,
        data: { holdId: id },
      });
      return { result: await listPlateHolds(tx, caseId), entries: [entry] };
    });
  }

  async #require(
    db: Database,
    id: Identifier,
    action: 'case.read' | 'case.change',
    by: Principal,
  ): Promise<CaseFile> {
    const file = await getCaseFile(db, id);
    if (file === null || !mayWorkOn(by, action, file)) throw new NotFoundError('case');
    return file;
  }
}
