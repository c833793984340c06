import { Digest } from '@amaan/contracts/digest';
import { digestOfJson } from '@amaan/contracts/digest-of';
import type { Explanation, HumanDecision } from '@amaan/contracts/explanation';
import type { LedgerEntry } from '@amaan/contracts/ledger-entry';
import { z } from 'zod';
import { checkChain } from './check-chain.ts';
import { agree, checkMoment, type Step, stepOf, unfit } from './explanation-claims.ts';

/** An alert's steps against each other, and each against what the ledger says of it. @throws ExplanationError */
export function checkAlert(explanation: Explanation): void {
  const { id, about, ledger } = explanation;
  const entries = ledger.entries.map(({ entry }) => entry);
  const raised = entries.find(({ kind, subject }) => kind === 'alert.raised' && subject === `alert:${id}`);
  if (raised === undefined) throw unfit('The ledger entry that the alert was raised is missing');
  checkChain(explanation, raised, entries);
  agree('observation', about.observationId, raised.data.observationId);
  checkCause(explanation, raised, entries);
  checkEvidence(stepOf(explanation, 'frame'), about.observationId, entries);
  const { system } = stepOf(explanation, 'configuration');
  checkLegalBasis(stepOf(explanation, 'authorisation'), system, entries);
  for (const decision of stepOf(explanation, 'decisions').decisions) checkDecision(decision, entries);
}

/** Every picture and clip is one that the ledger has of this observation, by digest. */
function checkEvidence(
  { evidence }: Step<'frame'>,
  observationId: string,
  entries: readonly LedgerEntry[],
): void {
  const kept = entries
    .filter(({ kind, subject }) => kind === 'evidence.recorded' && subject === `evidence:${observationId}`)
    .flatMap(({ data }) => (Array.isArray(data.items) ? data.items : []))
    .map((item) => KeptItem.parse(item));
  for (const { kind, digest, mediaType } of evidence) {
    const recorded = kept.find((item) => item.kind === kind);
    if (recorded === undefined) throw unfit(`The ledger has no entry of the ${kind} that was kept`);
    agree(`digest of the ${kind}`, { digest, mediaType }, pick(recorded));
  }
}

const KeptItem = z.object({ kind: z.string(), digest: Digest, mediaType: z.string() });

function pick({ digest, mediaType }: z.infer<typeof KeptItem>) {
  return { digest, mediaType };
}

/** The register entry is the one that was recorded, to the letter. @throws ExplanationError */
export function checkLegalBasis(
  { basis }: Step<'authorisation'>,
  system: string,
  entries: readonly LedgerEntry[],
): void {
  if (basis.kind === 'none-recorded') return;
  if (basis.kind !== 'register-entry') throw unfit('It names the authorisation of another kind');
  agree('digest of the register entry', basis.digest, digestOfJson(basis.entry));
  const described = entries.find(
    ({ kind, subject, data }) =>
      kind === 'system.described' && subject === `system:${system}` && data.version === basis.version,
  );
  if (described === undefined) throw unfit('The ledger entry of the register entry is missing');
  agree('digest of the register entry', basis.digest, described.data.digest);
  agree('mark of demonstration of the register entry', basis.demo, described.data.demo);
  checkMoment('register entry', basis.at, described.at);
}

/** What raised it is what the ledger says: a rule, an entry of a hotlist, or a contradiction. */
function checkCause(explanation: Explanation, raised: LedgerEntry, entries: readonly LedgerEntry[]): void {
  if (raised.data.rule !== undefined) {
    const rule = stepOf(explanation, 'rule');
    agree('rule', { id: rule.rule.id, version: rule.rule.version }, raised.data.rule);
    checkRule(rule, entries);
    return;
  }
  const recorded = RaisedCause.safeParse(raised.data.cause);
  if (!recorded.success) throw unfit('The ledger entry of the alert names no cause');
  const step = stepOf(explanation, recorded.data.kind);
  agree('digest of the cause', step.digest, recorded.data.digest);
  if (step.step === 'clone') {
    if (step.suspicion !== null)
      agree('suspicion', digestOfJson({ kind: 'clone', suspicion: step.suspicion }), step.digest);
    return;
  }
  if (step.step === 'traffic-incident') {
    agree('incident', digestOfJson({ kind: 'traffic-incident', ...step.cause }), step.digest);
    checkView(step, entries);
    return;
  }
  checkHotlist(step, recorded.data, entries);
}

/** The lanes that it was measured on were saved by somebody, in this version. */
function checkView({ cause }: Step<'traffic-incident'>, entries: readonly LedgerEntry[]): void {
  const { id, version } = cause.view;
  const saved = entries.some(
    ({ kind, subject, data }) =>
      kind === 'traffic-view.saved' && subject === `traffic-view:${id}` && data.version === version,
  );
  if (!saved) throw unfit('The ledger entry of the lanes that the incident was on is missing');
}

const RaisedCause = z.object({
  kind: z.enum(['hotlist', 'clone', 'traffic-incident']),
  digest: Digest,
  hotlistId: z.string().optional(),
  hotlistVersion: z.number().optional(),
  entryDigest: Digest.optional(),
});

/** The list in that version, the entry, who added it and who approved it. */
function checkHotlist(
  { list, entry, hit, digest }: Step<'hotlist'>,
  recorded: z.infer<typeof RaisedCause>,
  entries: readonly LedgerEntry[],
): void {
  agree('hotlist', [list.id, list.version], [recorded.hotlistId, recorded.hotlistVersion]);
  agree('digest of the entry', entry.digest, recorded.entryDigest);
  if (hit !== null) agree('match', digestOfJson({ kind: 'hotlist', hit }), digest);
  if (entry.content !== null) agree('entry of the hotlist', digestOfJson(entry.content), entry.digest);
  agree('digest of the hotlist', list.digest, digestOfJson(list.body));
  const about = entries.filter(({ subject }) => subject === `hotlist:${list.id}`);
  const version = about.find(
    ({ kind, data }) =>
      (kind === 'hotlist.created' || kind === 'hotlist.changed') && data.version === list.version,
  );
  if (version === undefined) throw unfit('The ledger entry of the hotlist is missing');
  agree('digest of the hotlist', list.digest, version.data.digest);
  checkMoment('hotlist', list.at, version.at);
  const added = about.find(({ kind, data }) =>
    entry.importId === null
      ? kind === 'hotlist.entry-added' && data.entryDigest === entry.digest
      : kind === 'hotlist.imported' && data.importId === entry.importId,
  );
  if (added === undefined) throw unfit('The ledger has no entry of how the plate came onto the hotlist');
  checkMoment('entry of the hotlist', entry.addedAt, added.at);
  if (entry.approvedAt === null) return;
  const approved = about.find(
    ({ kind, data }) => kind === 'hotlist.entry-approved' && data.entryDigest === entry.digest,
  );
  if (approved === undefined) throw unfit('The ledger entry of the approval of the plate is missing');
  checkMoment('approval of the plate', entry.approvedAt, approved.at);
}

function checkRule({ rule, digest }: Step<'rule'>, entries: readonly LedgerEntry[]): void {
  agree('rule digest', digest, digestOfJson(rule));
  const recorded = entries.find(
    ({ subject, data }) => subject === `rule:${rule.id}` && data.version === rule.version && data.ruleDigest,
  );
  if (recorded !== undefined) agree('rule digest', digest, recorded.data.ruleDigest);
}

function checkDecision(decision: HumanDecision, entries: readonly LedgerEntry[]): void {
  const { id, what, reason, note, noteDigest, by, byName, at } = decision;
  if (note !== null) agree('digest of a note', noteDigest, digestOfJson(note));
  if (what !== 'confirmed' && what !== 'rejected') {
    const done = entries.find(({ kind, data }) => kind === `alert.${what}` && data.stepId === id);
    if (done === undefined) throw unfit(`The ledger entry of the step ${id} is missing`);
    agree('person who did it', `user:${by}`, done.actor);
    return;
  }
  const reviewed = entries.find(({ kind, data }) => kind === 'alert.reviewed' && data.reviewId === id);
  if (reviewed === undefined) throw unfit(`The ledger entry of the decision ${id} is missing`);
  agree('decision', what, reviewed.data.decision);
  agree('person who decided', `user:${by}`, reviewed.actor);
  if (note === null) return;
  const review = { id, decision: what, ...(reason !== null && { reason }), note, by, byName, at };
  agree('digest of the decision', digestOfJson(review), reviewed.data.reviewDigest);
}
