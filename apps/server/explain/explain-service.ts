import { digestOfJson } from '@amaan/contracts/digest-of';
import {
  EXPLANATION_FORMAT,
  type ExplainedKind,
  type Explanation,
  type ProvenEntry,
} from '@amaan/contracts/explanation';
import type { Identifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import { LedgerEntry } from '@amaan/contracts/ledger-entry';
import type { ChainEntry } from '@amaan/governance/explain/chain-facts';
import { explainAlert } from '@amaan/governance/explain/explain-alert';
import { explainChallan } from '@amaan/governance/explain/explain-challan';
import { explainFaceMatch } from '@amaan/governance/explain/explain-face-match';
import type { FaceMatchFacts } from '@amaan/governance/explain/face-match-facts';
import { openCheckpoint } from '@amaan/ledger/checkpoint';
import { parseVerifierKey } from '@amaan/ledger/signed-note';
import { getAlertFacts } from '@amaan/store/alert-chain';
import { digestHex } from '@amaan/store/digest-column';
import { getFaceMatchFacts } from '@amaan/store/faces/matches/face-match-chain';
import { getFaceMatch } from '@amaan/store/faces/matches/face-matches';
import { proveInclusion } from '@amaan/store/ledger-store';
import { getObservation } from '@amaan/store/observations';
import type { Database } from '@amaan/store/open-database';
import { getChallanFacts } from '@amaan/store/violations/challan-chain';
import type { PrincipalRole } from '../access/actions.ts';
import { citizenDataSites, coversSite, decide, type Principal } from '../access/decide.ts';
import { maySeeMatch } from '../faces/matches/match-view.ts';
import { NotFoundError } from '../http/http-errors.ts';
import type { LedgerService } from '../ledger/ledger-service.ts';

export interface ExplainServiceOptions {
  readonly db: Database;
  readonly ledger: Pick<LedgerService, 'checkpointOver' | 'vkey'>;
  readonly now: () => number;
}

export interface ExplainRequest {
  readonly kind: ExplainedKind;
  readonly id: Identifier;
  /**
   * Who reads it: what belongs to another site does not exist, and what their role may not read is withheld. Left out:
   * whoever gets it, of every site, with nothing of what was seen.
   */
  readonly by?: Principal;
}

/** Those who read everything about the system and nothing about citizens. */
const WITHOUT_NOTES: readonly PrincipalRole[] = ['auditor', 'governance-officer', 'administrator'];

/** Whether somebody is told the chain without free text about what was seen. */
function mustWithholdNotes(by: Principal | undefined): boolean {
  return by === undefined || WITHOUT_NOTES.includes(by.role);
}

/** What all kinds have alike: proofs, time and format. */
type Common = 'format' | 'id' | 'explainedAt' | 'notesWithheld' | 'ledger';

/** What an explainer of one kind tells. */
type Told<Of extends Explanation = Explanation> = Of extends Explanation
  ? Omit<Of, Common> & {
      /** Entries of the ledger that steps may name. */
      readonly entries: readonly ChainEntry[];
    }
  : never;

/** Explains what the platform did: the whole chain, with a proof of every step. */
export class ExplainService {
  readonly #options: ExplainServiceOptions;
  readonly #explainers: Record<ExplainedKind, (request: ExplainRequest) => Promise<Told>> = {
    alert: (request) => this.#alert(request),
    'face-match': (request) => this.#faceMatch(request),
    challan: (request) => this.#challan(request),
  };

  constructor(options: ExplainServiceOptions) {
    this.#options = options;
  }

  /** @throws NotFoundError naming the kind, for example `ALERT_NOT_FOUND` */
  async explain(request: ExplainRequest): Promise<Explanation> {
    const { entries, ...told } = await this.#explainers[request.kind](request);
    const used = new Set(told.steps.flatMap((step) => step.entries));
    return {
      ...told,
      format: EXPLANATION_FORMAT,
      id: request.id,
      explainedAt: instantOf(this.#options.now()),
      notesWithheld: mustWithholdNotes(request.by),
      ledger: await this.#prove(entries.filter(({ index }) => used.has(index))),
    };
  }

  async #alert({ id, by }: ExplainRequest): Promise<Told> {
    const { db } = this.#options;
    const facts = await getAlertFacts(db, id);
    const sites = by === undefined ? 'all' : citizenDataSites(by);
    if (facts === null || !coversSite(sites, facts.about.siteId)) throw new NotFoundError('alert');
    const observation = await getObservation(db, {
      id: facts.about.observationId,
      capturedAt: facts.frame.capturedAt,
    });
    const told = explainAlert(facts, {
      withholdNotes: mustWithholdNotes(by),
      observationDigest: digestOfJson(observation),
    });
    return { kind: 'alert', ...told, entries: facts.ledger };
  }

  /** A match that was deleted has no chain: nothing of it is left. */
  async #faceMatch({ id, by }: ExplainRequest): Promise<Told> {
    const { db, now } = this.#options;
    const facts = await getFaceMatchFacts(db, id);
    if (facts === null || !mayBeTold(facts, by)) throw new NotFoundError('face match');
    const match = await getFaceMatch(db, id);
    if (match === null) throw new NotFoundError('face match');
    const reads = (action: 'face-authorisation.read' | 'watchlist.read') =>
      by !== undefined && decide(by, action, { now: now() }).allowed;
    const told = explainFaceMatch(facts, {
      observation: match.observation,
      withholdNotes: mustWithholdNotes(by),
      reads: { authorisations: reads('face-authorisation.read'), watchlists: reads('watchlist.read') },
    });
    return { kind: 'face-match', ...told, entries: facts.ledger };
  }

  /** Only of a challan whose observation was made under a permit: what a test or a demonstration made up has no chain. */
  async #challan({ id, by }: ExplainRequest): Promise<Told> {
    const facts = await getChallanFacts(this.#options.db, id);
    if (facts === null || (by !== undefined && !coversSite(by.sites, facts.about.siteId)))
      throw new NotFoundError('challan');
    return {
      kind: 'challan',
      ...explainChallan(facts, { withholdNotes: mustWithholdNotes(by) }),
      entries: facts.ledger,
    };
  }

  /** The entries with their proofs, all under one checkpoint. */
  async #prove(entries: readonly ChainEntry[]): Promise<Explanation['ledger']> {
    const { db, ledger } = this.#options;
    const { vkey } = ledger;
    const checkpoint = await ledger.checkpointOver(Math.max(0, ...entries.map(({ index }) => index)));
    const { size, root } = openCheckpoint(checkpoint, parseVerifierKey(vkey));
    const proven: ProvenEntry[] = [];
    for (const { index, text, leafHash } of entries) {
      const entry = LedgerEntry.parse(JSON.parse(text));
      proven.push({ index, entry, leafHash, path: await proveInclusion(db, index, size) });
    }
    return { vkey, checkpoint, size, root: digestHex(root), entries: proven };
  }
}

/** Those who judge matches and investigators are told of the ones that they see; those who oversee, of their sites. */
function mayBeTold({ about, authorisation }: FaceMatchFacts, by: Principal | undefined): boolean {
  if (by === undefined) return true;
  if (mustWithholdNotes(by)) return coversSite(by.sites, about.siteId);
  return maySeeMatch({ siteId: about.siteId, caseId: authorisation.caseId }, by);
}
