import type { SiteScope } from '@amaan/contracts/api/me';
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
import type { ChainEntry } from '@amaan/governance/explain/alert-facts';
import { explainAlert } from '@amaan/governance/explain/explain-alert';
import { openCheckpoint } from '@amaan/ledger/checkpoint';
import { parseVerifierKey } from '@amaan/ledger/signed-note';
import { getAlertFacts } from '@amaan/store/alert-chain';
import { digestHex } from '@amaan/store/digest-column';
import { proveInclusion } from '@amaan/store/ledger-store';
import { getObservation } from '@amaan/store/observations';
import type { Database } from '@amaan/store/open-database';
import type { PrincipalRole } from '../access/actions.ts';
import { coversSite } from '../access/decide.ts';
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
  /** Replaces free text about what was seen by its digest. */
  readonly withholdNotes: boolean;
  /** What belongs to another site does not exist; left out: all sites. */
  readonly sites?: SiteScope;
}

/** Those who read everything about the system and nothing about citizens. */
const WITHOUT_NOTES: readonly PrincipalRole[] = ['auditor', 'governance-officer', 'administrator'];

/** Whether a role is told the chain without free text about what was seen. */
export function mustWithholdNotes(role: PrincipalRole): boolean {
  return WITHOUT_NOTES.includes(role);
}

/** What an explainer of one kind tells; proofs, time and format are the same for all. */
type Told = Pick<Explanation, 'kind' | 'about' | 'steps'> & {
  /** Entries of the ledger that steps may name. */
  readonly entries: readonly ChainEntry[];
};

/** Explains what the platform did: the whole chain, with a proof of every step. */
export class ExplainService {
  readonly #options: ExplainServiceOptions;
  readonly #explainers: Record<ExplainedKind, (request: ExplainRequest) => Promise<Told>> = {
    alert: (request) => this.#alert(request),
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
      notesWithheld: request.withholdNotes,
      ledger: await this.#prove(entries.filter(({ index }) => used.has(index))),
    };
  }

  async #alert({ id, withholdNotes, sites = 'all' }: ExplainRequest): Promise<Told> {
    const { db } = this.#options;
    const facts = await getAlertFacts(db, id);
    if (facts === null || !coversSite(sites, facts.about.siteId)) throw new NotFoundError('alert');
    const observation = await getObservation(db, {
      id: facts.about.observationId,
      capturedAt: facts.frame.capturedAt,
    });
    const told = explainAlert(facts, { withholdNotes, observationDigest: digestOfJson(observation) });
    return { kind: 'alert', ...told, entries: facts.ledger };
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
