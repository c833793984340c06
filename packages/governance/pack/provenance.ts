import type { Explanation, ExplanationStep } from '@amaan/contracts/explanation';

type Attributes = Record<string, string | boolean | number>;
type Relations = Record<string, Record<string, string>>;

/** A W3C PROV document in its JSON form (PROV-JSON, W3C member submission of 24 April 2013). */
export interface ProvDocument {
  readonly prefix: Record<string, string>;
  readonly entity: Record<string, Attributes>;
  readonly activity: Record<string, Attributes>;
  readonly agent: Record<string, Attributes>;
  readonly used: Relations;
  readonly wasGeneratedBy: Relations;
  readonly wasDerivedFrom: Relations;
  readonly wasAssociatedWith: Relations;
  readonly wasAttributedTo: Relations;
}

/**
 * Where an alert came from, in the terms of W3C PROV: the inference used frame, model and configuration
 * under a permit and generated the alert; people generated decisions from it. It follows from the
 * explanation alone, so that one can be checked against the other.
 */
export function provenanceOf(explanation: Explanation): ProvDocument {
  const { id, about } = explanation;
  const frame = stepOf(explanation, 'frame');
  const model = stepOf(explanation, 'model');
  const configuration = stepOf(explanation, 'configuration');
  const rule = stepOf(explanation, 'rule');
  const permit = stepOf(explanation, 'permit');
  const { approvals } = stepOf(explanation, 'approvals');
  const { assessment } = stepOf(explanation, 'impact-assessment');
  const { decisions } = stepOf(explanation, 'decisions');

  const alert = `amaan:alert-${id}`;
  const inference = `amaan:inference-${about.observationId}`;
  const system = `amaan:system-${about.system}`;
  const names = {
    frame: `amaan:frame-${frame.digest}`,
    model: `amaan:model-${model.digest}`,
    configuration: `amaan:configuration-${configuration.digest}`,
    rule: `amaan:rule-${rule.rule.id}-${rule.rule.version}`,
    permit: `amaan:permit-${permit.id}`,
  };
  const document: ProvDocument = {
    prefix: {
      amaan: 'urn:amaan:',
      prov: 'http://www.w3.org/ns/prov#',
      xsd: 'http://www.w3.org/2001/XMLSchema#',
    },
    entity: {
      [alert]: {
        'prov:type': 'amaan:alert',
        'amaan:simulated': about.simulated,
        'amaan:observationDigest': about.observationDigest,
      },
      [names.frame]: { 'prov:type': 'amaan:frame', 'amaan:sha256': frame.digest },
      [names.model]: {
        'prov:type': 'amaan:model',
        'prov:label': model.title,
        'amaan:sha256': model.digest,
        'amaan:licence': model.licence,
      },
      [names.configuration]: { 'prov:type': 'amaan:configuration', 'amaan:sha256': configuration.digest },
      [names.rule]: { 'prov:type': 'amaan:rule', 'amaan:sha256': rule.digest },
      [names.permit]: { 'prov:type': 'amaan:permit' },
    },
    activity: {
      [inference]: {
        'prov:type': 'amaan:inference',
        'prov:startTime': frame.capturedAt,
        'prov:endTime': about.raisedAt,
      },
      [`${names.permit}-issue`]: {
        'prov:type': 'amaan:permit-issue',
        'prov:startTime': permit.issuedAt,
        'prov:endTime': permit.issuedAt,
      },
    },
    agent: { [system]: { 'prov:type': 'prov:SoftwareAgent' } },
    used: {},
    wasGeneratedBy: {
      '_:generated': { 'prov:entity': alert, 'prov:activity': inference, 'prov:time': about.raisedAt },
      '_:issued': { 'prov:entity': names.permit, 'prov:activity': `${names.permit}-issue` },
    },
    wasDerivedFrom: { '_:derived': { 'prov:generatedEntity': alert, 'prov:usedEntity': names.frame } },
    wasAssociatedWith: {
      '_:system': { 'prov:activity': inference, 'prov:agent': system, 'prov:plan': names.rule },
    },
    wasAttributedTo: {},
  };
  for (const [what, entity] of Object.entries(names)) {
    document.used[`_:used-${what}`] = { 'prov:activity': inference, 'prov:entity': entity };
  }
  if (assessment !== null) {
    const name = `amaan:impact-assessment-${assessment.id}`;
    document.entity[name] = { 'prov:type': 'amaan:impact-assessment', 'amaan:demo': assessment.demo };
    document.used['_:used-assessment'] = { 'prov:activity': `${names.permit}-issue`, 'prov:entity': name };
  }
  for (const approval of approvals) {
    const name = `amaan:approval-${approval.id}`;
    const agent = personName(approval.by);
    document.entity[name] = { 'prov:type': 'amaan:approval', 'amaan:demo': approval.demo };
    document.agent[agent] = { 'prov:type': 'prov:Person', 'prov:label': approval.by };
    document.wasAttributedTo[`_:by-${approval.id}`] = { 'prov:entity': name, 'prov:agent': agent };
    document.used[`_:used-${approval.id}`] = {
      'prov:activity': `${names.permit}-issue`,
      'prov:entity': name,
    };
  }
  for (const decision of decisions) {
    const name = `amaan:decision-${decision.id}`;
    const agent = personName(decision.byName);
    document.entity[name] = { 'prov:type': 'amaan:decision', 'amaan:what': decision.what };
    document.activity[`${name}-review`] = {
      'prov:type': 'amaan:review',
      'prov:startTime': decision.at,
      'prov:endTime': decision.at,
    };
    document.agent[agent] = { 'prov:type': 'prov:Person', 'prov:label': decision.byName };
    document.used[`_:reviewed-${decision.id}`] = { 'prov:activity': `${name}-review`, 'prov:entity': alert };
    document.wasGeneratedBy[`_:decided-${decision.id}`] = {
      'prov:entity': name,
      'prov:activity': `${name}-review`,
      'prov:time': decision.at,
    };
    document.wasAssociatedWith[`_:reviewer-${decision.id}`] = {
      'prov:activity': `${name}-review`,
      'prov:agent': agent,
    };
  }
  return document;
}

/** A person's name as a qualified name's local part. */
function personName(name: string): string {
  return `amaan:person-${encodeURIComponent(name)}`;
}

function stepOf<Name extends ExplanationStep['step']>({ steps }: Explanation, name: Name) {
  type Step = Extract<ExplanationStep, { step: Name }>;
  const found = steps.find((step): step is Step => step.step === name);
  if (found === undefined) throw new TypeError(`The explanation has no step ${name}.`);
  return found;
}
