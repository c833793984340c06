import { digestOfJson } from '@amaan/contracts/digest-of';
import type { Identifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import type {
  CameraSuspension,
  CameraSuspensionQuery,
  SuspensionLift,
  SuspensionLiftInput,
} from '@amaan/contracts/violations/camera-suspension';
import { personKey } from '@amaan/governance/four-eyes';
import type { Database } from '@amaan/store/open-database';
import {
  endEnforcementSuspension,
  insertSuspensionLift,
  listEnforcementSuspensions,
  listSuspendedCameras,
  lockEnforcementSuspension,
  type StoredSuspension,
} from '@amaan/store/violations/enforcement-suspensions';
import { coversSite, decide, decideAsPerson, type Principal } from '../../access/decide.ts';
import { requireOtherPerson } from '../../access/require-other-person.ts';
import type { EnforcementGate } from '../../enforcement/enforcement-gate.ts';
import { ConflictError, HttpError, NotFoundError } from '../../http/http-errors.ts';
import { changeInLedger } from '../../ledger/change-in-ledger.ts';
import { ledgerEntry } from '../../ledger/ledger-entry.ts';

export interface SuspensionDeskOptions {
  readonly db: Database;
  /** Called after a suspension ended: workers are told at once. */
  readonly onChanged: () => void;
  readonly now: () => number;
}

/** Why nothing is enforced on a camera that stopped by itself, for whoever assigns cameras and shows plans. */
export const suspensionGate: EnforcementGate = {
  async stopped(db) {
    const suspended = await listSuspendedCameras(db);
    return new Map(
      suspended.map(({ cameraId, since }) => [
        cameraId,
        `This camera stopped enforcing by itself on ${since.slice(0, 10)}: too many of its challans were wrong. A supervisor and a governance officer lift that.`,
      ]),
    );
  },
};

/** Cameras that stopped by themselves, and the two people who let one enforce again. */
export class SuspensionDesk {
  readonly #options: SuspensionDeskOptions;

  constructor(options: SuspensionDeskOptions) {
    this.#options = options;
  }

  /** Newest first. */
  async list(query: CameraSuspensionQuery, by: Principal): Promise<CameraSuspension[]> {
    const stored = await listEnforcementSuspensions(this.#options.db, by.sites, query);
    return stored.map((one) => viewOf(one, by));
  }

  /**
   * One person's word that a camera may enforce again: with that of a supervisor and that of a governance officer, who are
   * two people, it does, and its rate is counted anew from then on.
   * @throws NotFoundError `CAMERA_SUSPENSION_NOT_FOUND`; HttpError 403 `FOUR_EYES`, `PERSON_UNKNOWN`, 409 `SUSPENSION_ENDED`,
   *   `ROLE_HAS_SPOKEN`
   */
  async lift(id: Identifier, { note }: SuspensionLiftInput, by: Principal): Promise<CameraSuspension> {
    const { db, now, onChanged } = this.#options;
    const at = now();
    const role = liftRole(by);
    const person = personKey(by.person);
    if (role === null || person === null)
      throw new HttpError(
        403,
        'PERSON_UNKNOWN',
        'Nobody knows who is behind this account, so it cannot lift a suspension. Ask an administrator.',
      );
    const ended = await changeInLedger(db, async (tx) => {
      const stored = await lockEnforcementSuspension(tx, id);
      if (stored === null || !coversSite(by.sites, stored.siteId))
        throw new NotFoundError('camera suspension');
      if (stored.endedAt !== null)
        throw new ConflictError('SUSPENSION_ENDED', 'This camera enforces again; nothing was changed.');
      requireOtherPerson(by, stored.lifts);
      if (stored.lifts.some((lift) => lift.role === role))
        throw new ConflictError(
          'ROLE_HAS_SPOKEN',
          `A ${role.replace('-', ' ')} has said so already; the other word is missing. Nothing was changed.`,
        );
      await insertSuspensionLift(tx, id, {
        at: instantOf(at),
        byName: by.name,
        role,
        note,
        by: by.id,
        person,
      });
      const isOver = stored.lifts.length > 0;
      if (isOver) await endEnforcementSuspension(tx, id, instantOf(at));
      const entry = ledgerEntry({
        ...{ kind: isOver ? 'camera-suspension.ended' : 'camera-suspension.lift-asked', at },
        ...{ actor: `user:${by.id}`, subject: `camera:${stored.cameraId}` },
        data: { suspensionId: id, role, noteDigest: digestOfJson(note) },
      });
      return { result: isOver, entries: [entry] };
    });
    if (ended) onChanged();
    const [stored] = await listEnforcementSuspensions(db, by.sites, { id, open: false, limit: 1 });
    if (stored === undefined) throw new NotFoundError('camera suspension');
    return viewOf(stored, by);
  }
}

/** In which of the two roles somebody lifts a suspension; null: in none. */
function liftRole({ role }: Principal): SuspensionLift['role'] | null {
  return role === 'supervisor' || role === 'governance-officer' ? role : null;
}

function viewOf(stored: StoredSuspension, by: Principal): CameraSuspension {
  const people = stored.lifts.map(({ person }) => person);
  const role = liftRole(by);
  return {
    ...stored,
    lifts: stored.lifts.map(({ person: _, ...lift }) => lift),
    mayLift:
      stored.endedAt === null &&
      role !== null &&
      !stored.lifts.some((lift) => lift.role === role) &&
      decide(by, 'camera-suspension.lift').allowed &&
      decideAsPerson(by.person, people).allowed,
  };
}
