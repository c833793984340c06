import { type Instant, instantOf } from '@amaan/contracts/instant';
import { getCivicSettings } from '@amaan/store/civic/civic-settings';
import type { StoredCivicTicket } from '@amaan/store/civic/civic-tickets';
import type { Database } from '@amaan/store/open-database';
import { HttpError } from '../http/http-errors.ts';

const HOUR_MS = 60 * 60_000;

/**
 * Until when a department has it.
 * @param again of one that was sent before: it gets as long as it had where the settings say nothing now
 * @throws HttpError 422 `DEPARTMENT_UNKNOWN`, `DEADLINE_NEEDED`, `DEADLINE_PASSED`
 */
export async function deadlineFor(
  tx: Database,
  { kind }: StoredCivicTicket,
  department: string,
  at: number,
  given: Instant | undefined,
  again?: StoredCivicTicket,
): Promise<Instant> {
  const { settings } = await getCivicSettings(tx);
  const known = settings.departments.find(({ id }) => id === department);
  if (known === undefined && again === undefined)
    throw new HttpError(422, 'DEPARTMENT_UNKNOWN', 'There is no such department; nothing was changed.');
  if (given !== undefined) {
    if (Date.parse(given) <= at)
      throw new HttpError(422, 'DEADLINE_PASSED', 'This deadline is over already; nothing was changed.');
    return given;
  }
  const hours = known?.hours[kind];
  if (hours !== undefined) return instantOf(at + hours * HOUR_MS);
  if (again?.dueAt != null && again.sentAt !== null)
    return instantOf(at + (Date.parse(again.dueAt) - Date.parse(again.sentAt)));
  throw new HttpError(
    422,
    'DEADLINE_NEEDED',
    'The settings give this department no time for this kind of ticket; nothing was changed. Choose a deadline.',
  );
}
