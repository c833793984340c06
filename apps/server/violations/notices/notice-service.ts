import { buffer } from 'node:stream/consumers';
import type { Identifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import type { PayingWays } from '@amaan/contracts/violations/payment';
import type { CaseEvidenceKey } from '@amaan/contracts/violations/violation-case';
import type { ObjectStore } from '@amaan/store/object-store';
import type { Database } from '@amaan/store/open-database';
import { getChallanNotice, insertChallanNotice } from '@amaan/store/violations/challan-notices';
import { getChallan, type StoredChallan } from '@amaan/store/violations/challans';
import {
  getViolationCase,
  listDecisions,
  type StoredDecision,
  type StoredViolationCase,
} from '@amaan/store/violations/violation-cases';
import { coversSite, type Principal } from '../../access/decide.ts';
import { HttpError, NotFoundError } from '../../http/http-errors.ts';
import { changeInLedger } from '../../ledger/change-in-ledger.ts';
import { ledgerEntry } from '../../ledger/ledger-entry.ts';
import type { PdfThread } from '../../pdf/pdf-thread.ts';
import type { ShownCaseEvidence } from '../review/case-evidence.ts';
import { NOTICE_DRAWING } from './notice-drawing.ts';
import type { NoticeConfirmation, NoticeFacts, NoticePicture } from './notice-facts.ts';

export interface NoticeServiceOptions {
  readonly db: Database;
  readonly objects: Pick<ObjectStore, 'put' | 'get'>;
  readonly pdf: Pick<PdfThread, 'draw'>;
  /** Pictures as citizens see them. */
  readonly evidence: {
    open(of: StoredViolationCase, key: CaseEvidenceKey): Promise<ShownCaseEvidence>;
  };
  readonly paying: (challan: StoredChallan) => Promise<PayingWays | null>;
  /** Origin that citizens see, for example `https://amaan.example.pk`. */
  readonly portalOrigin: string;
  readonly now: () => number;
}

/** A notice as it is sent. */
export interface Notice {
  readonly number: string;
  readonly pdf: Uint8Array;
}

/**
 * Notices of challans. Each is drawn when somebody first asks for it, kept, and never drawn again: what was sent stays what it
 * was, and the ledger has its digest. What happens later is told in the portal.
 */
export class NoticeService {
  readonly #options: NoticeServiceOptions;
  /** Those that are being drawn: who asks meanwhile waits for the same. */
  readonly #drawing = new Map<Identifier, Promise<Uint8Array>>();

  constructor(options: NoticeServiceOptions) {
    this.#options = options;
  }

  /** @throws NotFoundError `CHALLAN_NOT_FOUND`, also when it is of a site that is not theirs; else as `of` */
  async forOfficer(id: Identifier, by: Principal): Promise<Notice> {
    const challan = await getChallan(this.#options.db, id);
    if (challan === null || !coversSite(by.sites, challan.siteId)) throw new NotFoundError('challan');
    return this.#of(challan);
  }

  /**
   * For whoever has shown that they know number and plate.
   * @throws NotFoundError `CHALLAN_NOT_FOUND`; HttpError 409 `NOTICE_NOT_POSSIBLE`, and as `MaskedVersions.of` while its
   *   picture is being masked
   */
  async forCitizen(id: Identifier): Promise<Notice> {
    const challan = await getChallan(this.#options.db, id);
    if (challan === null) throw new NotFoundError('challan');
    return this.#of(challan);
  }

  async #of(challan: StoredChallan): Promise<Notice> {
    const { id, number } = challan;
    const known = await getChallanNotice(this.#options.db, id);
    if (known !== null) return { number, pdf: await this.#options.objects.get(known.digest) };
    const drawing = this.#drawing.get(id) ?? this.#draw(challan).finally(() => this.#drawing.delete(id));
    this.#drawing.set(id, drawing);
    return { number, pdf: await drawing };
  }

  async #draw(challan: StoredChallan): Promise<Uint8Array> {
    const { db, objects, pdf: thread, now } = this.#options;
    const { id } = challan;
    const pdf = await thread.draw(NOTICE_DRAWING, await this.#factsOf(challan));
    const digest = await objects.put(pdf);
    await changeInLedger(db, async (tx) => {
      const isNew = await insertChallanNotice(tx, id, { digest, bytes: pdf.length, at: instantOf(now()) });
      const entry = ledgerEntry({
        ...{ kind: 'notice.made', at: now(), actor: 'system:server', subject: `challan:${id}` },
        data: { digest, bytes: pdf.length },
      });
      return { result: undefined, entries: isNew ? [entry] : [] };
    });
    // Another server may have been faster: everybody gets the one that was kept.
    const kept = await getChallanNotice(db, id);
    return kept === null || kept.digest === digest ? pdf : objects.get(kept.digest);
  }

  async #factsOf(challan: StoredChallan): Promise<NoticeFacts> {
    const { db, paying, portalOrigin } = this.#options;
    const ofCase = await getViolationCase(db, challan.caseId);
    if (ofCase?.matter == null) throw new NotFoundError('challan');
    const { name } = await db.selectFrom('deployment').select('name').executeTakeFirstOrThrow();
    const url = new URL('/challan', portalOrigin);
    const at = challan.occurredAt;
    return {
      organisation: name,
      challan,
      violation: ofCase.matter.observation.violation,
      confirmed: confirmationOf(await listDecisions(db, challan.caseId), challan),
      // What stands behind the mark # stays in the browser, so the number reaches no log.
      portal: { shown: `${url.host}${url.pathname}`, url: `${url.href}#${challan.number}` },
      paying: await paying(challan),
      pictures: {
        context: { ...(await this.#picture(ofCase, 'entry')), at },
        plate: { ...(await this.#picture(ofCase, 'plate')), at },
      },
    };
  }

  async #picture(of: StoredViolationCase, key: 'entry' | 'plate'): Promise<Pick<NoticePicture, 'bytes'>> {
    const { mediaType, content } = await this.#options.evidence.open(of, key);
    if (mediaType !== 'image/jpeg' && mediaType !== 'image/png') {
      content.destroy();
      throw new HttpError(
        409,
        'NOTICE_NOT_POSSIBLE',
        `A picture of this challan is ${mediaType}, and cannot be printed.`,
      );
    }
    return { bytes: await buffer(content) };
  }
}

/** By which role it was confirmed last, and whether two people who knew nothing of each other's answer said the same. */
function confirmationOf(
  decisions: readonly StoredDecision[],
  { issuedAt }: StoredChallan,
): NoticeConfirmation {
  const confirmed = decisions.filter(({ decision }) => decision === 'confirm');
  const last = confirmed.at(-1);
  return {
    role: last?.step === 'hold' ? 'supervisor' : 'traffic-reviewer',
    at: last?.at ?? issuedAt,
    secondLook:
      confirmed.some(({ step }) => step === 'review') && confirmed.some(({ step }) => step === 'second-look'),
  };
}
