import type { SiteScope } from '@amaan/contracts/api/me';
import { digestOfJson } from '@amaan/contracts/digest-of';
import { instantOf } from '@amaan/contracts/instant';
import {
  type PerformanceQuery,
  type ServicePerformance,
  ServiceTargets,
  type ServiceTargetsChange,
} from '@amaan/contracts/performance';
import { serviceFigures, shiftAt } from '@amaan/governance-monitoring/service-figures';
import type { Database } from '@amaan/store/open-database';
import { getServiceTargets, insertServiceTargets, listServedAlerts } from '@amaan/store/service-performance';
import type { Principal } from '../access/decide.ts';
import { asHttpError } from '../http/http-errors.ts';
import { changeInLedger } from '../ledger/change-in-ledger.ts';
import { ledgerEntry } from '../ledger/ledger-entry.ts';
import type { PerformanceContext } from './call-performance.ts';
import { visibleSites } from './visible-sites.ts';

/** What holds until somebody sets something else. */
const DEFAULT_TARGETS = ServiceTargets.parse({
  timeZone: 'Asia/Karachi',
  shifts: [
    { name: 'Morning', from: '06:00' },
    { name: 'Evening', from: '14:00' },
    { name: 'Night', from: '22:00' },
  ],
  targets: { alert: 5, acknowledgement: 60, dispatch: 300, closure: 3600 },
});

/** How fast the authority itself answers, by city and shift. It never compares persons. */
export class PerformanceService {
  readonly #db: Database;
  readonly #now: () => number;

  constructor(options: { readonly db: Database; readonly now: () => number }) {
    this.#db = options.db;
    this.#now = options.now;
  }

  async settings(): Promise<{ version: number; settings: ServiceTargets }> {
    const stored = await getServiceTargets(this.#db);
    if (stored === null) return { version: 0, settings: DEFAULT_TARGETS };
    return { version: stored.version, settings: ServiceTargets.parse(stored.settings) };
  }

  /** What every figure is made with. */
  async context(): Promise<PerformanceContext> {
    return { ...(await this.settings()), now: this.#now() };
  }

  /** The figures of a period, for the sites that the reader may see. */
  async read(query: PerformanceQuery, sites: SiteScope): Promise<ServicePerformance> {
    const { version, settings } = await this.settings();
    const visible = await visibleSites(this.#db, sites, query.siteId);
    const alerts = await listServedAlerts(this.#db, {
      ...query,
      timeZone: settings.timeZone,
      siteIds: visible.map(({ id }) => id),
    });
    const shifts = [null, ...settings.shifts.map(({ name }) => name)];
    return {
      from: query.from,
      to: query.to,
      settings,
      settingsVersion: version,
      alerts: alerts.length,
      simulated: query.simulated,
      whole: serviceFigures(alerts, settings.targets),
      parts: visible.flatMap((site) => {
        const own = alerts.filter(({ siteId }) => siteId === site.id);
        return shifts.map((shift) => {
          const part =
            shift === null ? own : own.filter(({ minute }) => shiftAt(settings.shifts, minute) === shift);
          return {
            siteId: site.id,
            siteName: site.name,
            shift,
            alerts: part.length,
            phases: serviceFigures(part, settings.targets),
          };
        });
      }),
    };
  }

  /** Sets shifts and targets. @throws HttpError 409 `SERVICE_TARGETS_CHANGED` */
  async change(
    { settings, reason }: ServiceTargetsChange,
    by: Principal,
  ): Promise<{ version: number; settings: ServiceTargets }> {
    const version = (await this.settings()).version + 1;
    return changeInLedger(this.#db, async (tx) => {
      const at = this.#now();
      await insertServiceTargets(tx, { version, settings, at: instantOf(at), by: by.name, reason });
      const entry = ledgerEntry({
        kind: 'service-targets.changed',
        at,
        actor: `user:${by.id}`,
        subject: 'service-targets',
        data: { version, digest: digestOfJson(settings), reasonDigest: digestOfJson(reason) },
      });
      return { result: { version, settings }, entries: [entry] };
    }).catch((error: unknown) => {
      throw asHttpError(error, { SERVICE_TARGETS_CHANGED: 409 });
    });
  }
}
