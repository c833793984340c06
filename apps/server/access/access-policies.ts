import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Digest } from '@amaan/contracts/digest';
import { digestOfJson } from '@amaan/contracts/digest-of';
import { AmaanError } from '@amaan/contracts/problem';
import {
  type DetailedError,
  type EntityJson,
  type EntityUid,
  policySetTextToParts,
  policyToJson,
  preparsePolicySet,
  preparseSchema,
  schemaToJson,
  statefulIsAuthorized,
  validate,
} from '@cedar-policy/cedar-wasm/nodejs';

/** `POLICIES_INVALID`: the rules of access cannot be read, so nobody may do anything. */
export class PolicyError extends AmaanError {}

/** The text of the rules, file by file: what a digest stands for and what is kept for ever. */
export interface PolicyText {
  readonly schema: string;
  /** By file name. */
  readonly policies: Readonly<Record<string, string>>;
}

/** One rule, as people read it. */
export interface AccessPolicy {
  readonly id: string;
  readonly effect: 'permit' | 'forbid';
  /** What a refused person is told, in one sentence. */
  readonly reason: string;
  /** Stable code of the refusal. */
  readonly code: string;
  readonly file: string;
  /** In the Cedar language. */
  readonly text: string;
}

/** A question in Cedar's own terms. */
export interface AccessRequest {
  readonly principal: EntityUid;
  readonly action: string;
  readonly resource: EntityUid;
  readonly context: Readonly<Record<string, boolean>>;
  readonly entities: readonly EntityJson[];
}

export type Verdict =
  | { readonly allowed: true }
  | {
      readonly allowed: false;
      readonly code: string;
      readonly reason: string;
      /** Identifiers of the policies whose sentences the reason is made of. */
      readonly policies: readonly string[];
    };

const FOLDER = join(import.meta.dirname, '../../../policies');
const SCHEMA = 'amaan.cedarschema';
/** Refusals in the order in which a person can do something about them. */
const CODE_ORDER = [
  'ACCOUNT_DISABLED',
  'PASSWORD_CHANGE_REQUIRED',
  'SECOND_FACTOR_DUE',
  'ACTION_FORBIDDEN',
  'FOUR_EYES',
  'OUTSIDE_YOUR_SITES',
  'TRAINING_REQUIRED',
  'PURPOSE_REQUIRED',
  'STEP_UP_REQUIRED',
];

/** Reads the rules as the code ships them. */
export function readPolicyText(folder: string = FOLDER): PolicyText {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.cedar'))
    .sort();
  const read = (name: string) => readFileSync(join(folder, name), 'utf8');
  return { schema: read(SCHEMA), policies: Object.fromEntries(files.map((name) => [name, read(name)])) };
}

/** A set of Cedar policies with its schema, parsed once. What no policy permits is refused. */
export class AccessPolicies {
  readonly digest: Digest;
  readonly text: PolicyText;
  readonly policies: readonly AccessPolicy[];
  /** Every action of the schema that can be asked for about the platform as a whole: those of routes. */
  readonly actions: readonly string[];
  readonly #known: KnownAttributes;
  readonly #byId: ReadonlyMap<string, AccessPolicy>;
  /** By action: what those are told whom no policy permits it. */
  readonly #permits: ReadonlyMap<string, readonly AccessPolicy[]>;

  /** @throws PolicyError `POLICIES_INVALID`, with the first fault that Cedar names. */
  constructor(text: PolicyText) {
    this.text = text;
    this.digest = digestOfJson(text);
    const parsed = Object.entries(text.policies).flatMap(([file, content]) => parseFile(file, content));
    this.policies = parsed.map(({ policy }) => policy);
    this.#byId = new Map(this.policies.map((policy) => [policy.id, policy]));
    if (this.#byId.size < this.policies.length) throw invalid('two policies have the same @id');
    const staticPolicies = Object.fromEntries(this.policies.map((policy) => [policy.id, policy.text]));
    const checked = validate({ schema: text.schema, policies: { staticPolicies } });
    if (checked.type === 'failure') throw invalid(sentenceOf(checked.errors));
    const [fault] = checked.validationErrors;
    if (fault !== undefined) throw invalid(`${fault.policyId}: ${fault.error.message}`);
    assertParsed(preparseSchema(this.digest, text.schema));
    assertParsed(preparsePolicySet(this.digest, { staticPolicies }));
    const { actions, known } = readSchema(text.schema);
    this.actions = actions;
    this.#known = known;
    this.#permits = new Map(
      this.actions.map((action) => [
        action,
        parsed
          .filter(({ policy, actions }) => policy.effect === 'permit' && actions.has(action))
          .map(({ policy }) => policy),
      ]),
    );
  }

  /**
   * Asks Cedar. A policy that fails to evaluate counts for nothing if it permits; if it forbids, the whole
   * question is refused.
   */
  decide({ principal, action, resource, context, entities }: AccessRequest): Verdict {
    const answer = statefulIsAuthorized({
      principal,
      action: { type: 'Action', id: action },
      resource,
      context: only(context, this.#known.context),
      entities: entities.map((entity) => this.#asKnown(entity)),
      preparsedSchemaName: this.digest,
      preparsedPolicySetId: this.digest,
      validateRequest: false,
    });
    if (answer.type === 'failure') throw invalid(sentenceOf(answer.errors));
    const { decision, diagnostics } = answer.response;
    const [failed] = diagnostics.errors;
    if (failed !== undefined) throw invalid(`${failed.policyId}: ${failed.error.message}`);
    return decision === 'allow' ? { allowed: true } : this.#refusal(action, diagnostics.reason);
  }

  /** Policies of a day in the past do not know what has been added since, and Cedar refuses what is unknown. */
  #asKnown(entity: EntityJson): EntityJson {
    const type = '__entity' in entity.uid ? entity.uid.__entity.type : entity.uid.type;
    return { ...entity, attrs: only(entity.attrs, this.#known.attributes.get(type) ?? new Set()) };
  }

  #refusal(action: string, policyIds: readonly string[]): Verdict {
    const [deciding] = policyIds
      .map((id) => this.#byId.get(id)!)
      .sort((a, b) => CODE_ORDER.indexOf(a.code) - CODE_ORDER.indexOf(b.code));
    if (deciding !== undefined) {
      const { id, code, reason } = deciding;
      return { allowed: false, code, reason, policies: [id] };
    }
    const permits = this.#permits.get(action) ?? [];
    const reasons = ['Your role does not allow this.', ...permits.map(({ reason }) => reason)];
    return {
      allowed: false,
      code: 'ACTION_FORBIDDEN',
      reason: reasons.join(' '),
      policies: permits.map(({ id }) => id),
    };
  }
}

function parseFile(file: string, content: string) {
  const parts = policySetTextToParts(content);
  if (parts.type === 'failure') throw invalid(`${file}: ${sentenceOf(parts.errors)}`);
  return parts.policies.map((text) => {
    const parsed = policyToJson(text);
    if (parsed.type === 'failure') throw invalid(`${file}: ${sentenceOf(parsed.errors)}`);
    const { effect, annotations, action } = parsed.json;
    const { id, reason, code = 'ACTION_FORBIDDEN' } = annotations ?? {};
    if (id === undefined || reason === undefined) throw invalid(`${file}: a policy lacks @id or @reason`);
    return { policy: { id, effect, reason, code, file, text: text.trim() }, actions: actionIds(action) };
  });
}

type ActionConstraint = Extract<ReturnType<typeof policyToJson>, { type: 'success' }>['json']['action'];

/** The actions that a policy names one by one; groups and "every action" name none. */
function actionIds(constraint: ActionConstraint): Set<string> {
  if (constraint.op === 'All') return new Set();
  const entities =
    'entities' in constraint ? constraint.entities : 'entity' in constraint ? [constraint.entity] : [];
  return new Set(entities.map((entity) => ('__entity' in entity ? entity.__entity.id : entity.id)));
}

/** What a schema knows of the circumstances and of each type of entity. */
interface KnownAttributes {
  readonly context: ReadonlySet<string>;
  readonly attributes: ReadonlyMap<string, ReadonlySet<string>>;
}

function readSchema(schema: string): { actions: string[]; known: KnownAttributes } {
  const parsed = schemaToJson(schema);
  if (parsed.type === 'failure') throw invalid(sentenceOf(parsed.errors));
  const { actions = {}, commonTypes = {}, entityTypes = {} } = parsed.json[''] ?? {};
  const types = Object.entries(entityTypes).map(
    ([type, definition]) =>
      [type, attributesOf('shape' in definition ? definition.shape : undefined)] as const,
  );
  return {
    actions: Object.entries(actions)
      .filter(([, { appliesTo }]) => appliesTo?.resourceTypes.includes('Platform'))
      .map(([name]) => name),
    known: { context: attributesOf(commonTypes.Circumstances), attributes: new Map(types) },
  };
}

function attributesOf(type: unknown): Set<string> {
  if (typeof type !== 'object' || type === null || !('attributes' in type)) return new Set();
  return new Set(Object.keys(type.attributes ?? {}));
}

function only<Value>(
  record: Readonly<Record<string, Value>>,
  names: ReadonlySet<string>,
): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => names.has(name)));
}

function assertParsed(answer: ReturnType<typeof preparseSchema>): void {
  if (answer.type === 'failure') throw invalid(sentenceOf(answer.errors));
}

function sentenceOf(errors: readonly DetailedError[]): string {
  return errors.map(({ message }) => message).join('; ');
}

function invalid(what: string): PolicyError {
  return new PolicyError('POLICIES_INVALID', `The policies under policies/ do not hold together: ${what}.`);
}
