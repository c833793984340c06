import { RECORD_KINDS, type RecordHistory, type RecordKind } from '@amaan/contracts/governance/record';
import type { Block } from '@amaan/governance/pack/section-page';
import type { Database } from '@amaan/store/open-database';
import { getRecordHistory, listRecords } from '@amaan/store/records';
import type { PackScope, PackSection } from '../pack-section.ts';
import { assessmentBlocks } from './assessment-blocks.ts';

interface RecordSection {
  readonly id: string;
  readonly title: string;
  readonly titleUrdu: string;
  readonly kinds: readonly RecordKind[];
}

/** The documented information by topic. Concerns are not among them: they are counted, never quoted. */
const RECORD_SECTIONS: readonly RecordSection[] = [
  {
    id: 'assessments',
    title: 'Impact assessments',
    titleUrdu: 'اثرات کے جائزے',
    kinds: ['impact-assessment'],
  },
  { id: 'risks', title: 'AI risks', titleUrdu: 'خطرات', kinds: ['risk'] },
  {
    id: 'documents',
    title: 'Policies and documents',
    titleUrdu: 'پالیسیاں اور دستاویزات',
    kinds: ['document'],
  },
  {
    id: 'incidents',
    title: 'Incidents, nonconformities and corrective actions',
    titleUrdu: 'واقعات، عدم مطابقت اور اصلاحی اقدامات',
    kinds: ['incident', 'nonconformity', 'corrective-action'],
  },
  { id: 'audits', title: 'Internal audits', titleUrdu: 'اندرونی آڈٹ', kinds: ['audit'] },
  {
    id: 'management-reviews',
    title: 'Management reviews',
    titleUrdu: 'انتظامیہ کے جائزے',
    kinds: ['management-review'],
  },
];

/** Records that were in force or worked on in the period, with every version and signature up to its end. */
export const recordSections: readonly PackSection[] = RECORD_SECTIONS.map(({ kinds, ...section }) => ({
  ...section,
  shows: 'records' as const,
  async read(scope: PackScope) {
    const histories = await readHistories(scope, kinds);
    const texts = kinds.includes('impact-assessment') ? histories.flatMap(assessmentBlocks) : [];
    return { data: histories, blocks: [...kinds.map((kind) => tableOf(kind, histories)), ...texts] };
  },
}));

async function readHistories(
  { db, period }: PackScope,
  kinds: readonly RecordKind[],
): Promise<RecordHistory[]> {
  const records = await listRecords(db, { kinds });
  const histories: RecordHistory[] = [];
  for (const { id, openedAt, closedAt } of records) {
    if (openedAt >= period.to || (closedAt !== null && closedAt < period.from)) continue;
    const history = await getRecordHistory(db, id);
    if (history !== null) histories.push(upTo(history, period.to));
  }
  return histories;
}

/** What was written later is not evidence of this period. */
function upTo({ record, versions, signatures }: RecordHistory, end: string): RecordHistory {
  return {
    record,
    versions: versions.filter(({ at }) => at < end),
    signatures: signatures.filter(({ at }) => at < end),
  };
}

function tableOf(kind: RecordKind, histories: readonly RecordHistory[]): Block {
  return {
    kind: 'table',
    title: `${kind.replaceAll('-', ' ')} (${RECORD_KINDS[kind]})`,
    columns: [
      'Number',
      'Title',
      'System',
      'Status',
      'Owner',
      'Opened',
      'Closed',
      'Expires',
      'Version and digest',
      'Signatures',
      'Demo',
    ],
    rows: histories
      .filter(({ record }) => record.kind === kind)
      .map(({ record, versions, signatures }) => {
        const newest = versions.at(-1);
        return [
          record.number,
          record.title,
          record.system,
          record.status,
          record.owner,
          record.openedAt,
          record.closedAt,
          record.expiresAt,
          newest === undefined ? null : `v${newest.version} ${newest.digest}`,
          signatures
            .map(
              ({ meaning, version, by, at }) => `v${version} ${meaning} by ${by.name} (${by.role}) on ${at}`,
            )
            .join('; '),
          record.demo,
        ];
      }),
  };
}

/** Concerns by state: nobody's words, and nobody who could be recognised by them. */
export const concernsSection: PackSection = {
  id: 'concerns',
  title: 'Concerns of staff and public',
  titleUrdu: 'عملے اور عوام کے خدشات',
  shows: 'period',
  async read({ db, period }) {
    const counts = await countConcerns(db, period);
    return {
      data: counts,
      blocks: [
        { kind: 'text', text: 'Only counted: what people wrote stays with the governance office.' },
        {
          kind: 'table',
          title: 'Raised in the period, by state',
          columns: ['State', 'Concerns'],
          rows: counts.map(({ status, concerns }) => [status, concerns]),
        },
      ],
    };
  },
};

function countConcerns(
  db: Database,
  { from, to }: PackScope['period'],
): Promise<{ readonly status: string; readonly concerns: number }[]> {
  return db
    .selectFrom('governance_record')
    .select((select) => ['status', select.fn.countAll<number>().as('concerns')])
    .where('kind', '=', 'concern')
    .where('opened_at', '>=', from)
    .where('opened_at', '<', to)
    .groupBy('status')
    .orderBy('status')
    .execute();
}
