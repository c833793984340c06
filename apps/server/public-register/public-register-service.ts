import type { SystemView } from '@amaan/contracts/api/system-view';
import type { RISK_STATES } from '@amaan/contracts/governance/risk';
import { instantOf } from '@amaan/contracts/instant';
import {
  PUBLIC_REGISTER_FORMAT,
  type PublicMonth,
  type PublicRegister,
  type PublicSystem,
} from '@amaan/contracts/public-register';
import { faceRecognition } from '@amaan/face-recognition/system';
import {
  closedMonths,
  closingOf,
  monthEnd,
  publishMonth,
} from '@amaan/governance/public-register/publish-months';
import { atrsFields, eurocitiesFields } from '@amaan/governance/public-register/standard-fields';
import type { Database } from '@amaan/store/open-database';
import { readPublicResults } from '@amaan/store/public-results';
import { listRecords } from '@amaan/store/records';
import { listSuspensions } from '@amaan/store/suspensions';
import { listNewestSystemEntries } from '@amaan/store/system-entries';
import { getSystemStanding } from '@amaan/store/system-standing';
import type { SystemService } from '../permits/system-service.ts';
import { publicViolationsOf } from '../violations/figures/public-violations.ts';
import { faceErrorsOf, readFaceResults } from './face-errors.ts';
import { publicStateOf } from './public-state.ts';
import { readFigures } from './read-figures.ts';

/** How long an answer is good for: the register changes when people decide, not by the minute. */
const FRESH_MS = 5 * 60_000;

export interface PublicRegisterOptions {
  readonly db: Database;
  readonly systems: Pick<SystemService, 'list'>;
  readonly now: () => number;
}

/** What anybody may know of the AI systems. It is made for everybody at once and kept for some minutes. */
export class PublicRegisterService {
  readonly #options: PublicRegisterOptions;
  #made: { readonly at: number; readonly register: Promise<PublicRegister> } | null = null;

  constructor(options: PublicRegisterOptions) {
    this.#options = options;
  }

  read(): Promise<PublicRegister> {
    const now = this.#options.now();
    if (this.#made === null || Math.abs(now - this.#made.at) > FRESH_MS) {
      const register = this.#make(now);
      this.#made = { at: now, register };
      // A failure is not kept: the next reader tries again.
      register.catch(() => {
        if (this.#made?.register === register) this.#made = null;
      });
    }
    return this.#made.register;
  }

  async #make(now: number): Promise<PublicRegister> {
    const { db, systems } = this.#options;
    const [views, results, { name: organisation }] = await Promise.all([
      systems.list(),
      this.#results(now),
      db.selectFrom('deployment').select('name').executeTakeFirstOrThrow(),
    ]);
    const described = await this.#describe(views, organisation, results, now);
    const simulated = await db
      .selectFrom('camera')
      .select('id')
      .where('simulated', '=', true)
      .limit(1)
      .execute();
    return {
      format: PUBLIC_REGISTER_FORMAT,
      generatedAt: instantOf(now),
      organisation,
      demonstration: simulated.length > 0 || described.some(({ assessment }) => assessment?.demo === true),
      complain: '/register/concern',
      systems: described,
      figures: await readFigures(db, views, now),
      faceErrors: await faceErrorsOf(db, views, now),
      violations: await publicViolationsOf(db, views, now),
    };
  }

  /** By system, every closed month of the last twelve in which it reported something. */
  async #results(now: number): Promise<Map<string, PublicMonth[]>> {
    const bySystem = new Map<string, PublicMonth[]>();
    for (const month of closedMonths(new Date(now))) {
      const from = `${month}-01T00:00:00.000Z`;
      const to = monthEnd(month).toISOString();
      const closing = closingOf(month).toISOString();
      for (const { system, ...counts } of await readPublicResults(this.#options.db, { from, to, closing })) {
        bySystem.set(system, [...(bySystem.get(system) ?? []), publishMonth({ month, ...counts })]);
      }
    }
    // Face matches are no alerts that one person decides, and rejected ones are deleted: their counts stay.
    bySystem.set(faceRecognition.id, await readFaceResults(this.#options.db, now));
    return bySystem;
  }

  async #describe(
    views: readonly SystemView[],
    organisation: string,
    results: ReadonlyMap<string, PublicMonth[]>,
    now: number,
  ): Promise<PublicSystem[]> {
    const { db } = this.#options;
    const [entries, risks, suspensions] = await Promise.all([
      listNewestSystemEntries(db),
      listRecords(db, { kinds: ['risk'] }),
      listSuspensions(db),
    ]);
    const yearAgo = instantOf(now - 366 * 24 * 60 * 60_000);
    const systems: PublicSystem[] = [];
    for (const view of views) {
      const entry = entries.get(view.id);
      const standing = await getSystemStanding(db, view.id);
      const own = risks.filter(({ system }) => system === view.id);
      const state = publicStateOf(view);
      const count = (status: (typeof RISK_STATES)[number]) =>
        own.filter((risk) => risk.status === status).length;
      const system = {
        id: view.id,
        name: { en: view.name, ur: view.nameUrdu },
        about: view.about,
        state,
        version: view.version,
        intendedUse: view.intendedUse,
        mustNever: view.prohibited,
        affected: view.affectedGroups,
        humanOversight: view.humanOversight,
        limits: view.limits,
        data: view.data,
        risk: {
          ...view.risk,
          recorded: { risks: own.length, treated: count('treated'), accepted: count('accepted') },
        },
        models: view.modelDetails.map(({ title, source, licence }) => ({ title, source, licence })),
        owner: entry?.body.owner || null,
        contact: entry?.body.contact || null,
        legalBasis: entry?.body.legalBasis || null,
        retention: entry?.body.retention || null,
        assessment: standing?.impactAssessment
          ? {
              status: standing.impactAssessment.status,
              at: standing.impactAssessment.at,
              expiresAt: standing.impactAssessment.expiresAt,
              demo: standing.impactAssessment.demo,
            }
          : null,
        results:
          state === 'planned'
            ? {
                state: 'not-in-operation' as const,
                because: {
                  en: 'This system is not in operation.',
                  ur: 'یہ نظام ابھی کام نہیں کر رہا۔',
                },
              }
            : { state: 'counted' as const, months: results.get(view.id) ?? [] },
        suspensions: suspensions
          .filter(({ system, endedAt }) => system === view.id && (endedAt === null || endedAt >= yearAgo))
          .map(({ at, endedAt, cameraGroup, source }) => ({
            from: at,
            to: endedAt,
            scope: cameraGroup === null ? ('system' as const) : ('camera-group' as const),
            source,
          })),
      };
      const source = {
        system,
        stage: view.stage,
        built: view.built,
        runsModels: view.models.length > 0,
        organisation,
        changedAt: entry?.at ?? null,
      };
      systems.push({ ...system, atrs: atrsFields(source), eurocities: eurocitiesFields(source) });
    }
    return systems;
  }
}
