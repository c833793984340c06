import { documentEvidence } from '@amaan/governance/controls/document-evidence';
import { present, stateOf } from '../live-finding.ts';
import { recordSources } from '../record-sources.ts';

/** Approved documents have an owner and a review that is not overdue. */
export const documentsCurrent = present(async ({ records, now }) => {
  const documents = (await records('document')).filter(({ closedAt }) => closedAt === null);
  const judged = documents.map((document) => ({ document, state: documentEvidence(document, now).state }));
  const count = (...states: (typeof judged)[number]['state'][]) =>
    judged.filter(({ state }) => states.includes(state));
  const lapsed = count('overdue', 'unowned').map(({ document }) => document);
  const current = count('current', 'due').length;
  const drafts = count('not-approved').length;
  return {
    state: stateOf(lapsed.length, count('due').length + (documents.length === 0 ? 1 : 0)),
    en: `${current} documents are approved, owned and current; ${lapsed.length} are overdue or have no owner, ${drafts} are not approved yet.`,
    ur: `${current} دستاویزات منظور شدہ، تازہ اور ذمہ دار والی ہیں؛ ${lapsed.length} تاخیر میں یا بے ذمہ دار ہیں، ${drafts} ابھی منظور نہیں۔`,
    figures: { documents: documents.length, current, lapsed: lapsed.length, drafts },
    sources: [...recordSources(lapsed), { label: 'documents', href: '/governance/documents' }],
  };
});
