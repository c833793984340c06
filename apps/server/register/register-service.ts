import type { SystemDetails } from '@amaan/contracts/api/system-details';
import { digestOfJson } from '@amaan/contracts/digest-of';
import type { GovernanceRecord, RecordAuthor } from '@amaan/contracts/governance/record';
import type { SystemEntryInput } from '@amaan/contracts/governance/system-entry';
import { instantOf } from '@amaan/contracts/instant';
import type { Database } from '@amaan/store/open-database';
import { listRecords } from '@amaan/store/records';
import { lockSystem } from '@amaan/store/suspensions';
import { listDefinitions } from '@amaan/store/system-definitions';
import { insertSystemEntry, listSystemEntries } from '@amaan/store/system-entries';
import { asHttpError, ConflictError } from '../http/http-errors.ts';
import { changeInLedger } from '../ledger/change-in-ledger.ts';
import { ledgerEntry } from '../ledger/ledger-entry.ts';
import type { SystemService } from '../permits/system-service.ts';
import type { RegisterUpkeep } from './register-upkeep.ts';

export interface RegisterServiceOptions {
  readonly db: Database;
  readonly systems: Pick<SystemService, 'get'>;
  readonly upkeep: Pick<RegisterUpkeep, 'driftOf'>;
  readonly now: () => number;
}

/** The register of AI systems: what the code knows, read as it runs, with what the organisation adds to it. */
export class RegisterService {
  readonly #options: RegisterServiceOptions;

  constructor(options: RegisterServiceOptions) {
    this.#options = options;
  }

  /** Everything that is known of one system. @throws NotFoundError `SYSTEM_NOT_FOUND` */
  async details(systemId: string): Promise<SystemDetails> {
    const { db, systems, upkeep } = this.#options;
    const system = await systems.get(systemId);
    const records = await listRecords(db, {
      kinds: ['impact-assessment', 'risk', 'incident'],
      system: systemId,
    });
    const linked = (kind: GovernanceRecord['kind']) =>
      records
        .filter((record) => record.kind === kind)
        .map(({ id, number, title, status, reviewAt, expiresAt, demo }) => ({
          id,
          number,
          title,
          status,
          reviewAt,
          expiresAt,
          demo,
        }));
    return {
      system,
      definitions: await listDefinitions(db, systemId),
      entries: await listSystemEntries(db, systemId),
      assessments: linked('impact-assessment'),
      risks: linked('risk'),
      incidents: linked('incident'),
      drift: upkeep.driftOf(systemId),
    };
  }

  /**
   * Saves a new version of the organisation's part of an entry; the ones before stay.
   * @throws NotFoundError `SYSTEM_NOT_FOUND`; ConflictError `ENTRY_CHANGED`
   */
  async describe(
    systemId: string,
    { seen, body, note }: SystemEntryInput,
    by: RecordAuthor,
    demo = false,
  ): Promise<SystemDetails> {
    const { db, now } = this.#options;
    const at = now();
    await changeInLedger(db, async (tx) => {
      await lockSystem(tx, systemId);
      const newest = (await listSystemEntries(tx, systemId))[0]?.version ?? 0;
      if (newest !== seen)
        throw new ConflictError(
          'ENTRY_CHANGED',
          `Somebody saved version ${newest} meanwhile; yours was not saved. Compare both and save again.`,
        );
      const version = newest + 1;
      await insertSystemEntry(tx, { system: systemId, version, body, at: instantOf(at), by, note, demo });
      const entry = ledgerEntry({
        kind: 'system.described',
        at,
        actor: by.actor,
        subject: `system:${systemId}`,
        data: { version, digest: digestOfJson(body), noteDigest: digestOfJson(note), demo },
      });
      return { result: null, entries: [entry] };
    }).catch((error: unknown) => {
      throw asHttpError(error, { SYSTEM_NOT_FOUND: 404 });
    });
    return this.details(systemId);
  }
}
