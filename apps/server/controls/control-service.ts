import {
  type ControlDetail,
  type ControlOverview,
  ControlStatement,
  type ControlStatementInput,
  type ControlView,
  controlKey,
  type Standard,
  type StatementOfApplicability,
} from '@amaan/contracts/governance/control';
import type { RecordAuthor } from '@amaan/contracts/governance/record';
import { instantOf } from '@amaan/contracts/instant';
import { CONTROL_GROUPS, findControl } from '@amaan/governance/controls/catalogue';
import type { ControlEntry } from '@amaan/governance/controls/control-entry';
import { findControlRecord } from '@amaan/store/control-records';
import { listControlTurns } from '@amaan/store/control-turns';
import type { Database } from '@amaan/store/open-database';
import type { Logger } from 'pino';
import { asHttpError, HttpError, NotFoundError } from '../http/http-errors.ts';
import { changeInLedger } from '../ledger/change-in-ledger.ts';
import type { RecordService } from '../records/record-service.ts';
import { evaluateControls } from './evaluate-controls.ts';
import { controlSubject, recordTurns } from './record-turns.ts';

/** How long an evaluation is shown before the system is asked again. */
const FRESH_MS = 30_000;
/** How often the controls are evaluated although nobody looks. */
const WATCH_MS = 60_000;

export interface ControlServiceOptions {
  readonly db: Database;
  readonly records: RecordService;
  readonly logger: Logger;
  /** Unix time in milliseconds. */
  readonly now: () => number;
}

/** The controls of both standards: what was decided about them, and what the running system says to it. */
export class ControlService implements AsyncDisposable {
  readonly #options: ControlServiceOptions;
  #evaluation: { readonly at: number; readonly controls: Promise<ControlView[]> } | null = null;
  #timer: NodeJS.Timeout | undefined;

  constructor(options: ControlServiceOptions) {
    this.#options = options;
  }

  /** From now on also evaluates while nobody looks, so that a control turns red by itself. */
  start(): void {
    this.#timer = setInterval(() => {
      this.#controls().catch((error: unknown) => {
        this.#options.logger.error({ err: error }, 'the controls could not be evaluated; tried again soon');
      });
    }, WATCH_MS);
    this.#timer.unref();
  }

  /** Every control as it stands, at most half a minute old. */
  async overview(): Promise<ControlOverview> {
    const controls = await this.#controls();
    return { evaluatedAt: this.#evaluatedAt(), groups: [...CONTROL_GROUPS], controls };
  }

  /** @throws NotFoundError `CONTROL_NOT_FOUND` */
  async get(standard: Standard, id: string): Promise<ControlDetail> {
    const entry = requireControl(standard, id);
    const control = (await this.#controls()).find((view) => controlKey(view) === controlKey(entry))!;
    const history = control.record && (await this.#options.records.history(control.record.id));
    return {
      control,
      versions: (history?.versions ?? []).map(({ version, body, at, by, note }) => ({
        version,
        statement: ControlStatement.parse(body),
        at,
        by: by.name,
        note,
      })),
      turns: await listControlTurns(this.#options.db, controlSubject(entry)),
    };
  }

  /** The statement of applicability. */
  async statement(): Promise<StatementOfApplicability> {
    const lines = await this.#controls();
    return { evaluatedAt: this.#evaluatedAt(), lines };
  }

  /**
   * Decides on a control and shows what follows.
   * @throws HttpError as `declare` does
   */
  async decide(
    standard: Standard,
    id: string,
    input: ControlStatementInput,
    by: RecordAuthor,
  ): Promise<ControlDetail> {
    await this.declare(standard, id, input, by);
    return this.get(standard, id);
  }

  /**
   * Records a decision on a control: the first one opens its record, each further one makes a version.
   *
   * @throws HttpError 404 `CONTROL_NOT_FOUND`; 400 `CONTROL_ALWAYS_APPLIES`, `JUSTIFICATION_REQUIRED`,
   *   `IMPLEMENTATION_REQUIRED`; 409 `RECORD_CHANGED`
   */
  async declare(
    standard: Standard,
    id: string,
    input: ControlStatementInput,
    by: RecordAuthor,
    { demo = false } = {},
  ): Promise<void> {
    const entry = requireControl(standard, id);
    const { seen, note, ...decision } = input;
    const body: ControlStatement = { standard, control: id, ...checkedDecision(entry, decision) };
    await this.#save(entry, body, { seen, note, by, demo });
    this.#evaluation = null;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    clearInterval(this.#timer);
    // What is being evaluated still uses the database.
    await this.#evaluation?.controls.catch(() => undefined);
  }

  async #save(
    entry: ControlEntry,
    body: ControlStatement,
    {
      seen,
      note,
      by,
      demo,
    }: Pick<ControlStatementInput, 'seen' | 'note'> & { by: RecordAuthor; demo: boolean },
  ): Promise<void> {
    const { db, records } = this.#options;
    const shared = { owner: body.owner, status: body.implementation, body: { ...body }, by };
    await changeInLedger(db, async (tx) => {
      const existing = await findControlRecord(tx, entry.standard, entry.id);
      if (existing === null && seen === null) {
        return records.openIn(tx, {
          ...shared,
          kind: 'control',
          system: null,
          title: `${entry.id} ${entry.wording.en}`,
          reviewAt: null,
          expiresAt: null,
          note: note === '' ? 'First decision.' : note,
          demo,
        });
      }
      if (existing === null || seen === null) {
        throw new HttpError(
          409,
          'RECORD_CHANGED',
          'Somebody decided on this control meanwhile; yours was not saved. Look at theirs and save again.',
        );
      }
      return records.reviseIn(tx, { ...shared, id: existing.id, seen, note });
    }).catch((error: unknown) => {
      throw asHttpError(error, { RECORD_CHANGED: 409 });
    });
  }

  /** One evaluation at a time, kept for a while; one that failed is not kept. */
  #controls(): Promise<ControlView[]> {
    const now = this.#options.now();
    const kept = this.#evaluation;
    if (kept !== null && Math.abs(now - kept.at) < FRESH_MS) return kept.controls;
    const controls = this.#evaluate(now);
    const evaluation = { at: now, controls };
    this.#evaluation = evaluation;
    controls.catch(() => {
      if (this.#evaluation === evaluation) this.#evaluation = null;
    });
    return controls;
  }

  async #evaluate(now: number): Promise<ControlView[]> {
    const { db, logger } = this.#options;
    const controls = await evaluateControls(db, now, (control, error) =>
      logger.error({ err: error, control }, 'the evidence for a control could not be read'),
    );
    await recordTurns(db, controls, now);
    return controls;
  }

  #evaluatedAt(): string {
    return instantOf(this.#evaluation?.at ?? this.#options.now());
  }
}

function requireControl(standard: Standard, id: string): ControlEntry {
  const entry = findControl(standard, id);
  if (entry === null) throw new NotFoundError('control');
  return entry;
}

type Decision = Omit<ControlStatement, 'standard' | 'control'>;

/** A decision that makes sense, or a sentence that says what is missing. */
function checkedDecision(entry: ControlEntry, decision: Decision): Decision {
  if (decision.applicability === 'not-applicable') {
    if (entry.mandatory) {
      throw new HttpError(
        400,
        'CONTROL_ALWAYS_APPLIES',
        `Clause ${entry.id} is a requirement of the standard itself and always applies; nothing was saved.`,
      );
    }
    if (decision.justification === '') {
      throw new HttpError(
        400,
        'JUSTIFICATION_REQUIRED',
        `Say why ${entry.id} does not apply; a control is left out only with a justification. Nothing was saved.`,
      );
    }
    return { ...decision, implementation: 'not-applicable' };
  }
  if (decision.implementation === 'not-applicable') {
    throw new HttpError(
      400,
      'IMPLEMENTATION_REQUIRED',
      `Say whether ${entry.id} is planned or implemented, or declare it not applicable. Nothing was saved.`,
    );
  }
  return decision;
}
