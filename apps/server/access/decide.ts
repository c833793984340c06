import type { SiteScope } from '@amaan/contracts/api/me';
import type { Identifier } from '@amaan/contracts/identifier';
import { type Instant, instantOf } from '@amaan/contracts/instant';
import { personKey } from '@amaan/governance/four-eyes';
import type { EntityJson, EntityUid } from '@cedar-policy/cedar-wasm/nodejs';
import { AccessPolicies, readPolicyText, type Verdict } from './access-policies.ts';
import { type Action, PROTECTED_ACTIONS, type PrincipalRole } from './actions.ts';
import { DecisionCache } from './decision-cache.ts';

/** Who asks: a person who is signed in, or a program with a token. */
export interface Principal {
  readonly id: string;
  readonly name: string;
  readonly username: string;
  readonly role: PrincipalRole;
  readonly mustChangePassword: boolean;
  /** The human behind the account: two accounts of one person count once. A program has none of its own. */
  readonly person: string;
  readonly sites: SiteScope;
  readonly secondFactor: boolean;
  /** The deployment wants a second factor from this role, and there is none yet; left out: no. */
  readonly secondFactorDue?: boolean;
  /** When the session last proved its person again; null: never. */
  readonly steppedUpAt: Instant | null;
  /** Shut by an administrator. Left out: it is not. */
  readonly disabled?: boolean;
  /** Trainings that the role needs and the person lacks, or that are out of date; left out: none. */
  readonly trainingGaps?: readonly string[];
  /** What an investigator said that this request is for; left out: nothing. */
  readonly purpose?: StatedPurpose;
}

/** A case and a purpose that were put on record before. */
export interface StatedPurpose {
  readonly id: Identifier;
  readonly caseId: Identifier;
  readonly siteId: Identifier;
  /** From then on it opens nothing, also not to a stream that began before. */
  readonly expiresAt: Instant;
}

/** What an action is about; left out: the platform as a whole. */
export type AccessResource =
  | { readonly type: 'site'; readonly id: Identifier }
  | {
      readonly type: 'case';
      readonly id: Identifier;
      readonly siteId: Identifier;
      readonly open: boolean;
      /** Identifiers of the users who work on it. */
      readonly members: readonly string[];
    };

export interface Circumstances {
  readonly resource?: AccessResource;
  /** Unix time in milliseconds. */
  readonly now?: number;
}

export type Decision = Verdict;

/** How long a fresh proof of who one is opens sensitive actions. */
export const STEP_UP_MS = 10 * 60 * 1000;
/** What is about the platform as a whole is decided by what somebody is, never by who: one answer for all alike. */
const SOMEBODY = { id: 'somebody', person: 'somebody', sites: 'all' } as const;
const PLATFORM: EntityUid = { type: 'Platform', id: 'amaan' };

/** The policies in force: those that the code ships. */
export const currentPolicies = new AccessPolicies(readPolicyText());
const cache = new DecisionCache();

/** The one place that decides whether somebody may perform an action. Default is no. */
export function decide(
  principal: Principal | null,
  action: Action,
  circumstances: Circumstances = {},
): Decision {
  if (action === 'public') return { allowed: true };
  if (principal === null)
    return { allowed: false, code: 'SIGN_IN_REQUIRED', reason: 'Sign in first.', policies: [] };
  return decideBy(currentPolicies, principal, action, circumstances);
}

/** The same by other policies: those of a day in the past. */
export function decideBy(
  policies: AccessPolicies,
  principal: Principal,
  action: string,
  { resource, now = Date.now() }: Circumstances = {},
): Decision {
  const { steppedUpAt } = principal;
  const context = {
    stepUpFresh: steppedUpAt !== null && Math.abs(now - Date.parse(steppedUpAt)) < STEP_UP_MS,
    trainingCurrent: (principal.trainingGaps ?? []).length === 0,
    purposeStated: principal.purpose !== undefined && now < Date.parse(principal.purpose.expiresAt),
    secondFactorDue: principal.secondFactorDue ?? false,
  };
  const asked = resource === undefined ? { ...principal, ...SOMEBODY } : principal;
  const { id, person, role, sites, mustChangePassword, secondFactor, disabled = false } = asked;
  const key = JSON.stringify([
    policies.digest,
    action,
    ...[id, person, role, sites, mustChangePassword, secondFactor, disabled],
    context,
    resource,
  ]);
  return cache.get(key, () => {
    const who = principalEntity(asked);
    return policies.decide({
      principal: who.uid,
      action,
      resource: resource === undefined ? PLATFORM : uidOf(resource),
      context,
      entities: resource === undefined ? [who] : [who, resourceEntity(resource)],
    });
  });
}

/** The actions that somebody may perform, the sensitive ones after proving again who they are. */
export function allowedActions(principal: Principal, circumstances: Circumstances = {}): string[] {
  const proven = { ...principal, steppedUpAt: instantOf(circumstances.now ?? Date.now()) };
  return PROTECTED_ACTIONS.filter((action) => decide(proven, action, circumstances).allowed);
}

/** Whether data of a site are within somebody's scope. */
export function coversSite(sites: SiteScope, siteId: Identifier): boolean {
  return sites === 'all' || sites.includes(siteId);
}

/** The sites whose citizens' data somebody may read now: that of the case, while a purpose is stated. */
export function citizenDataSites({ sites, purpose }: Principal): SiteScope {
  return purpose === undefined ? sites : [purpose.siteId];
}

/**
 * Whether somebody may take a decision that other people asked for or wrote: four eyes. It depends on the
 * humans alone, whatever accounts and roles they have, and is asked anew each time.
 */
export function decideAsPerson(person: string, people: readonly string[]): Decision {
  const who = { type: 'User', id: SOMEBODY.id };
  const decision = { type: 'Decision', id: 'this' };
  const standing = { allSites: true, sites: [], mustChangePassword: false, disabled: false };
  return currentPolicies.decide({
    principal: who,
    action: 'decision.take',
    resource: decision,
    context: { stepUpFresh: true, trainingCurrent: true, purposeStated: false },
    entities: [
      { uid: who, attrs: { ...standing, secondFactor: false, person: spelt(person) }, parents: [] },
      { uid: decision, attrs: { people: people.map(spelt) }, parents: [] },
    ],
  });
}

/** A person as the policies spell them; empty: nobody knows who it is. */
function spelt(person: string): string {
  return personKey(person) ?? '';
}

function principalEntity(principal: Principal): EntityJson & { uid: EntityUid } {
  const { id, person, role, sites, mustChangePassword, secondFactor, disabled = false } = principal;
  if (role === 'monitor' || role === 'command-line')
    return { uid: { type: 'Program', id: role }, attrs: {}, parents: [] };
  return {
    uid: { type: 'User', id },
    attrs: {
      person: spelt(person),
      allSites: sites === 'all',
      sites: sites === 'all' ? [] : sites.map((site) => ({ __entity: { type: 'Site', id: site } })),
      mustChangePassword,
      disabled,
      secondFactor,
    },
    parents: [{ type: 'Role', id: role }],
  };
}

function uidOf({ type, id }: AccessResource): EntityUid {
  return { type: type === 'site' ? 'Site' : 'Case', id };
}

function resourceEntity(resource: AccessResource): EntityJson {
  const uid = uidOf(resource);
  if (resource.type === 'site') return { uid, attrs: {}, parents: [] };
  const members = resource.members.map((id) => ({ __entity: { type: 'User', id } }));
  return { uid, attrs: { members, open: resource.open }, parents: [{ type: 'Site', id: resource.siteId }] };
}
