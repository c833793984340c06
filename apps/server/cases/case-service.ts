import type { UserAccount } from '@amaan/contracts/api/user-account';
import type {
  CaseCandidate,
  CaseFile,
  CaseFileChange,
  CaseFileDetail,
  CaseFileInput,
} from '@amaan/contracts/case-file';
import type { Identifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import type { LedgerEntry } from '@amaan/contracts/ledger-entry';
import { getAlert } from '@amaan/store/alerts';
import {
  attachAlert,
  deleteCaseMember,
  getCaseFile,
  insertCaseFile,
  insertCaseMember,
  listAttachedAlerts,
  listCaseFiles,
  updateCaseFile,
} from '@amaan/store/case-files';
import type { Database } from '@amaan/store/open-database';
import { listUserAccounts } from '@amaan/store/user-accounts';
import { citizenDataSites, coversSite, decide, type Principal } from '../access/decide.ts';
import { ConflictError, HttpError, NotFoundError } from '../http/http-errors.ts';
import { changeInLedger } from '../ledger/change-in-ledger.ts';
import { ledgerEntry } from '../ledger/ledger-entry.ts';
import type { UpdateHub } from '../live/update-hub.ts';
import { mayWorkOn } from './may-work-on.ts';

export interface CaseServiceOptions {
  readonly db: Database;
  readonly now: () => number;
  /** Ends what is being read for a case: by one person, or by everybody. */
  readonly updates: Pick<UpdateHub, 'endPurpose'>;
}

const CASE_ROLES = ['investigator', 'supervisor'];

/** Investigations, their members and their alerts. To everybody else a case does not exist. */
export class CaseService {
  readonly #options: CaseServiceOptions;

  constructor(options: CaseServiceOptions) {
    this.#options = options;
  }

  /** The cases that somebody is a member of, newest first. */
  list(by: Principal): Promise<CaseFile[]> {
    return listCaseFiles(this.#options.db, by.id, by.sites);
  }

  /** People who may be made members of a case of a site. */
  async candidates(siteId: Identifier, by: Principal): Promise<CaseCandidate[]> {
    if (!coversSite(by.sites, siteId)) throw new NotFoundError('site');
    return candidatesOf(this.#options.db, siteId);
  }

  /**
   * A case with its alerts, as far as the person may read alerts now.
   * @throws NotFoundError `CASE_NOT_FOUND`
   */
  async get(id: Identifier, by: Principal): Promise<CaseFileDetail> {
    const { db } = this.#options;
    const file = await this.#require(db, id, 'case.read', by);
    const attached = await listAttachedAlerts(db, id);
    const visible = decide(by, 'alert.read').allowed && coversSite(citizenDataSites(by), file.siteId);
    const withAlerts = attached.map(async (item) => ({
      ...item,
      alert: visible ? await getAlert(db, item.alertId) : null,
    }));
    return { ...file, attached: await Promise.all(withAlerts) };
  }

  /** Opens a case, whose first member is who opens it. @throws HttpError 422 `SITE_UNKNOWN` */
  async create(input: CaseFileInput, by: Principal, demo = false): Promise<CaseFile> {
    if (!coversSite(by.sites, input.siteId)) throw new NotFoundError('site');
    return this.#change(by, async (tx) => {
      const site = await tx.selectFrom('site').select('id').where('id', '=', input.siteId).executeTakeFirst();
      if (site === undefined)
        throw new HttpError(422, 'SITE_UNKNOWN', 'There is no such site; nothing was changed.');
      const openedAt = instantOf(this.#options.now());
      const file = { ...input, openedAt, openedBy: by.name, members: [by.id], demo };
      const id = await insertCaseFile(tx, file);
      return { id, kind: 'case.opened', data: { siteId: input.siteId } };
    });
  }

  /** @throws NotFoundError `CASE_NOT_FOUND` */
  async change(id: Identifier, { title, closed }: CaseFileChange, by: Principal): Promise<CaseFile> {
    const changed = await this.#change(by, async (tx) => {
      const before = await this.#require(tx, id, 'case.change', by);
      const closedAt = closed === true ? (before.closedAt ?? instantOf(this.#options.now())) : null;
      await updateCaseFile(tx, id, {
        ...(title !== undefined && { title }),
        ...(closed !== undefined && { closedAt }),
      });
      const kind = closed === undefined ? 'case.changed' : closed ? 'case.closed' : 'case.reopened';
      return { id, kind, data: {} };
    });
    if (changed.closedAt !== null) this.#options.updates.endPurpose(id);
    return changed;
  }

  /** @throws NotFoundError `CASE_NOT_FOUND`; HttpError 422 `MEMBER_UNFIT` */
  async addMember(id: Identifier, userId: string, by: Principal): Promise<CaseFile> {
    return this.#change(by, async (tx) => {
      const file = await this.#requireOpen(tx, id, by);
      const fit = await candidatesOf(tx, file.siteId);
      if (!fit.some((candidate) => candidate.userId === userId))
        throw new HttpError(
          422,
          'MEMBER_UNFIT',
          'Only investigators and supervisors of the case’s site can be its members; nothing was changed.',
        );
      await insertCaseMember(tx, id, userId, instantOf(this.#options.now()));
      return { id, kind: 'case.member-added', data: { user: userId } };
    });
  }

  /** @throws NotFoundError `CASE_NOT_FOUND`; ConflictError `LAST_MEMBER` */
  async removeMember(id: Identifier, userId: string, by: Principal): Promise<CaseFile> {
    const changed = await this.#change(by, async (tx) => {
      const file = await this.#require(tx, id, 'case.change', by);
      if (file.members.length === 1)
        throw new ConflictError('LAST_MEMBER', 'A case has at least one member; nothing was changed.');
      if (!(await deleteCaseMember(tx, id, userId))) throw new NotFoundError('member');
      return { id, kind: 'case.member-removed', data: { user: userId } };
    });
    this.#options.updates.endPurpose(id, userId);
    return changed;
  }

  /** @throws NotFoundError `CASE_NOT_FOUND`, `ALERT_NOT_FOUND`; HttpError 422 `OTHER_SITE` */
  async attach(id: Identifier, alertId: Identifier, by: Principal): Promise<CaseFile> {
    return this.#change(by, async (tx) => {
      const file = await this.#requireOpen(tx, id, by);
      const alert = await getAlert(tx, alertId);
      if (alert === null || !coversSite(citizenDataSites(by), alert.siteId)) throw new NotFoundError('alert');
      if (alert.siteId !== file.siteId)
        throw new HttpError(422, 'OTHER_SITE', 'The alert belongs to another site than the case.');
      await attachAlert(tx, { caseId: id, alertId, at: instantOf(this.#options.now()), by: by.id });
      return { id, kind: 'case.alert-attached', data: { alert: alertId } };
    });
  }

  async #requireOpen(tx: Database, id: Identifier, by: Principal): Promise<CaseFile> {
    const file = await this.#require(tx, id, 'case.change', by);
    if (file.closedAt !== null)
      throw new ConflictError('CASE_CLOSED', `${file.number} is closed; nothing was changed.`);
    return file;
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

  async #change(
    by: Principal,
    change: (tx: Database) => Promise<{ id: Identifier; kind: string; data: LedgerEntry['data'] }>,
  ): Promise<CaseFile> {
    const { db, now } = this.#options;
    return changeInLedger(db, async (tx) => {
      const { id, kind, data } = await change(tx);
      const result = await getCaseFile(tx, id);
      if (result === null) throw new NotFoundError('case');
      const entry = ledgerEntry({ kind, at: now(), actor: `user:${by.id}`, subject: `case:${id}`, data });
      return { result, entries: [entry] };
    });
  }
}

async function candidatesOf(db: Database, siteId: Identifier): Promise<CaseCandidate[]> {
  const fit = ({ role, sites, disabledAt }: UserAccount) =>
    CASE_ROLES.includes(role) && coversSite(sites, siteId) && disabledAt === null;
  const accounts = await listUserAccounts(db);
  return accounts.filter(fit).map(({ id, name, role }) => ({ userId: id, name, role }));
}
