import type { CivicSettings, CivicSettingsView } from '@amaan/contracts/civic/civic-settings';
import type { Instant } from '@amaan/contracts/instant';
import { AmaanError } from '@amaan/contracts/problem';
import type { Database } from '../open-database.ts';

/** `CIVIC_SETTINGS_CHANGED`: somebody else made this version first. Nothing was changed. */
export class CivicSettingsError extends AmaanError {}

/** The settings in force; version 0 where nobody set any: no departments and no rules. */
export async function getCivicSettings(db: Database): Promise<CivicSettingsView> {
  const row = await db
    .selectFrom('civic_settings')
    .select(['version', 'body as settings'])
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? { version: 0, settings: { departments: [], rules: [] } };
}

/** Writes a version. @throws CivicSettingsError `CIVIC_SETTINGS_CHANGED` */
export async function insertCivicSettings(
  tx: Database,
  change: {
    readonly version: number;
    readonly settings: CivicSettings;
    readonly at: Instant;
    readonly by: string;
    readonly reason: string;
  },
): Promise<void> {
  const inserted = await tx
    .insertInto('civic_settings')
    .values({
      version: change.version,
      body: JSON.stringify(change.settings),
      changed_at: change.at,
      changed_by: change.by,
      reason: change.reason,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('version')
    .executeTakeFirst();
  if (inserted === undefined)
    throw new CivicSettingsError(
      'CIVIC_SETTINGS_CHANGED',
      'Somebody else changed departments or rules meanwhile; nothing was changed. Look at them again.',
    );
}
