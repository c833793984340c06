import type { SiteScope } from '@amaan/contracts/api/me';
import { digestOfJson } from '@amaan/contracts/digest-of';
import {
  AFTER_THE_EVENT,
  FACE_REPORT_GROUPINGS,
  type FaceAuditSet,
  type FaceAuditSetInput,
  type FaceReport,
  type FaceReportGrouping,
  type FaceReportLine,
  type FaceReportQuery,
} from '@amaan/contracts/faces/matches/face-report';
import { newIdentifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import {
  insertFaceAuditSet,
  listFaceAuditSets,
  type StoredAuditSet,
} from '@amaan/store/faces/matches/face-audit-sets';
import { type FaceTally, readFaceTallies } from '@amaan/store/faces/matches/face-tally';
import type { Database } from '@amaan/store/open-database';
import type { Principal } from '../../access/decide.ts';
import { changeInLedger } from '../../ledger/change-in-ledger.ts';
import { ledgerEntry } from '../../ledger/ledger-entry.ts';
import { shareOf } from './share-of.ts';

export interface FaceReportOptions {
  readonly db: Database;
  readonly now: () => number;
}

/** How often facial recognition is wrong: by place and light from what people decided, by group from audit sets alone. */
export class FaceReportService {
  readonly #options: FaceReportOptions;

  constructor(options: FaceReportOptions) {
    this.#options = options;
  }

  /** Of somebody's sites. */
  async read({ from, to, simulated }: FaceReportQuery, sites: SiteScope): Promise<FaceReport> {
    const { db } = this.#options;
    const tallies = await readFaceTallies(db, { from, to, simulated, sites });
    return {
      ...{ from, to, simulated },
      total: lineOf('all', null, tallies),
      groups: FACE_REPORT_GROUPINGS.map((grouping) => ({ grouping, lines: linesBy(grouping, tallies) })),
      audits: await this.audits(),
    };
  }

  /** Audit sets, the newest first. */
  async audits(): Promise<FaceAuditSet[]> {
    return (await listFaceAuditSets(this.#options.db)).map(auditOf);
  }

  /** Keeps an audit set of the governance office, with its ledger entry. */
  async recordAudit(body: FaceAuditSetInput, by: Principal): Promise<FaceAuditSet> {
    const { db, now } = this.#options;
    const at = now();
    const set = { id: newIdentifier(), body, uploadedAt: instantOf(at), uploadedBy: by.name };
    return changeInLedger(db, async (tx) => {
      await insertFaceAuditSet(tx, set);
      const entry = ledgerEntry({
        kind: 'face.audit-set-recorded',
        at,
        actor: `user:${by.id}`,
        subject: `face-audit-set:${set.id}`,
        data: { digest: digestOfJson(body), groups: body.groups.length },
      });
      return { result: auditOf(set), entries: [entry] };
    });
  }
}

function auditOf({ id, body, uploadedAt, uploadedBy }: StoredAuditSet): FaceAuditSet {
  const { groups, ...about } = body;
  return {
    ...about,
    ...{ id, uploadedAt, uploadedBy },
    groups: groups.map((group) => ({
      ...group,
      falsePerAlert: shareOf(group.falseAlerts, group.alerts),
      falsePerFace: shareOf(group.falseAlerts, group.faces),
    })),
  };
}

const LABELS: Record<
  FaceReportGrouping,
  (tally: FaceTally) => readonly [label: string, name: string | null]
> = {
  camera: ({ cameraId, cameraName }) => [cameraId ?? AFTER_THE_EVENT, cameraName],
  // What a list is called says what people are on it for: that is for those who may see lists.
  watchlist: ({ watchlistId }) => [watchlistId, null],
  site: ({ siteId, siteName }) => [siteId, siteName],
  light: ({ light }) => [light, null],
};

function linesBy(grouping: FaceReportGrouping, tallies: readonly FaceTally[]): FaceReportLine[] {
  const labelOf = LABELS[grouping];
  return [...Map.groupBy(tallies, (tally) => labelOf(tally)[0])].map(([label, part]) =>
    lineOf(label, labelOf(part[0]!)[1], part),
  );
}

function lineOf(label: string, name: string | null, part: readonly FaceTally[]): FaceReportLine {
  const sum = (key: 'faces' | 'raised' | 'confirmed' | 'rejected' | 'deleted') =>
    part.reduce((total, tally) => total + tally[key], 0);
  const [faces, alerts] = [sum('faces'), sum('raised')];
  const [confirmed, rejected, deleted] = [sum('confirmed'), sum('rejected'), sum('deleted')];
  return {
    ...{ label, name, faces, alerts, confirmed, rejected, deleted },
    falsePerAlert: shareOf(rejected, confirmed + rejected),
    falsePerFace: shareOf(rejected, faces),
  };
}
