import type { LifecycleStage, LocalText } from '@amaan/contracts/ai-system';
import type { Instant } from '@amaan/contracts/instant';
import type { PublicSystem, StandardField } from '@amaan/contracts/public-register';

/** Everything of a system that the fields are filled from. */
export interface StandardSource {
  readonly system: Omit<PublicSystem, 'atrs' | 'eurocities'>;
  readonly stage: LifecycleStage;
  /** Whether this version does what it describes. */
  readonly built: boolean;
  /** Whether this version runs models at all, be they installed or not. */
  readonly runsModels: boolean;
  readonly organisation: string;
  /** When the organisation's part of the entry last changed; null: it never wrote one. */
  readonly changedAt: Instant | null;
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

/** The entry as a record of the UK Algorithmic Transparency Recording Standard. */
export function atrsFields(source: StandardSource): Fields<typeof ATRS_REQUIRED> {
  const { system, stage, organisation, changedAt } = source;
  return {
    standard_version: stated('2.1'),
    date_completion: said(day(changedAt), MISSING.date),
    name: stated(system.name),
    description: stated(system.about),
    contact_email: said(system.contact, MISSING.contact),
    organisation: stated(organisation),
    external_supplier: ofModels(
      source,
      NO_SUPPLIER,
      ({ title, source: from, licence }) => `${title}: ${from} (${licence})`,
    ),
    external_supplier_role:
      system.models.length === 0 ? withoutModels(source, NO_SUPPLIER) : stated(SUPPLIER_ROLE),
    scope: stated(joined([system.intendedUse, MUST_NEVER, ...system.mustNever])),
    benefit: stated(system.intendedUse),
    model_type: ofModels(source, NO_MODEL, ({ title }) => title),
    phase: stated(stage),
    human_decisions: stated(joined(system.humanOversight)),
    appeals_and_review: stated(APPEALS),
    source_data_name: stated(joined(system.data.reads)),
    source_data_description: stated(dataOf(system)),
    data_collection: stated(joined(system.data.reads)),
    data_sharing_agreements: missing(MISSING.sharing),
    data_access_and_storage: stated(
      joined([dataOf(system), ...(system.retention === null ? [] : [asWritten(system.retention)])]),
    ),
    impact_assessment_name: assessmentField(system),
    risk_name: stated(joined(system.risk.reasons)),
  };
}

/** The entry as a record of the Eurocities Algorithmic Transparency Standard. */
export function eurocitiesFields(source: StandardSource): Fields<typeof EUROCITIES_REQUIRED> {
  const { system, built, runsModels, organisation, changedAt } = source;
  const runs = system.state !== 'planned' && system.state !== 'retired';
  return {
    standard_version: stated('0.3.1'),
    lang: stated('en, ur'),
    publication_date: said(day(changedAt), MISSING.date),
    last_change_date: said(day(changedAt), MISSING.date),
    revision_date:
      system.assessment === null
        ? notApplicable(NO_REVISION)
        : stated(system.assessment.expiresAt.slice(0, 10)),
    name: stated(system.name),
    organization: stated(organisation),
    department: said(system.owner, MISSING.owner),
    country: missing(MISSING.country),
    contact_email: said(system.contact, MISSING.contact),
    description_short: stated({ en: shortened(system.about.en), ur: shortened(system.about.ur) }),
    status: stated(STATUS[system.state]),
    decision_making_process: stated(joined(system.humanOversight)),
    domain: stated(system.id.startsWith('traffic') ? DOMAINS.traffic : DOMAINS.safety),
    area: missing(MISSING.area),
    goal: stated(system.intendedUse),
    impact: stated(joined(system.affected)),
    risks: stated(joined(system.risk.reasons)),
    risk_category: stated(TIERS[system.risk.tier]),
    proportionality: runs ? assessmentField(system) : notApplicable(NOT_JUDGED),
    lawful_basis:
      !runs && system.legalBasis === null
        ? notApplicable(NO_BASIS_YET)
        : said(system.legalBasis, MISSING.basis),
    training_data: ofModels(source, NO_MODEL, ({ title, source: from }) => `${title} (${from})`),
    source_data: stated(dataOf(system)),
    connected_data_sources: missing(MISSING.connected),
    algorithm_type: !built ? notApplicable(NOT_BUILT) : stated(runsModels ? 'hybrid' : 'rule-based'),
    type: built ? stated('descriptive') : notApplicable(NOT_BUILT),
    monitoring: runs ? stated(system.id === MONITOR ? WATCHES_ITSELF : WATCHED) : notApplicable(NOT_WATCHED),
    human_intervention: stated(joined(system.humanOversight)),
    objection_procedure: stated(APPEALS),
  };
}

const MONITOR = 'governance-monitoring';

type Described = StandardSource['system'];

const stated = (value: string | LocalText): StandardField => ({ state: 'stated', value });
const notApplicable = (because: LocalText): StandardField => ({ state: 'not-applicable', because });
const missing = (what: LocalText): StandardField => ({ state: 'not-stated', missing: what });
const said = (value: string | null, what: LocalText): StandardField =>
  value === null || value === '' ? missing(what) : stated(value);

/** What the organisation wrote, in whichever language it did. */
const asWritten = (text: string): LocalText => ({ en: text, ur: text });

function joined(texts: readonly LocalText[]): LocalText {
  return { en: texts.map(({ en }) => en).join(' '), ur: texts.map(({ ur }) => ur).join(' ') };
}

function day(at: Instant | null): string | null {
  return at === null ? null : at.slice(0, 10);
}

function dataOf({ data }: Described): LocalText {
  const keeps = data.keeps.flatMap(({ what, howLong }) => [KEEPS, what, howLong]);
  return joined([READS, ...data.reads, ...keeps]);
}

/** What is told of each model; a system without any says why there is nothing to tell. */
function ofModels(
  source: StandardSource,
  none: LocalText,
  tell: (model: Described['models'][number]) => string,
): StandardField {
  const { models } = source.system;
  return models.length === 0 ? withoutModels(source, none) : stated(models.map(tell).join('; '));
}

/** Of what is not built nobody knows yet which models it will run; of what is not installed the register has no digest. */
function withoutModels({ built, runsModels }: StandardSource, none: LocalText): StandardField {
  return notApplicable(!built ? NOT_BUILT : runsModels ? NOT_INSTALLED : none);
}

function assessmentField({ assessment }: Described): StandardField {
  if (assessment === null) return notApplicable(NO_ASSESSMENT);
  const { status, at, expiresAt, demo } = assessment;
  const [from, until] = [at.slice(0, 10), expiresAt.slice(0, 10)];
  return stated({
    en: `AI impact assessment, ${status} on ${from}, valid until ${until}.${demo ? ' It is made up for a demonstration.' : ''}`,
    ur: `اثرات کا جائزہ، ${status === 'approved' ? `${from} کو منظور` : `${from} کا`}، ${until} تک مؤثر۔${demo ? ' یہ نمائش کے لیے فرضی ہے۔' : ''}`,
  });
}

/** The standard allows 150 characters. */
function shortened(text: string): string {
  return text.length <= 150 ? text : `${text.slice(0, text.lastIndexOf(' ', 148))}…`;
}

const STATUS: Record<PublicSystem['state'], string> = {
  operational: 'operational',
  pilot: 'pilot',
  suspended: 'evaluation',
  planned: 'planned',
  retired: 'retired',
};

const TIERS: Record<Described['risk']['tier'], LocalText> = {
  minimal: { en: 'minimal risk', ur: 'معمولی خطرہ' },
  limited: { en: 'limited risk', ur: 'محدود خطرہ' },
  high: { en: 'high risk', ur: 'زیادہ خطرہ' },
};

const DOMAINS = {
  traffic: { en: 'traffic and transportation', ur: 'ٹریفک اور نقل و حمل' },
  safety: { en: 'public safety', ur: 'عوامی تحفظ' },
} as const satisfies Record<string, LocalText>;

/** What only the organisation can say. */
const MISSING = {
  contact: { en: 'The organisation has not stated a contact yet.', ur: 'ادارے نے ابھی رابطہ نہیں بتایا۔' },
  owner: {
    en: 'The organisation has not stated yet who answers for it.',
    ur: 'ادارے نے ابھی نہیں بتایا کہ اس کا جواب دہ کون ہے۔',
  },
  basis: {
    en: 'The organisation has not stated the legal basis yet.',
    ur: 'ادارے نے ابھی قانونی بنیاد نہیں بتائی۔',
  },
  date: {
    en: 'The organisation has not written its part of the entry yet.',
    ur: 'ادارے نے اندراج میں اپنا حصہ ابھی نہیں لکھا۔',
  },
  country: { en: 'The organisation has not stated its country.', ur: 'ادارے نے اپنا ملک نہیں بتایا۔' },
  area: {
    en: 'The organisation has not stated for which area it is used.',
    ur: 'ادارے نے نہیں بتایا کہ یہ کس علاقے کے لیے استعمال ہوتا ہے۔',
  },
  sharing: {
    en: 'The organisation has not stated whether it shares data, and with whom.',
    ur: 'ادارے نے نہیں بتایا کہ وہ معلومات کسی کو دیتا ہے یا نہیں، اور کس کو۔',
  },
  connected: {
    en: 'The organisation has not stated which other databases are connected.',
    ur: 'ادارے نے نہیں بتایا کہ کون سے دوسرے ڈیٹا بیس اس سے جڑے ہیں۔',
  },
} as const satisfies Record<string, LocalText>;

const NOT_BUILT: LocalText = {
  en: 'The system is described and not built in this version.',
  ur: 'یہ نظام صرف بیان ہوا ہے، اس نسخے میں بنا نہیں۔',
};
const NOT_INSTALLED: LocalText = {
  en: 'The models that this system runs were never installed here, so that it cannot run.',
  ur: 'جو ماڈل یہ نظام چلاتا ہے وہ یہاں کبھی نصب نہیں ہوئے، اس لیے یہ نہیں چل سکتا۔',
};
const NO_SUPPLIER: LocalText = {
  en: 'It runs no model, and nothing of it comes from a supplier of models.',
  ur: 'یہ کوئی ماڈل نہیں چلاتا، اور اس میں ماڈل کے کسی سپلائر کی کوئی چیز نہیں۔',
};
const SUPPLIER_ROLE: LocalText = {
  en: 'Published the models that this system runs unchanged.',
  ur: 'انہوں نے وہ ماڈل شائع کیے جنہیں یہ نظام بغیر تبدیلی کے چلاتا ہے۔',
};
const NO_MODEL: LocalText = {
  en: 'This system runs no trained model.',
  ur: 'یہ نظام کوئی تربیت یافتہ ماڈل نہیں چلاتا۔',
};
const MUST_NEVER: LocalText = { en: 'It must never:', ur: 'یہ کبھی نہیں کرے گا:' };
const READS: LocalText = { en: 'Reads:', ur: 'دیکھتا ہے:' };
const KEEPS: LocalText = { en: 'Keeps:', ur: 'محفوظ رکھتا ہے:' };
const APPEALS: LocalText = {
  en: 'Anybody may raise a concern from the page of this register, without an account and without a name, and follow what becomes of it.',
  ur: 'کوئی بھی اس رجسٹر کے صفحے سے، اکاؤنٹ اور نام کے بغیر، خدشہ درج کر سکتا ہے اور دیکھ سکتا ہے کہ اس کا کیا بنا۔',
};
const NO_ASSESSMENT: LocalText = {
  en: 'No impact assessment is approved yet, so the system may not run.',
  ur: 'اثرات کا کوئی جائزہ ابھی منظور نہیں، اس لیے نظام نہیں چل سکتا۔',
};
const NO_REVISION: LocalText = {
  en: 'No impact assessment is in force whose end would ask for a revision.',
  ur: 'اثرات کا کوئی جائزہ نافذ نہیں جس کے خاتمے پر نظرِ ثانی لازم ہو۔',
};
const NOT_JUDGED: LocalText = {
  en: 'The system is not in operation; proportionality is judged before a pilot.',
  ur: 'نظام کام نہیں کر رہا؛ تناسب کا فیصلہ آزمائش سے پہلے ہوتا ہے۔',
};
const NO_BASIS_YET: LocalText = {
  en: 'The system is not in operation; it needs a legal basis before a pilot.',
  ur: 'نظام کام نہیں کر رہا؛ آزمائش سے پہلے قانونی بنیاد لازم ہے۔',
};
const NOT_WATCHED: LocalText = {
  en: 'The system is not in operation, so there is nothing to watch.',
  ur: 'نظام کام نہیں کر رہا، اس لیے نگرانی کے لیے کچھ نہیں۔',
};
const WATCHED: LocalText = {
  en: 'Volume, latency, confidence, rejected alerts and drift are watched by the system governance-monitoring, which can suspend it.',
  ur: 'تعداد، تاخیر، یقین کا درجہ، رد ہونے والے انتباہات اور رجحان کی تبدیلی پر نگرانی کا نظام نظر رکھتا ہے، جو اسے معطل کر سکتا ہے۔',
};
const WATCHES_ITSELF: LocalText = {
  en: 'A gap in its own figures opens an incident.',
  ur: 'اس کے اپنے اعداد میں خلا ہو تو واقعہ درج ہوتا ہے۔',
};
