import { digestOfJson } from '@amaan/contracts/digest-of';
import type { EvidenceItem } from '@amaan/contracts/evidence-item';
import { type Identifier, newIdentifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import type { LedgerEntry } from '@amaan/contracts/ledger-entry';
import type { LiveUpdate } from '@amaan/contracts/live-update';
import type { IntakeDrop } from '@amaan/contracts/violations/api-violation-cases';
import { restsOnSimulatedSignal, violationInstant } from '@amaan/contracts/violations/suspected-violation';
import type { CaseHold, RegistryCheck } from '@amaan/contracts/violations/violation-case';
import { insertEvidenceItems, listEvidenceItems } from '@amaan/store/evidence-items';
import { getObservation } from '@amaan/store/observations';
import type { Database } from '@amaan/store/open-database';
import type { PlateRead } from '@amaan/store/plates/sightings';
import {
  countIntake,
  isViolationSuspected,
  listSuspicions,
  takeSuspicion,
  type ViolationSuspected,
  type WaitingSuspicion,
} from '@amaan/store/violations/suspicions';
import {
  findSameViolation,
  insertDuplicate,
  insertViolationCase,
} from '@amaan/store/violations/violation-cases';
import type { Logger } from 'pino';
import { changeInLedger } from '../../ledger/change-in-ledger.ts';
import { ledgerEntry } from '../../ledger/ledger-entry.ts';
import type { MaskedVersions } from '../../redaction/masked-versions.ts';
import { hotlistHolds } from '../registry-check/hotlisted.ts';
import type { RegistryChecker } from '../registry-check/registry-check.ts';
import { twoVehicles } from '../registry-check/two-vehicles.ts';
import { DUPLICATE_WINDOW_MS } from './duplicate-window.ts';
import { impossibleClaim, missingEvidence } from './evidence-set.ts';
import { findPlateRead } from './find-plate-read.ts';
import { getsSecondLook } from './gets-second-look.ts';
import { otherReadings } from './plate-doubt.ts';

export interface ViolationIntakeOptions {
  readonly db: Database;
  readonly registry: RegistryChecker;
  readonly versions: Pick<MaskedVersions, 'ahead'>;
  /** Share of cases that a second reviewer looks at, 0–1. */
  readonly secondLookShare: number;
  readonly publish: (update: LiveUpdate) => void;
  readonly now: () => number;
  readonly logger: Logger;
}

/** How long a suspicion waits for its plate and pictures, in milliseconds. */
export const LONGEST_WAIT_MS = 60_000;
/** A plate that was read less surely fines nobody. */
export const LEAST_PLATE_CONFIDENCE = 0.85;
const BATCH = 200;

/** All that a case is made of. */
interface Joined {
  readonly suspicion: ViolationSuspected;
  readonly read: PlateRead;
  /** Of the suspicion, and the crop of the plate. */
  readonly evidence: readonly EvidenceItem[];
}

/** What the checks before a case say. */
interface Checked {
  readonly drop: IntakeDrop | null;
  readonly holds: readonly CaseHold[];
  readonly registry: RegistryCheck | null;
}

/**
 * Makes cases of what was suspected: joins it with the plate that was read on the same track, sees that the evidence is
 * whole, doubts the plate, asks the registry, and merges what is the same thing once more. In doubt there is no case, and
 * only a number is kept of it.
 */
export class ViolationIntake {
  readonly #options: ViolationIntakeOptions;

  constructor(options: ViolationIntakeOptions) {
    this.#options = options;
  }

  /** Takes what has come, and gives up what waited too long. One that fails is reported and tried again. */
  async run(): Promise<void> {
    const { db, logger, publish } = this.#options;
    let changed = false;
    for (const waiting of await listSuspicions(db, BATCH)) {
      try {
        changed = (await this.#settle(waiting)) || changed;
      } catch (error) {
        logger.error({ err: error, observationId: waiting.observationId }, 'a suspicion was not taken yet');
      }
    }
    if (changed) publish({ type: 'violations-changed' });
  }

  /** @returns whether a case was opened or grew */
  async #settle(waiting: WaitingSuspicion): Promise<boolean> {
    const { db, now } = this.#options;
    const { observationId: id, capturedAt } = waiting;
    const suspicion = await getObservation(db, { id, capturedAt });
    if (suspicion === null || !isViolationSuspected(suspicion)) {
      await db.transaction().execute((tx) => takeSuspicion(tx, id));
      return false;
    }
    const impossible = impossibleClaim(suspicion);
    if (impossible !== null) return this.#drop(suspicion, impossible);
    const joined = await join(db, suspicion);
    if (typeof joined === 'string') {
      const isOver = now() - Date.parse(waiting.takenAt) >= LONGEST_WAIT_MS;
      return isOver ? this.#drop(suspicion, joined) : false;
    }
    const checked = await this.#check(joined);
    return checked.drop === null ? this.#open(joined, checked) : this.#drop(suspicion, checked.drop);
  }

  async #check({ suspicion, read }: Joined): Promise<Checked> {
    const { registry: checker, db } = this.#options;
    const { reading, vehicle, votes } = read;
    const dropped = (drop: IntakeDrop): Checked => ({ drop, holds: [], registry: null });
    if (reading.confidence < LEAST_PLATE_CONFIDENCE) return dropped('plate-unsure');
    const answer = await checker.ask(reading.text);
    const holds: CaseHold[] = [];
    for (const other of otherReadings(reading, votes)) {
      const otherAnswer = await checker.ask(other);
      if (otherAnswer === 'silent') {
        holds.push({ reason: 'plate-ambiguous', detail: `The plate may also say ${other}.` });
        break;
      }
      // Two vehicles may carry what was read: which of them it was is a guess.
      if (otherAnswer !== null) return dropped('plate-ambiguous');
    }
    const { check, holds: found } = checker.compare(reading.text, vehicle, answer);
    if (suspicion.violation.kind === 'seat-belt' && check?.registered.class === 'motorcycle')
      return dropped('impossible-for-class');
    holds.push(...found, ...(await twoVehicles(db, read)), ...(await hotlistHolds(db, read)));
    return { drop: null, holds, registry: check };
  }

  /** Counts a suspicion that becomes no case. */
  async #drop(suspicion: ViolationSuspected, outcome: IntakeDrop): Promise<false> {
    await this.#options.db.transaction().execute(async (tx) => {
      if (await takeSuspicion(tx, suspicion.id)) await this.#count(tx, suspicion, outcome);
    });
    return false;
  }

  async #open(joined: Joined, { holds, registry }: Checked): Promise<boolean> {
    const { db, now, versions } = this.#options;
    const { suspicion, read, evidence } = joined;
    const at = now();
    const opened = await changeInLedger(db, async (tx) => {
      if (!(await takeSuspicion(tx, suspicion.id))) return { result: false, entries: [] };
      const same = await findSame(tx, joined);
      if (same !== null) {
        await insertDuplicate(tx, same, suspicion, instantOf(at));
        await this.#count(tx, suspicion, 'merged');
        return { result: true, entries: [entryOf('violation-case.merged', same, joined, at)] };
      }
      const id = newIdentifier();
      await insertEvidenceItems(tx, evidence);
      await insertViolationCase(tx, {
        ...{ id, observation: suspicion, reading: read.reading, vehicle: read.vehicle, registry, holds },
        state: holds.length > 0 ? 'held' : 'for-review',
        occurredAt: violationInstant(suspicion.violation),
        openedAt: instantOf(at),
        secondLook: getsSecondLook(id, this.#options.secondLookShare),
      });
      await this.#count(tx, suspicion, 'opened');
      const data = {
        holds: holds.map(({ reason }) => reason),
        evidence: evidence.map(({ kind, digest }) => ({ kind, digest })),
        registryDigest: registry === null ? null : digestOfJson(registry),
      };
      return { result: true, entries: [entryOf('violation-case.opened', id, joined, at, data)] };
    });
    const { cameraId, id: observationId } = suspicion;
    versions.ahead(
      evidence
        .filter(({ kind }) => kind !== 'plate-crop')
        .map(({ digest, mediaType }) => ({ digest, mediaType, cameraId, observationId })),
    );
    return opened;
  }

  #count(tx: Database, { cameraId, violation }: ViolationSuspected, outcome: string): Promise<void> {
    const at = instantOf(this.#options.now());
    return countIntake(tx, { cameraId, kind: violation.kind, outcome, at });
  }
}

/** What the ledger says of a suspicion that became a case or was merged into one: all that the case rests on, by digests. */
function entryOf(
  kind: string,
  caseId: Identifier,
  { suspicion, read }: Joined,
  at: number,
  data: LedgerEntry['data'] = {},
): LedgerEntry {
  const { violation, cameraId, permitId, enforcement, capturedAt } = suspicion;
  const simulated = suspicion.simulated || restsOnSimulatedSignal(violation);
  const { frameDigest, modelDigest, configurationDigest } = suspicion;
  return ledgerEntry({
    ...{ kind, at, actor: 'system:server', subject: `violation-case:${caseId}` },
    data: {
      ...{ kind: violation.kind, cameraId, permitId, enforcement, simulated, capturedAt },
      ...{ frameDigest, modelDigest, configurationDigest },
      ...{ observationId: suspicion.id, observationDigest: digestOfJson(suspicion) },
      ...{ plateReadId: read.id, plateReadDigest: digestOfJson(read), platePermitId: read.permitId },
      softwareVersion: violation.softwareVersion,
      ...data,
    },
  });
}

/** The plate and the evidence of a suspicion, or what is missing. */
async function join(
  db: Database,
  suspicion: ViolationSuspected,
): Promise<Joined | 'no-plate' | 'evidence-incomplete'> {
  const { violation, id, capturedAt } = suspicion;
  const read = await findPlateRead(db, suspicion);
  if (read === null) return 'no-plate';
  const crop = (await listEvidenceItems(db, read.id)).filter(({ kind }) => kind === 'plate-crop');
  const own = (await listEvidenceItems(db, id)).filter(({ kind }) => kind !== 'plate-crop');
  // The crop becomes evidence of the violation: the read itself may be forgotten before the case is over.
  const evidence = [...own, ...crop.map((item) => ({ ...item, observationId: id, capturedAt }))];
  if (missingEvidence(violation.kind, evidence).length > 0) return 'evidence-incomplete';
  return { suspicion, read, evidence };
}

async function findSame(tx: Database, { suspicion, read }: Joined): Promise<Identifier | null> {
  const { violation, cameraId } = suspicion;
  const at = Date.parse(violationInstant(violation));
  const window = DUPLICATE_WINDOW_MS[violation.kind];
  const same = await findSameViolation(tx, {
    ...{ plate: read.reading.text, kind: violation.kind, cameraId },
    ...{ from: instantOf(at - window), to: instantOf(at + window) },
  });
  return same?.id ?? null;
}
