import {
  ControlStatement,
  type ControlView,
  controlKey,
  type LiveEvidence,
} from '@amaan/contracts/governance/control';
import { Document } from '@amaan/contracts/governance/document';
import type { GovernanceRecord } from '@amaan/contracts/governance/record';
import { CONTROL_CATALOGUE } from '@amaan/governance/controls/catalogue';
import type { ControlEntry } from '@amaan/governance/controls/control-entry';
import { controlVerdict } from '@amaan/governance/controls/control-status';
import { documentEvidence } from '@amaan/governance/controls/document-evidence';
import type { Database } from '@amaan/store/open-database';
import { type EvidenceContext, evidenceContext } from './evidence-context.ts';
import { LIVE_EVIDENCE } from './live-evidence.ts';
import type { EvidenceQuery } from './live-finding.ts';

const DocumentControls = Document.pick({ controls: true });

const UNDECIDED: ControlView['statement'] = {
  applicability: 'undecided',
  justification: '',
  implementation: 'planned',
  owner: null,
  notes: '',
};
const ALWAYS: ControlView['statement'] = { ...UNDECIDED, applicability: 'applicable' };

type OnFailure = (control: string, error: unknown) => void;

/**
 * Every control of the catalogue with its statement, its evidence and the status that follows from both.
 * @param now Unix time in milliseconds
 * @param onFailure told of evidence that could not be read; such a control is red, for it cannot be shown
 */
export async function evaluateControls(
  db: Database,
  now: number,
  onFailure: OnFailure,
): Promise<ControlView[]> {
  const context = evidenceContext(db, now);
  const [statements, documents] = await Promise.all([readStatements(context), readDocuments(context)]);
  // Many controls rest on one query; it is asked once.
  const answers = new Map<EvidenceQuery, Promise<LiveEvidence>>();
  const liveOf = (key: string): Promise<LiveEvidence> | null => {
    const query = LIVE_EVIDENCE[key];
    if (query === undefined) return null;
    const answer = answers.get(query) ?? ask(query, context, (error) => onFailure(key, error));
    answers.set(query, answer);
    return answer;
  };
  return Promise.all(
    CONTROL_CATALOGUE.map(async (entry) => {
      const key = controlKey(entry);
      return viewOf(entry, statements.get(key) ?? null, await liveOf(key), documents.get(key) ?? []);
    }),
  );

  function viewOf(
    entry: ControlEntry,
    record: GovernanceRecord | null,
    live: LiveEvidence | null,
    papers: readonly GovernanceRecord[],
  ): ControlView {
    const decided = record === null ? null : ControlStatement.parse(record.body);
    const {
      standard: _standard,
      control: _control,
      ...statement
    } = decided ?? {
      ...(entry.mandatory ? ALWAYS : UNDECIDED),
      standard: entry.standard,
      control: entry.id,
    };
    const documentsOfControl = papers.map((paper) => documentEvidence(paper, now));
    return {
      ...entry,
      statement,
      record: record && {
        id: record.id,
        number: record.number,
        version: record.version,
        changedAt: record.changedAt,
        changedBy: record.changedBy.name,
        demo: record.demo,
      },
      ...controlVerdict({ statement, live, documents: documentsOfControl }),
      live,
      documents: documentsOfControl,
    };
  }
}

async function ask(
  query: EvidenceQuery,
  context: EvidenceContext,
  onFailure: (error: unknown) => void,
): Promise<LiveEvidence> {
  try {
    const { state, en, ur, figures, asOf = context.at, sources = [] } = await query.read(context);
    const stale = context.now - Date.parse(asOf) > query.maxAgeMs;
    return { state, summary: { en, ur }, figures, asOf, stale, sources: [...sources] };
  } catch (error) {
    onFailure(error);
    return {
      state: 'contradicts',
      summary: {
        en: 'This evidence could not be read, so nothing shows that it is so; the server’s log says why.',
        ur: 'یہ ثبوت پڑھا نہیں جا سکا، اس لیے کچھ ثابت نہیں؛ وجہ سرور کے لاگ میں ہے۔',
      },
      figures: {},
      asOf: context.at,
      stale: false,
      sources: [],
    };
  }
}

async function readStatements(context: EvidenceContext): Promise<Map<string, GovernanceRecord>> {
  const records = await context.records('control');
  return new Map(
    records.map((record) => {
      const { standard, control } = ControlStatement.parse(record.body);
      return [controlKey({ standard, id: control }), record];
    }),
  );
}

/** Documents in force or on their way, by the controls that they are evidence for. */
async function readDocuments(context: EvidenceContext): Promise<Map<string, GovernanceRecord[]>> {
  const documents = (await context.records('document')).filter(({ closedAt }) => closedAt === null);
  const byControl = new Map<string, GovernanceRecord[]>();
  for (const document of documents) {
    for (const key of DocumentControls.parse(document.body).controls) {
      byControl.set(key, [...(byControl.get(key) ?? []), document]);
    }
  }
  return byControl;
}
