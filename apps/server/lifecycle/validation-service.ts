import type { AiSystem } from '@amaan/contracts/ai-system';
import { digestOfJson } from '@amaan/contracts/digest-of';
import type { RecordAuthor } from '@amaan/contracts/governance/record';
import type { ValidationInput, ValidationView } from '@amaan/contracts/governance/validation';
import { newIdentifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import { type Combination, presentCombination, sameCombination } from '@amaan/governance/combination';
import type { ModelReference } from '@amaan/governance/system-standing';
import { judgeFigures } from '@amaan/governance/validation/judge-figures';
import type { Database } from '@amaan/store/open-database';
import { insertValidation, listValidations } from '@amaan/store/system-standing';
import { ConflictError, HttpError, NotFoundError } from '../http/http-errors.ts';
import { changeInLedger } from '../ledger/change-in-ledger.ts';
import type { ClockGuard } from '../ledger/clock-guard.ts';
import { ledgerEntry } from '../ledger/ledger-entry.ts';

export interface ValidationServiceOptions {
  readonly db: Database;
  readonly systems: readonly AiSystem[];
  readonly modelsAtHand: () => readonly ModelReference[];
  readonly clock: Pick<ClockGuard, 'assertClockForward'>;
  readonly now: () => number;
}

/** Validation results: imported with their figures, judged here, and bound to what they were measured on. */
export class ValidationService {
  readonly #options: ValidationServiceOptions;

  constructor(options: ValidationServiceOptions) {
    this.#options = options;
  }

  /** What was measured of a system, the newest first. @throws NotFoundError `SYSTEM_NOT_FOUND` */
  async list(systemId: string): Promise<ValidationView[]> {
    const present = this.#present(systemId);
    const validations = await listValidations(this.#options.db, systemId);
    return validations.map((validation) => ({
      ...validation,
      present: sameCombination(validation, present),
    }));
  }

  /**
   * Records what was measured. Whether it passed is computed from figures and aims, never claimed.
   * @throws NotFoundError `SYSTEM_NOT_FOUND`; HttpError 409 `VALIDATION_OTHER_DIGEST`, `CLOCK_SET_BACK`,
   *   422 `VALIDATION_WITHOUT_AIM`
   */
  async record(
    systemId: string,
    input: ValidationInput,
    by: RecordAuthor,
    demo = false,
  ): Promise<ValidationView> {
    const { db, clock, now } = this.#options;
    const { models, configurationDigest, dataset, command, statement } = input;
    refuseOthers(input, this.#present(systemId));
    await clock.assertClockForward();
    const { figures, passed } = judgeFigures(input.figures);
    if (figures.every(({ met }) => met === null))
      throw new HttpError(
        422,
        'VALIDATION_WITHOUT_AIM',
        'No figure has an aim, so nothing can be judged; nothing was recorded. Decide on aims first.',
      );
    const at = now();
    const validation = {
      id: newIdentifier(),
      at: instantOf(at),
      statement,
      demo,
      models,
      configurationDigest,
      passed,
      report: { dataset, figures, command },
      by: by.name,
    };
    await changeInLedger(db, async (tx) => {
      await insertValidation(tx, systemId, validation);
      const entry = ledgerEntry({
        kind: 'validation.recorded',
        at,
        actor: by.actor,
        subject: `system:${systemId}`,
        data: {
          validationId: validation.id,
          models,
          configurationDigest,
          datasetDigest: dataset.digest,
          reportDigest: digestOfJson(validation.report),
          passed,
          demo,
        },
      });
      return { result: null, entries: [entry] };
    });
    return { ...validation, present: true };
  }

  #present(systemId: string): Combination {
    const system = this.#options.systems.find(({ id }) => id === systemId);
    if (system === undefined) throw new NotFoundError('system');
    return presentCombination(system, this.#options.modelsAtHand());
  }
}

/** @throws ConflictError `VALIDATION_OTHER_DIGEST` naming the first thing that differs */
function refuseOthers(input: Combination, present: Combination): void {
  if (sameCombination(input, present)) return;
  const short = (digest: string) => `${digest.slice(0, 12)}…`;
  const listed = (combination: Combination) =>
    combination.models.map(({ id, digest }) => `${id} ${short(digest)}`).join(', ') || 'no model';
  const what =
    input.configurationDigest === present.configurationDigest
      ? `It is about ${listed(input)}, but ${listed(present)} is what runs here.`
      : `It is about the configuration ${short(input.configurationDigest)}, but ${short(present.configurationDigest)} is the present one.`;
  throw new ConflictError(
    'VALIDATION_OTHER_DIGEST',
    `${what} Nothing was recorded; validate what is here and import that.`,
  );
}
