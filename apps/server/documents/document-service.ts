import type { Readable } from 'node:stream';
import {
  DOCUMENT_MEDIA_TYPES,
  Document,
  type DocumentFile,
  type DocumentRevision,
  type DocumentState,
  type DocumentView,
  LARGEST_DOCUMENT_BYTES,
  type NewDocument,
} from '@amaan/contracts/governance/document';
import type { GovernanceRecord, RecordAuthor, RecordHistory } from '@amaan/contracts/governance/record';
import type { Identifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import type { ObjectStore } from '@amaan/store/object-store';
import type { Database } from '@amaan/store/open-database';
import { asHttpError, HttpError, NotFoundError } from '../http/http-errors.ts';
import { changeInLedger, type RecordedChange } from '../ledger/change-in-ledger.ts';
import type { ClockGuard } from '../ledger/clock-guard.ts';
import { lockRecord } from '../records/lock-record.ts';
import type { RecordService } from '../records/record-service.ts';
import { requireOtherAuthor } from '../records/require-other-author.ts';
import { requireState, requireVersion } from '../records/require-state.ts';
import { plainFileName } from './plain-file-name.ts';
import { sniffDocument } from './sniff-document.ts';

const KIND = 'document';

export interface DocumentServiceOptions {
  readonly db: Database;
  readonly records: RecordService;
  readonly objects: ObjectStore;
  /** What is decided is dated, so nothing is decided while the clock stands before what was seen. */
  readonly clock: Pick<ClockGuard, 'assertClockForward'>;
  readonly now: () => number;
}

/** Policies, procedures, plans, contracts and other evidence (ISO/IEC 42001, clause 7.5). */
export class DocumentService {
  readonly #options: DocumentServiceOptions;

  constructor(options: DocumentServiceOptions) {
    this.#options = options;
  }

  /** Every document, newest first. */
  async list(): Promise<DocumentView[]> {
    return (await this.#options.records.list({ kinds: [KIND] })).map((record) => this.#view(record));
  }

  /** @throws NotFoundError `RECORD_NOT_FOUND` */
  async get(id: Identifier): Promise<DocumentView> {
    const record = await this.#options.records.get(id);
    if (record.kind !== KIND) throw new NotFoundError('record');
    return this.#view(record);
  }

  /** @throws HttpError 422 `CRITERIA_MISPLACED` */
  async open({ body, ...around }: NewDocument, by: RecordAuthor, demo = false): Promise<DocumentView> {
    const record = await this.#options.records.open({
      kind: KIND,
      system: null,
      ...around,
      status: 'draft',
      expiresAt: null,
      body: checked({ ...body, file: null }),
      by,
      note: '',
      demo,
    });
    return this.#view(record);
  }

  /**
   * Saves a new version with the file as it is; an approved document is a draft again until it is signed.
   * @throws HttpError 404 `RECORD_NOT_FOUND`; 409 `RECORD_CHANGED`, `DOCUMENT_WITHDRAWN`
   */
  revise(id: Identifier, { body, ...revision }: DocumentRevision, by: RecordAuthor): Promise<DocumentView> {
    return this.#change(id, async (tx, { record }) => {
      requireWritable(record);
      const { file } = Document.parse(record.body);
      const next = { id, ...revision, body: checked({ ...body, file }), status: 'draft', by };
      return this.#options.records.reviseIn(tx, next);
    });
  }

  /**
   * Puts a file into a new version of a document.
   * @throws HttpError 409 `RECORD_CHANGED`, `DOCUMENT_WITHDRAWN`; 413 `FILE_TOO_LARGE`;
   *   415 `FILE_TYPE_UNSUPPORTED`; 422 `FILE_EMPTY`
   */
  async upload(
    id: Identifier,
    seen: number,
    name: string,
    bytes: Buffer,
    by: RecordAuthor,
  ): Promise<DocumentView> {
    const file = await this.#keep(name, bytes);
    return this.#change(id, async (tx, { record }) => {
      requireWritable(record);
      const body = { ...Document.parse(record.body), file };
      const note = `File ${file.name}`;
      return this.#options.records.reviseIn(tx, { id, seen, body, status: 'draft', by, note });
    });
  }

  /** The file of a version; left out: of the newest. @throws NotFoundError `RECORD_NOT_FOUND`, `FILE_NOT_FOUND` */
  async file(id: Identifier, version?: number): Promise<{ file: DocumentFile; content: Readable }> {
    const { record, versions } = await this.#options.records.history(id);
    const wanted = versions.find((candidate) => candidate.version === (version ?? record.version));
    if (record.kind !== KIND || wanted === undefined) throw new NotFoundError('record');
    const { file } = Document.parse(wanted.body);
    if (file === null) throw new NotFoundError('file');
    const { content } = await this.#options.objects.openStream(file.sha256);
    return { file, content };
  }

  /** @throws HttpError 403 `FOUR_EYES`; 409 `DOCUMENT_NOT_DRAFT`, `RECORD_CHANGED`, `CLOCK_SET_BACK`; 422 `DOCUMENT_EMPTY` */
  async approve(id: Identifier, seen: number, statement: string, by: RecordAuthor): Promise<DocumentView> {
    await this.#options.clock.assertClockForward();
    return this.#change(id, async (tx, history) => {
      const { record } = history;
      requireState(record, ['draft'], 'DOCUMENT_NOT_DRAFT', 'only a draft can be approved');
      requireVersion(record, seen);
      requireOtherAuthor(history, by);
      const { text, file } = Document.parse(record.body);
      if (text.trim() === '' && file === null)
        throw new HttpError(422, 'DOCUMENT_EMPTY', 'It has neither text nor a file; nothing was signed.');
      const signing = { version: seen, meaning: 'approved', by, statement, demo: record.demo };
      return this.#options.records.signIn(tx, id, signing, { status: 'approved' });
    });
  }

  /** Takes a document out of use. @throws HttpError 409 `DOCUMENT_WITHDRAWN` */
  withdraw(id: Identifier, statement: string, by: RecordAuthor): Promise<DocumentView> {
    return this.#change(id, async (tx, { record }) => {
      requireWritable(record);
      const { version, demo } = record;
      const change = { status: 'withdrawn', closedAt: instantOf(this.#options.now()) };
      return this.#options.records.signIn(
        tx,
        id,
        { version, meaning: 'withdrawn', by, statement, demo },
        change,
      );
    });
  }

  async #keep(name: string, bytes: Buffer): Promise<DocumentFile> {
    if (bytes.length === 0) throw new HttpError(422, 'FILE_EMPTY', `${name} is empty; nothing was stored.`);
    if (bytes.length > LARGEST_DOCUMENT_BYTES)
      throw new HttpError(413, 'FILE_TOO_LARGE', `${name} is larger than 10 MB; nothing was stored.`);
    const mediaType = sniffDocument(bytes, name);
    if (mediaType === null) {
      const kinds = Object.values(DOCUMENT_MEDIA_TYPES).join(', ').toUpperCase();
      throw new HttpError(
        415,
        'FILE_TYPE_UNSUPPORTED',
        `${name} is none of ${kinds} by its content (files with macros are not kept); nothing was stored. Save it as PDF and try again.`,
      );
    }
    const sha256 = await this.#options.objects.put(bytes);
    return { name: plainFileName(name), mediaType, bytes: bytes.length, sha256 };
  }

  #view(record: GovernanceRecord): DocumentView {
    const { reviewAt, closedAt } = record;
    const overdue = closedAt === null && reviewAt !== null && Date.parse(reviewAt) <= this.#options.now();
    return { record, overdue };
  }

  async #change(
    id: Identifier,
    change: (tx: Database, history: RecordHistory) => Promise<RecordedChange<GovernanceRecord>>,
  ): Promise<DocumentView> {
    const record = await changeInLedger(this.#options.db, async (tx) =>
      change(tx, await lockRecord(tx, id, KIND)),
    ).catch((error: unknown) => {
      throw asHttpError(error, { RECORD_NOT_FOUND: 404, RECORD_CHANGED: 409 });
    });
    return this.#view(record);
  }
}

function requireWritable(record: GovernanceRecord): void {
  const writable = ['draft', 'approved'] satisfies DocumentState[];
  requireState(record, writable, 'DOCUMENT_WITHDRAWN', 'it stays as it is; write a new one');
}

function checked(body: Document): Document {
  if (body.riskCriteria === null || body.type === 'risk-criteria') return Document.parse(body);
  throw new HttpError(
    422,
    'CRITERIA_MISPLACED',
    'Only a document of type “risk criteria” can set them; nothing was saved.',
  );
}
