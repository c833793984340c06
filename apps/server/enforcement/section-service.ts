import { digestOfJson } from '@amaan/contracts/digest-of';
import type { Identifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import type { SpeedSectionChange, SpeedSectionView } from '@amaan/contracts/violations/api-enforcement';
import { listCameras } from '@amaan/store/cameras';
import { listPlansInForce } from '@amaan/store/enforcement/enforcement-plans';
import {
  listSpeedSections,
  retireSpeedSection,
  type StoredSection,
  saveSpeedSection,
} from '@amaan/store/enforcement/speed-sections';
import type { Database } from '@amaan/store/open-database';
import { coversSite, type Principal } from '../access/decide.ts';
import { asHttpError, ConflictError, NotFoundError } from '../http/http-errors.ts';
import { changeInLedger } from '../ledger/change-in-ledger.ts';
import { ledgerEntry } from '../ledger/ledger-entry.ts';

export interface SectionServiceOptions {
  readonly db: Database;
  /** Where a section goes whose site is not named. */
  readonly defaultSiteId: Identifier;
  readonly now: () => number;
  readonly onChanged: () => void;
}

/** Sections of road over which the average speed is limited. Every change is a version and in the ledger. */
export class SectionService {
  readonly #options: SectionServiceOptions;

  constructor(options: SectionServiceOptions) {
    this.#options = options;
  }

  async list(by: Principal): Promise<SpeedSectionView[]> {
    const { db } = this.#options;
    const [sections, plans, cameras] = await Promise.all([
      listSpeedSections(db, { sites: by.sites }),
      listPlansInForce(db),
      listCameras(db, { sites: by.sites }),
    ]);
    const names = new Map(cameras.map(({ id, name }) => [id, name]));
    const ends = plans.flatMap(({ plan }) =>
      plan.rules.flatMap((rule) => {
        const cameraName = names.get(plan.cameraId);
        return rule.kind === 'average-speed' && cameraName !== undefined
          ? [{ ...rule, end: { cameraId: plan.cameraId, cameraName, end: rule.end, ruleId: rule.id } }]
          : [];
      }),
    );
    return sections.map((stored) => ({
      ...stored,
      ends: ends.filter(({ sectionId }) => sectionId === stored.section.id).map(({ end }) => end),
    }));
  }

  /** @throws NotFoundError `SITE_NOT_FOUND` */
  async create(
    { section, siteId = this.#options.defaultSiteId }: SpeedSectionChange,
    by: Principal,
  ): Promise<SpeedSectionView> {
    if (!coversSite(by.sites, siteId)) throw new NotFoundError('site');
    return this.#change(by, 'speed-section.saved', (tx, at) =>
      saveSpeedSection(tx, { id: null, siteId, section, at, by: { id: by.id, name: by.name } }, 0),
    );
  }

  /** @throws NotFoundError `SPEED_SECTION_NOT_FOUND`; HttpError 409 `SPEED_SECTION_CHANGED` */
  async change(
    id: Identifier,
    { section, seen }: SpeedSectionChange,
    by: Principal,
  ): Promise<SpeedSectionView> {
    const { siteId } = await this.#require(id, by);
    return this.#change(by, 'speed-section.saved', (tx, at) =>
      saveSpeedSection(tx, { id, siteId, section, at, by: { id: by.id, name: by.name } }, seen),
    );
  }

  /** @throws as `change`; ConflictError `SPEED_SECTION_IN_USE` while a plan names it */
  async remove(id: Identifier, seen: number, by: Principal): Promise<void> {
    const stored = await this.#require(id, by);
    await this.#change(by, 'speed-section.removed', async (tx, at) => {
      const plans = await listPlansInForce(tx);
      const isUsed = plans.some(({ plan }) =>
        plan.rules.some((rule) => rule.kind === 'average-speed' && rule.sectionId === id),
      );
      if (isUsed)
        throw new ConflictError(
          'SPEED_SECTION_IN_USE',
          'A plan of a camera names this section; nothing was removed. Take the rule out of the plan first.',
        );
      await retireSpeedSection(tx, id, seen, at);
      return stored;
    });
  }

  async #require(id: Identifier, by: Principal): Promise<StoredSection> {
    const [stored] = await listSpeedSections(this.#options.db, { sites: by.sites, ids: [id] });
    if (stored === undefined) throw new NotFoundError('speed section');
    return stored;
  }

  async #change(
    by: Principal,
    kind: 'speed-section.saved' | 'speed-section.removed',
    change: (tx: Database, at: string) => Promise<StoredSection>,
  ): Promise<SpeedSectionView> {
    const { db, now, onChanged } = this.#options;
    const at = now();
    const stored = await changeInLedger(db, async (tx) => {
      const changed = await change(tx, instantOf(at));
      const { section, version } = changed;
      const entry = ledgerEntry({
        ...{ kind, at, actor: `user:${by.id}`, subject: `speed-section:${section.id}` },
        data: { version, sectionDigest: digestOfJson(section) },
      });
      return { result: changed, entries: [entry] };
    }).catch((error: unknown) => {
      throw asHttpError(error, { SPEED_SECTION_CHANGED: 409 });
    });
    onChanged();
    return (
      (await this.list(by)).find(({ section }) => section.id === stored.section.id) ?? { ...stored, ends: [] }
    );
  }
}
