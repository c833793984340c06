import { derivedUuid } from '@amaan/contracts/derived-uuid';
import { type ControlView, controlKey } from '@amaan/contracts/governance/control';
import type { Identifier } from '@amaan/contracts/identifier';
import type { Instant } from '@amaan/contracts/instant';

/** The version of NIST's OSCAL that the document is written and checked against. */
export const OSCAL_VERSION = '1.0.4';

export interface OscalInput {
  readonly packId: Identifier;
  readonly deployment: string;
  readonly version: string;
  readonly createdAt: Instant;
  readonly period: { readonly from: Instant; readonly to: Instant };
  readonly evaluatedAt: Instant;
  readonly controls: readonly ControlView[];
}

/**
 * The state of every applicable control as OSCAL assessment results: what was observed in the running system
 * or in documents, and whether the control's objective is satisfied. A control that nobody has evidence for
 * is not satisfied.
 */
export function oscalAssessmentResults(input: OscalInput) {
  const uuid = (part: string) => derivedUuid(input.packId, part);
  const assessed = input.controls.filter(({ statement }) => statement.applicability !== 'not-applicable');
  const left = input.controls.filter(({ statement }) => statement.applicability === 'not-applicable');
  const plan = uuid('plan');
  return {
    'assessment-results': {
      uuid: uuid('assessment-results'),
      metadata: {
        title: `Amaan: AI management system, ${input.period.from} to ${input.period.to}`,
        'last-modified': input.createdAt,
        version: input.version,
        'oscal-version': OSCAL_VERSION,
        parties: [
          { uuid: uuid('platform'), type: 'organization', name: `Amaan deployment ${input.deployment}` },
        ],
      },
      'import-ap': {
        href: `#${plan}`,
        remarks: 'The platform evaluates all controls itself, all the time; there is no separate plan.',
      },
      results: [
        {
          uuid: uuid('result'),
          title: 'Controls as the running system shows them',
          description: 'Each control with its decision, and the evidence that the platform found for it.',
          start: input.period.from,
          end: input.period.to,
          'reviewed-controls': {
            'control-selections': [
              {
                'include-controls': assessed.map((control) => ({ 'control-id': tokenOf(control) })),
                ...(left.length > 0 && {
                  'exclude-controls': left.map((control) => ({ 'control-id': tokenOf(control) })),
                  remarks: 'Excluded controls are not applicable; the statement of applicability says why.',
                }),
              },
            ],
          },
          observations: assessed.map((control) => observationOf(control, input, uuid)),
          findings: assessed.map((control) => findingOf(control, uuid)),
        },
      ],
      'back-matter': {
        resources: [
          { uuid: plan, title: 'Continuous evaluation of controls', rlinks: [{ href: '../index.html' }] },
        ],
      },
    },
  };
}

type UuidOf = (part: string) => string;

function observationOf(control: ControlView, { evaluatedAt }: OscalInput, uuid: UuidOf) {
  const { live, documents, evidence, reason } = control;
  return {
    uuid: uuid(`observation ${controlKey(control)}`),
    title: `${control.id}: ${control.wording.en}`,
    description: live?.summary.en ?? reason.en,
    methods: [evidence === 'live' ? 'TEST' : 'EXAMINE'],
    types: [`evidence-${evidence}`],
    collected: live?.asOf ?? evaluatedAt,
    ...(documents.length > 0 && {
      'relevant-evidence': documents.map(({ number, version, title }) => ({
        href: '../sections/documents.html',
        description: `${number} v${version}: ${title}`,
      })),
    }),
  };
}

function findingOf(control: ControlView, uuid: UuidOf) {
  const { statement, status, reason } = control;
  return {
    uuid: uuid(`finding ${controlKey(control)}`),
    title: `${control.id}: ${control.wording.en}`,
    description: reason.en,
    props: [
      { name: 'status', ns: 'urn:amaan:control', value: status },
      { name: 'decision', ns: 'urn:amaan:control', value: statement.applicability },
    ],
    target: {
      type: 'objective-id',
      'target-id': `${tokenOf(control)}_obj`,
      status: { state: status === 'holds' ? 'satisfied' : 'not-satisfied' },
      ...(statement.justification !== '' && { remarks: statement.justification }),
    },
    'related-observations': [{ 'observation-uuid': uuid(`observation ${controlKey(control)}`) }],
  };
}

/** A control's name as an OSCAL token: begins with a letter, no colon. */
function tokenOf({ standard, id }: Pick<ControlView, 'standard' | 'id'>): string {
  return `${standard}_${id}`;
}
