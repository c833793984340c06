import type {
  AccessReport,
  AccessReportLine,
  AccessReportQuery,
  AccessRules,
} from '@amaan/contracts/api/access-report';
import { Role } from '@amaan/contracts/api/me';
import { newIdentifier } from '@amaan/contracts/identifier';
import { type Instant, instantOf } from '@amaan/contracts/instant';
import type { Database } from '@amaan/store/open-database';
import {
  getPolicyText,
  listPolicyPeriods,
  type PolicyPeriod,
  recordPolicies,
} from '@amaan/store/policy-texts';
import {
  accountDigest,
  findAccountEntries,
  listAccountHistory,
  type PastAccount,
} from '@amaan/store/user-history';
import { NotFoundError } from '../http/http-errors.ts';
import { changeInLedger } from '../ledger/change-in-ledger.ts';
import { ledgerEntry } from '../ledger/ledger-entry.ts';
import { AccessPolicies } from './access-policies.ts';
import { currentPolicies, decideBy, type Principal } from './decide.ts';

export interface AccessReportServiceOptions {
  readonly db: Database;
  readonly now: () => number;
  /** The rules in force; those of the code when left out. */
  readonly policies?: AccessPolicies;
}

const DAY_MS = 24 * 60 * 60 * 1000;
/** Everything that a policy may ask for beside the role, as if it were given. */
const PURPOSE = {
  ...{ id: newIdentifier(), caseId: newIdentifier(), siteId: newIdentifier() },
  expiresAt: '9999-12-31T23:59:59.999Z',
};

/** Says who may do what, now and on any day since the rules were first recorded. */
export class AccessReportService {
  readonly #db: Database;
  readonly #now: () => number;
  readonly #policies: AccessPolicies;
  /** Past rules by digest: they never change. */
  readonly #past = new Map<string, AccessPolicies>();

  constructor({ db, now, policies = currentPolicies }: AccessReportServiceOptions) {
    this.#db = db;
    this.#now = now;
    this.#policies = policies;
  }

  /** Puts the rules on record when they are not those that held until now. Called at every start. */
  async recordRules(): Promise<void> {
    const at = this.#now();
    const { digest, text } = this.#policies;
    await changeInLedger(this.#db, async (tx) => {
      const newest = (await listPolicyPeriods(tx)).at(-1);
      if (newest?.digest === digest) return { result: null, entries: [] };
      await recordPolicies(tx, { digest, since: instantOf(at) }, text);
      const entry = ledgerEntry({
        kind: 'access.policies-changed',
        at,
        actor: 'system:server',
        subject: 'access:policies',
        data: { digest, before: newest?.digest ?? null },
      });
      return { result: null, entries: [entry] };
    });
  }

  /** The rules in force, word for word, each with the sentence that it refuses with. */
  async rules(): Promise<AccessRules> {
    const { digest, policies, text } = this.#policies;
    const since = (await listPolicyPeriods(this.#db)).findLast((period) => period.digest === digest);
    return { digest, since: since?.since ?? null, schema: text.schema, policies: [...policies] };
  }

  /**
   * Who could do what on a day: for each account one line for each part of the day in which neither it nor
   * the rules changed. Times after now are left out.
   */
  async report({ day, username, action }: AccessReportQuery): Promise<AccessReport> {
    const start = Date.parse(`${day}T00:00:00.000Z`);
    const end = Math.min(start + DAY_MS, this.#now());
    const bounds = { from: instantOf(start), to: instantOf(Math.max(start, end)) };
    const periods = (await listPolicyPeriods(this.#db)).filter(({ since }) => since < bounds.to);
    const ofDay = periods.filter((_, index) => {
      const next = periods[index + 1];
      return next === undefined || next.since > bounds.from;
    });
    const rules = new Map(
      await Promise.all(ofDay.map(async ({ digest }) => [digest, await this.#policiesOf(digest)] as const)),
    );
    const accounts = Map.groupBy(
      await listAccountHistory(this.#db, bounds.to, username),
      ({ userId }) => userId,
    );
    const proofs = await findAccountEntries(this.#db, [...accounts.keys()]);
    const lines = [...accounts.values()].flatMap((history) =>
      linesOf(history, ofDay, rules, bounds).map((line) => ({
        ...line,
        provenBy: proofs.get(line.accountDigest) ?? null,
      })),
    );
    const known = new Set([...rules.values()].flatMap(({ actions }) => [...actions]));
    return {
      day,
      policies: ofDay,
      actions: [...known].filter((name) => action === undefined || name === action).sort(),
      lines: lines
        .map((line) => (action === undefined ? line : onlyAction(line, action)))
        .sort((a, b) => a.username.localeCompare(b.username) || a.from.localeCompare(b.from)),
    };
  }

  async #policiesOf(digest: string): Promise<AccessPolicies> {
    if (digest === this.#policies.digest) return this.#policies;
    const known = this.#past.get(digest);
    if (known !== undefined) return known;
    const text = await getPolicyText(this.#db, digest);
    if (text === null) throw new NotFoundError('policy text');
    const policies = new AccessPolicies(text);
    this.#past.set(digest, policies);
    return policies;
  }
}

interface Bounds {
  readonly from: Instant;
  readonly to: Instant;
}

function linesOf(
  history: readonly PastAccount[],
  periods: readonly PolicyPeriod[],
  rules: ReadonlyMap<string, AccessPolicies>,
  { from, to }: Bounds,
): Omit<AccessReportLine, 'provenBy'>[] {
  const first = history[0]!.since;
  const changes = [...history, ...periods].map(({ since }) => since).filter((at) => at > from && at >= first);
  const starts = [...new Set([first > from ? first : from, ...changes])].sort().filter((at) => at < to);
  return starts.map((start, index) => {
    const account = history.findLast(({ since }) => since <= start)!;
    const period = periods.findLast(({ since }) => since <= start);
    const could = period === undefined ? NOTHING : whatTheyCould(rules.get(period.digest)!, account);
    return {
      ...account,
      accountDigest: accountDigest(account),
      from: start,
      to: starts[index + 1] ?? to,
      policies: period?.digest ?? null,
      ...could,
    };
  });
}

const NOTHING: Pick<AccessReportLine, 'actions' | 'conditional'> = { actions: [], conditional: [] };

/** Asks twice: as if everything that may be asked for beside the role were given, and as if nothing were. */
function whatTheyCould(
  policies: AccessPolicies,
  account: PastAccount,
): Pick<AccessReportLine, 'actions' | 'conditional'> {
  const now = Date.parse(account.since);
  const bare: Principal = {
    ...account,
    id: account.userId,
    role: Role.parse(account.role),
    mustChangePassword: false,
    secondFactor: true,
    steppedUpAt: null,
    trainingGaps: ['any'],
  };
  const equipped: Principal = { ...bare, steppedUpAt: instantOf(now), trainingGaps: [], purpose: PURPOSE };
  const actions = policies.actions.filter((action) => decideBy(policies, equipped, action, { now }).allowed);
  const conditional = actions.flatMap((action) => {
    const verdict = decideBy(policies, bare, action, { now });
    return verdict.allowed ? [] : [{ action, code: verdict.code, reason: verdict.reason }];
  });
  return { actions: [...actions].sort(), conditional };
}

function onlyAction(line: AccessReportLine, action: string): AccessReportLine {
  return {
    ...line,
    actions: line.actions.filter((name) => name === action),
    conditional: line.conditional.filter((condition) => condition.action === action),
  };
}
