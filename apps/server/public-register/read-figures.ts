import type { SystemView } from '@amaan/contracts/api/system-view';
import type { PublicRegister, PublicTally } from '@amaan/contracts/public-register';
import { COUNTED_FIGURES, type FigureName } from '@amaan/governance/public-register/counted-figures';
import { closedMonths, monthEnd, publishCount } from '@amaan/governance/public-register/publish-months';
import { countLedgerEntries } from '@amaan/store/ledger-counts';
import { listTransitions } from '@amaan/store/lifecycle';
import type { Database } from '@amaan/store/open-database';
import { publicStateOf } from './public-state.ts';

/**
 * Figures beyond alerts: of a system that never ran, that it is not in operation; of any other, the counts of
 * every closed month since its first pilot.
 */
export async function readFigures(
  db: Database,
  views: readonly Pick<SystemView, 'id' | 'stage' | 'suspension'>[],
  now: number,
): Promise<PublicRegister['figures']> {
  const months = closedMonths(new Date(now));
  const figure = async (name: FigureName): Promise<PublicTally> => {
    const { system, entryKinds, amount, notInOperation } = COUNTED_FIGURES[name];
    const view = views.find(({ id }) => id === system);
    if (view === undefined || publicStateOf(view) === 'planned') {
      return { state: 'not-in-operation', because: notInOperation };
    }
    const pilots = (await listTransitions(db, system)).filter(
      ({ to }) => to === 'pilot' || to === 'operational',
    );
    const first = pilots.at(-1)?.at.slice(0, 7) ?? '';
    const running = months.filter((month) => month >= first);
    if (running.length === 0) return { state: 'counted', months: [] };
    const period = { from: `${running[0]}-01T00:00:00.000Z`, to: monthEnd(running.at(-1)!).toISOString() };
    const counts = await countLedgerEntries(db, entryKinds, period, amount);
    return {
      state: 'counted',
      months: running.map((month) =>
        publishCount(month, counts.find((one) => one.month === month)?.count ?? 0),
      ),
    };
  };
  const [faceSearches, faceMatches, finesCancelled] = await Promise.all([
    figure('faceSearches'),
    figure('faceMatches'),
    figure('finesCancelled'),
  ]);
  return { faceSearches, faceMatches, finesCancelled };
}
