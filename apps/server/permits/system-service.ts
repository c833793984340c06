import type { SystemView } from '@amaan/contracts/api/system-view';
import type { Suspension } from '@amaan/contracts/governance/suspension';
import type { ModelReference } from '@amaan/governance/system-standing';
import type { Database } from '@amaan/store/open-database';
import { NotFoundError } from '../http/http-errors.ts';
import type { PermitService } from './permit-service.ts';
import { readSystemViews } from './read-system-views.ts';
import type { SuspensionOrder, SuspensionService } from './suspension-service.ts';

export interface SystemServiceOptions {
  readonly db: Database;
  readonly permits: Pick<PermitService, 'refusalOf'>;
  /** The models of the cache that are what their manifests say. */
  readonly modelsAtHand: () => readonly ModelReference[];
  readonly suspensions: Pick<SuspensionService, 'suspend' | 'resume' | 'history'>;
}

/** The register of AI systems: what people see of it, and how they stop one. */
export class SystemService {
  readonly #options: SystemServiceOptions;

  constructor(options: SystemServiceOptions) {
    this.#options = options;
  }

  async list(): Promise<SystemView[]> {
    return this.#views();
  }

  /** One AI system. @throws NotFoundError `SYSTEM_NOT_FOUND` */
  async get(id: string): Promise<SystemView> {
    const [view] = await this.#views(id);
    if (view === undefined) throw new NotFoundError('system');
    return view;
  }

  /** As `SuspensionService.suspend`; gives back the system as it is now. */
  async suspend(order: Omit<SuspensionOrder, 'source' | 'incidentId'>): Promise<SystemView> {
    await this.#options.suspensions.suspend({ ...order, source: 'person', incidentId: null });
    return this.get(order.system);
  }

  /** As `SuspensionService.resume`; gives back the system as it is now. */
  async resume(order: Parameters<SuspensionService['resume']>[0]): Promise<SystemView> {
    await this.#options.suspensions.resume(order);
    return this.get(order.system);
  }

  /**
   * All suspensions that there ever were, the newest first.
   * @throws NotFoundError `SYSTEM_NOT_FOUND`
   */
  async suspensions(id: string): Promise<Suspension[]> {
    await this.get(id);
    return this.#options.suspensions.history(id);
  }

  #views(only?: string): Promise<SystemView[]> {
    const { db, permits, modelsAtHand } = this.#options;
    const current = new Set(modelsAtHand().map(({ digest }) => digest));
    const isCurrent = (digest: string) => current.has(digest);
    return readSystemViews(db, (system) => permits.refusalOf(system), isCurrent, only);
  }
}
