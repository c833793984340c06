import type { CivicSettingsChange, CivicSettingsView } from '@amaan/contracts/civic/civic-settings';
import { digestOfJson } from '@amaan/contracts/digest-of';
import { instantOf } from '@amaan/contracts/instant';
import { getCivicSettings, insertCivicSettings } from '@amaan/store/civic/civic-settings';
import type { Database } from '@amaan/store/open-database';
import type { Principal } from '../access/decide.ts';
import { asHttpError, ConflictError } from '../http/http-errors.ts';
import { changeInLedger } from '../ledger/change-in-ledger.ts';
import { ledgerEntry } from '../ledger/ledger-entry.ts';

/** Which departments tickets are sent to, how long these have, and which scene rules suggest tickets. */
export class CivicSettingsService {
  readonly #options: { readonly db: Database; readonly now: () => number };

  constructor(options: { readonly db: Database; readonly now: () => number }) {
    this.#options = options;
  }

  read(): Promise<CivicSettingsView> {
    return getCivicSettings(this.#options.db);
  }

  /** @throws HttpError 409 `CIVIC_SETTINGS_CHANGED` */
  async change(
    { seen, settings, reason }: CivicSettingsChange,
    by: Pick<Principal, 'id' | 'name'>,
  ): Promise<CivicSettingsView> {
    const { db, now } = this.#options;
    if ((await this.read()).version !== seen)
      throw new ConflictError(
        'CIVIC_SETTINGS_CHANGED',
        'Somebody else changed departments or rules meanwhile; nothing was changed. Look at them again.',
      );
    const version = seen + 1;
    return changeInLedger(db, async (tx) => {
      const at = now();
      await insertCivicSettings(tx, { version, settings, at: instantOf(at), by: by.name, reason });
      const entry = ledgerEntry({
        kind: 'civic-settings.changed',
        at,
        actor: `user:${by.id}`,
        subject: 'civic-settings',
        data: { version, digest: digestOfJson(settings), reasonDigest: digestOfJson(reason) },
      });
      return { result: { version, settings }, entries: [entry] };
    }).catch((error: unknown) => {
      throw asHttpError(error, { CIVIC_SETTINGS_CHANGED: 409 });
    });
  }
}
