import type { Readable } from 'node:stream';
import type { LocalText } from '@amaan/contracts/ai-system';
import type { Identifier } from '@amaan/contracts/identifier';
import { OWING_STATES } from '@amaan/contracts/violations/challan';
import type { CitizenChallan } from '@amaan/contracts/violations/citizen';
import type { CitizenContest } from '@amaan/contracts/violations/contest';
import type { PayingWays } from '@amaan/contracts/violations/payment';
import type { CaseEvidence, CaseEvidenceKey } from '@amaan/contracts/violations/violation-case';
import { listContestFiles, type StoredContestFile } from '@amaan/store/contests/contest-files';
import { contestOfChallan, type StoredContest } from '@amaan/store/contests/contests';
import type { Database } from '@amaan/store/open-database';
import { getChallan, listChallanEvents, type StoredChallan } from '@amaan/store/violations/challans';
import {
  type CaseMatter,
  getViolationCase,
  type StoredViolationCase,
} from '@amaan/store/violations/violation-cases';
import { NotFoundError } from '../http/http-errors.ts';
import { mayContest } from './may-contest.ts';
import { fileView } from './uploads/contest-uploads.ts';

export interface CitizenViewOptions {
  readonly db: Database;
  /** Pictures, plate and clip of a case: the same as for the reviewer. */
  readonly evidence: {
    list(of: StoredViolationCase): Promise<CaseEvidence[]>;
    open(of: StoredViolationCase, key: CaseEvidenceKey): Promise<ShownEvidence>;
  };
  /** How a challan is paid; null: not now, or nowhere. */
  readonly paying: (challan: StoredChallan) => Promise<PayingWays | null>;
  /** Why a challan was taken back with many others; null: it was not. */
  readonly takenBack: (challan: StoredChallan) => Promise<LocalText | null>;
  readonly now: () => number;
}

/** A picture or clip as it is sent. */
export interface ShownEvidence {
  readonly mediaType: string;
  readonly bytes: number;
  readonly content: Readable;
}

/** Puts together what a citizen sees of a challan: all that the reviewer saw, and no officer's name or note. */
export class CitizenView {
  readonly #options: CitizenViewOptions;

  constructor(options: CitizenViewOptions) {
    this.#options = options;
  }

  /** @throws NotFoundError `CHALLAN_NOT_FOUND` */
  async get(id: Identifier): Promise<CitizenChallan> {
    return this.of(await this.#require(id));
  }

  /** @throws HttpError 404 `EVIDENCE_ITEM_NOT_FOUND`, and as `MaskedVersions.of` while it is being masked */
  async evidence(id: Identifier, key: CaseEvidenceKey): Promise<ShownEvidence> {
    const challan = await this.#require(id);
    return this.#options.evidence.open(await this.#caseOf(challan), key);
  }

  async of(challan: StoredChallan): Promise<CitizenChallan> {
    const { db, evidence, paying, takenBack, now } = this.#options;
    const ofCase = await this.#caseOf(challan);
    const { number, province, plate, kind, state, occurredAt, issuedAt, law, amount, currency } = challan;
    const { cancelCause, contestBy, simulated, cameraName: place } = challan;
    const contest = await contestOfChallan(db, challan.id);
    const events = await listChallanEvents(db, challan.id);
    return {
      ...{ number, province, plate, kind, state, occurredAt, issuedAt, law, amount, currency },
      ...{ cancelCause, contestBy, simulated, place },
      found: ofCase.matter.observation.violation,
      payBy: OWING_STATES.includes(state) ? challan.payBy : null,
      paying: await paying(challan),
      takenBack: await takenBack(challan),
      evidence: (await evidence.list(ofCase)).map(({ key, mediaType, capturedAt, view }) => ({
        ...{ key, mediaType, capturedAt, view },
      })),
      permitId: ofCase.permitId,
      history: events.map(({ at, event, to, cause }) => ({ at, event, to, cause })),
      contest: contest === null ? null : contestView(contest, await listContestFiles(db, [contest.id])),
      mayContest: mayContest(challan, now()),
    };
  }

  async #require(id: Identifier): Promise<StoredChallan> {
    const challan = await getChallan(this.#options.db, id);
    if (challan === null) throw new NotFoundError('challan');
    return challan;
  }

  /** The case behind a challan; its evidence is there as long as the challan is. */
  async #caseOf({ caseId }: StoredChallan): Promise<StoredViolationCase & { readonly matter: CaseMatter }> {
    const found = await getViolationCase(this.#options.db, caseId);
    if (found === null || found.matter === null) throw new NotFoundError('challan');
    return { ...found, matter: found.matter };
  }
}

/** A contest without who decided it. */
function contestView(contest: StoredContest, files: readonly StoredContestFile[]): CitizenContest {
  const { state, reasons, text, openedAt, decideBy, endedAt, decision } = contest;
  const isDecided = (state === 'upheld' || state === 'accepted') && decision !== null && endedAt !== null;
  return {
    ...{ state, reasons, text, openedAt, decideBy, endedAt },
    files: files.map(fileView),
    decision: isDecided ? { outcome: state, explanation: decision.explanation, at: endedAt } : null,
  };
}
