import type { LifecycleStage } from '@amaan/contracts/ai-system';
import type { Instant } from '@amaan/contracts/instant';
import type { PublicSystem, StandardField } from '@amaan/contracts/public-register';

/** Everything of a system that the fields are filled from. */
export interface StandardSource {
  readonly system: Omit<PublicSystem, 'atrs' | 'eurocities'>;
  readonly stage: LifecycleStage;
  readonly organisation: string;
  /** When the entry last changed. */
  readonly changedAt: Instant;
}

/** Attributes that ATRS 2.1 requires (`required: TRUE`), tier 1 first. */
export const ATRS_REQUIRED = [
  'standard_version',
  'date_completion',
  'name',
  'description',
  'contact_email',
  'organisation',
  'external_supplier',
  'external_supplier_role',
  'scope',
  'benefit',
  'model_type',
  'phase',
  'human_decisions',
  'appeals_and_review',
  'source_data_name',
  'source_data_description',
  'data_collection',
  'data_sharing_agreements',
  'data_access_and_storage',
  'impact_assessment_name',
  'risk_name',
] as const;

/** Attributes that the Algorithmic Transparency Standard 0.3.1 of Eurocities requires. */
export const EUROCITIES_REQUIRED = [
  'standard_version',
  'lang',
  'publication_date',
  'last_change_date',
  'revision_date',
  'name',
  'organization',
  'department',
  'country',
  'contact_email',
  'description_short',
  'status',
  'decision_making_process',
  'domain',
  'area',
  'goal',
  'impact',
  'risks',
  'risk_category',
  'proportionality',
  'lawful_basis',
  'training_data',
  'source_data',
  'connected_data_sources',
  'algorithm_type',
  'type',
  'monitoring',
  'human_intervention',
  'objection_procedure',
] as const;

type Fields<Required extends readonly string[]> = Record<Required[number], StandardField>;

const stated = (value: string): StandardField => ({ state: 'stated', value });
const notApplicable = (because: string): StandardField => ({ state: 'not-applicable', because });
const said = (value: string | null, what: string): StandardField =>
  value === null || value === ''
    ? { state: 'not-stated', missing: `The organisation has not stated ${what} yet.` }
    : stated(value);

/** The entry as a record of the UK Algorithmic Transparency Recording Standard. */
export function atrsFields({
  system,
  stage,
  organisation,
  changedAt,
}: StandardSource): Fields<typeof ATRS_REQUIRED> {
  return {
    standard_version: stated('2.1'),
    date_completion: stated(changedAt.slice(0, 10)),
    name: stated(system.name.en),
    description: stated(system.about.en),
    contact_email: said(system.contact, 'a contact'),
    organisation: stated(organisation),
    external_supplier: suppliers(system),
    external_supplier_role:
      system.models.length === 0
        ? notApplicable('Nothing of this system comes from a supplier.')
        : stated('Authors of published models that run unchanged inside the organisation’s own machines.'),
    scope: stated(`${system.intendedUse} It must never: ${system.mustNever.join(' ')}`),
    benefit: stated(system.intendedUse),
    model_type:
      system.models.length === 0
        ? notApplicable('This system runs no trained model.')
        : stated(system.models.map(({ title }) => title).join('; ')),
    phase: stated(stage),
    human_decisions: stated(system.humanOversight.join(' ')),
    appeals_and_review: stated(
      'Anybody may raise a concern on the page of this register, without an account, and follow what becomes of it.',
    ),
    source_data_name: stated(system.data.reads.join(' ')),
    source_data_description: stated(dataOf(system)),
    data_collection: stated(system.data.reads.join(' ')),
    data_sharing_agreements: notApplicable(
      'The platform runs on the organisation’s own machines and shares no data with anybody.',
    ),
    data_access_and_storage: stated([dataOf(system), system.retention ?? ''].join(' ').trim()),
    impact_assessment_name: assessmentField(system),
    risk_name: stated(system.risk.reasons.join(' ')),
  };
}

/** The entry as a record of the Eurocities Algorithmic Transparency Standard. */
export function eurocitiesFields({
  system,
  organisation,
  changedAt,
}: StandardSource): Fields<typeof EUROCITIES_REQUIRED> {
  const runs = system.state !== 'planned' && system.state !== 'retired';
  return {
    standard_version: stated('0.3.1'),
    lang: stated('en'),
    publication_date: stated(changedAt.slice(0, 10)),
    last_change_date: stated(changedAt.slice(0, 10)),
    revision_date:
      system.assessment === null
        ? notApplicable('No impact assessment is in force whose end would ask for a revision.')
        : stated(system.assessment.expiresAt.slice(0, 10)),
    name: stated(system.name.en),
    organization: stated(organisation),
    department: said(system.owner, 'who answers for it'),
    country: stated('Pakistan'),
    contact_email: said(system.contact, 'a contact'),
    description_short: stated(shortened(system.about.en)),
    status: stated(STATUS[system.state]),
    decision_making_process: stated(system.humanOversight.join(' ')),
    domain: stated(system.id.startsWith('traffic') ? 'traffic and transportation' : 'public safety'),
    area: stated(organisation),
    goal: stated(system.intendedUse),
    impact: stated(system.affected.join(' ')),
    risks: stated(system.risk.reasons.join(' ')),
    risk_category: stated(`${system.risk.tier} risk`),
    proportionality: runs
      ? assessmentField(system)
      : notApplicable('The system is not in operation; proportionality is judged before a pilot.'),
    lawful_basis:
      !runs && !system.legalBasis
        ? notApplicable('The system is not in operation; it needs a legal basis before a pilot.')
        : said(system.legalBasis, 'the legal basis'),
    training_data:
      system.models.length === 0
        ? notApplicable('This system runs no trained model.')
        : stated(
            `Nothing was trained here: ${system.models.map(({ title, source }) => `${title} (${source})`).join('; ')}, as published.`,
          ),
    source_data: stated(dataOf(system)),
    connected_data_sources: notApplicable('No register of persons or other database is connected.'),
    algorithm_type: stated(system.models.length === 0 ? 'rule-based' : 'hybrid'),
    type: stated('descriptive'),
    monitoring: stated(
      'Volume, latency, confidence, rejected alerts and drift are watched every minute by a system of its own, which can suspend.',
    ),
    human_intervention: stated(system.humanOversight.join(' ')),
    objection_procedure: stated(
      'Raise a concern on the page of this register; it needs no account and no name.',
    ),
  };
}

const STATUS: Record<PublicSystem['state'], string> = {
  operational: 'operational',
  pilot: 'pilot',
  suspended: 'evaluation',
  planned: 'planned',
  retired: 'retired',
};

type Described = StandardSource['system'];

function dataOf({ data }: Described): string {
  const keeps = data.keeps.map(({ what, howLong }) => `Keeps ${what} ${howLong}`);
  return [`Reads ${data.reads.join(' ')}`, ...keeps].join(' ');
}

function suppliers({ models }: Described): StandardField {
  if (models.length === 0) return notApplicable('Nothing of this system comes from a supplier.');
  return stated(models.map(({ title, source, licence }) => `${title}: ${source} (${licence})`).join('; '));
}

function assessmentField({ assessment }: Described): StandardField {
  if (assessment === null) {
    return notApplicable('No impact assessment is approved yet, so the system may not run.');
  }
  const demo = assessment.demo ? ' It is made up for a demonstration.' : '';
  return stated(
    `AI impact assessment, ${assessment.status} on ${assessment.at.slice(0, 10)}, valid until ${assessment.expiresAt.slice(0, 10)}.${demo}`,
  );
}

/** The standard allows 150 characters. */
function shortened(text: string): string {
  return text.length <= 150 ? text : `${text.slice(0, text.lastIndexOf(' ', 148))}…`;
}
