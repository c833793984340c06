import type { Briefing, BriefingInput } from '@amaan/contracts/crime/briefing';
import type { DeploymentPlan } from '@amaan/contracts/crime/deployment-plan';
import type { RecordAuthor } from '@amaan/contracts/governance/record';
import { type Identifier, newIdentifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import { readBoundarySet } from '@amaan/store/crime/boundaries';
import { insertBriefing, listBriefings } from '@amaan/store/crime-analyses/briefings';
import type { ObjectStore } from '@amaan/store/object-store';
import type { Database } from '@amaan/store/open-database';
import { coversSite, type Principal } from '../../access/decide.ts';
import { ConflictError, NotFoundError } from '../../http/http-errors.ts';
import { changeInLedger } from '../../ledger/change-in-ledger.ts';
import { ledgerEntry } from '../../ledger/ledger-entry.ts';
import type { PdfThread } from '../../pdf/pdf-thread.ts';
import type { AnalysisService } from '../analyses/analysis-service.ts';
import { BRIEFING_DRAWING } from './briefing-drawing.ts';
import type { BriefingBoundary, BriefingFacts, BriefingSection } from './briefing-facts.ts';
import { analysisSection } from './briefing-sections.ts';
import { planSection } from './plan-section.ts';

export interface BriefingServiceOptions {
  readonly db: Database;
  readonly objects: Pick<ObjectStore, 'put' | 'get'>;
  readonly pdf: Pick<PdfThread, 'draw'>;
  readonly analyses: Pick<AnalysisService, 'get'>;
  readonly plans: { get(id: Identifier, by: Pick<Principal, 'sites'>): Promise<DeploymentPlan> };
  readonly now: () => number;
}

/** Briefings for the beat: printed once from analyses and a plan, and kept as they were printed. */
export class BriefingService {
  readonly #options: BriefingServiceOptions;

  constructor(options: BriefingServiceOptions) {
    this.#options = options;
  }

  /** Newest first. */
  list(siteId: Identifier | undefined, { sites }: Pick<Principal, 'sites'>): Promise<Briefing[]> {
    return listBriefings(this.#options.db, sites, { siteId });
  }

  /** @throws NotFoundError `BRIEFING_NOT_FOUND` */
  async get(id: Identifier, { sites }: Pick<Principal, 'sites'>): Promise<Briefing> {
    const [found] = await listBriefings(this.#options.db, sites, { id });
    if (found === undefined) throw new NotFoundError('briefing');
    return found;
  }

  async pdf(id: Identifier, by: Pick<Principal, 'sites'>): Promise<Uint8Array> {
    const { digest } = await this.get(id, by);
    return this.#options.objects.get(digest);
  }

  /**
   * Prints a briefing.
   * @throws NotFoundError `SITE_NOT_FOUND`, `ANALYSIS_NOT_FOUND`, `PLAN_NOT_FOUND`, `STATION_AREA_NOT_FOUND`; ConflictError
   *   `BRIEFING_NOT_DONE`, `BRIEFING_KIND`, `BRIEFING_SITE`, `PLAN_NOT_APPROVED`
   */
  async make(input: BriefingInput, by: Pick<Principal, 'sites'>, author: RecordAuthor): Promise<Briefing> {
    const { db, objects, pdf, now } = this.#options;
    if (!coversSite(by.sites, input.siteId)) throw new NotFoundError('site');
    const { sections, simulated } = await this.#sections(input, by);
    const at = instantOf(now());
    const facts = await this.#facts(input, { sections, simulated, madeAt: at, madeBy: author.name });
    const bytes = await pdf.draw(BRIEFING_DRAWING, facts);
    const digest = await objects.put(bytes);
    const id = newIdentifier();
    await changeInLedger(db, async (tx) => {
      await insertBriefing(tx, { ...{ id, input, simulated, at, digest }, by: author });
      const { siteId, analysisIds, planId } = input;
      const data = { siteId, analysisIds, planId, digest, simulated };
      const subject = `crime-briefing:${id}`;
      const entry = ledgerEntry({
        kind: 'crime-briefing.made',
        at: now(),
        actor: author.actor,
        subject,
        data,
      });
      return { result: undefined, entries: [entry] };
    });
    return this.get(id, by);
  }

  async #sections(
    { siteId, analysisIds, planId }: BriefingInput,
    by: Pick<Principal, 'sites'>,
  ): Promise<{ sections: BriefingSection[]; simulated: boolean }> {
    const { analyses, plans } = this.#options;
    const sections: BriefingSection[] = [];
    let simulated = false;
    for (const id of analysisIds) {
      const analysis = await analyses.get(id, by);
      if (analysis.siteId !== siteId) throw otherSite();
      if (analysis.state !== 'done')
        throw new ConflictError('BRIEFING_NOT_DONE', 'An analysis that is not done cannot be printed.');
      const section = analysisSection(analysis);
      if (section === null)
        throw new ConflictError(
          'BRIEFING_KIND',
          `An analysis of the kind "${analysis.kind}" is not printed.`,
        );
      sections.push(section);
      simulated ||= analysis.simulated;
    }
    if (planId !== null) {
      const plan = await plans.get(planId, by);
      if (plan.siteId !== siteId) throw otherSite();
      if (plan.state !== 'approved')
        throw new ConflictError(
          'PLAN_NOT_APPROVED',
          'Only a plan that was approved is printed for the beat.',
        );
      sections.unshift(planSection(plan));
      simulated ||= plan.simulated;
    }
    return { sections, simulated };
  }

  async #facts(
    { siteId, title, boundaryId, remark }: BriefingInput,
    made: Pick<BriefingFacts, 'sections' | 'simulated' | 'madeAt' | 'madeBy'>,
  ): Promise<BriefingFacts> {
    const { db } = this.#options;
    const { name: organisation } = await db.selectFrom('deployment').select('name').executeTakeFirstOrThrow();
    const site = await db.selectFrom('site').select('name').where('id', '=', siteId).executeTakeFirst();
    if (site === undefined) throw new NotFoundError('site');
    const { boundaries } = await readBoundarySet(db, siteId);
    const chosen = boundaries.find(({ id }) => id === boundaryId) ?? null;
    if (boundaryId !== null && chosen === null) throw new NotFoundError('station area');
    return {
      ...made,
      ...{ organisation, site: site.name, title, remark },
      area: chosen && { en: chosen.name, ur: chosen.nameUrdu || chosen.name },
      boundaries: boundaries.map(
        ({ id, name, geometry }): BriefingBoundary => ({
          name,
          rings: geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat(),
          chosen: id === boundaryId,
        }),
      ),
    };
  }
}

function otherSite(): ConflictError {
  return new ConflictError('BRIEFING_SITE', 'Everything in a briefing has to be of its site.');
}
