import { type ControlGroup, controlKey, type Standard } from '@amaan/contracts/governance/control';
import { type ControlEntry, controlEntries } from './control-entry.ts';
import { ISO_27001_ORGANISATIONAL } from './iso-27001-organisational.ts';
import { ISO_27001_PEOPLE_AND_PLACES } from './iso-27001-people-and-places.ts';
import { ISO_27001_TECHNOLOGICAL } from './iso-27001-technological.ts';
import { ISO_42001_ANNEX_A } from './iso-42001-annex-a.ts';
import { ISO_42001_CLAUSES } from './iso-42001-clauses.ts';

const clauseOf = (id: string) => id.split('.')[0]!;
const objectiveOf = (id: string) => id.split('.').slice(0, 2).join('.');

/** Clauses 4–10 and Annex A of ISO/IEC 42001:2023, then Annex A of ISO/IEC 27001:2022, in their order. */
export const CONTROL_CATALOGUE: readonly ControlEntry[] = [
  ...controlEntries('iso-42001', ISO_42001_CLAUSES, clauseOf, true),
  ...controlEntries('iso-42001', ISO_42001_ANNEX_A, objectiveOf),
  ...controlEntries('iso-27001', ISO_27001_ORGANISATIONAL, clauseOf),
  ...controlEntries('iso-27001', ISO_27001_PEOPLE_AND_PLACES, clauseOf),
  ...controlEntries('iso-27001', ISO_27001_TECHNOLOGICAL, clauseOf),
];

const group = (standard: Standard, id: string, en: string, ur: string): ControlGroup => ({
  standard,
  id,
  title: { en, ur },
});

/** Clauses, objectives and themes, in their order. */
export const CONTROL_GROUPS: readonly ControlGroup[] = [
  group('iso-42001', '4', 'Clause 4: where we stand', 'شق 4: ہم کہاں کھڑے ہیں'),
  group('iso-42001', '5', 'Clause 5: leadership', 'شق 5: قیادت'),
  group('iso-42001', '6', 'Clause 6: planning', 'شق 6: منصوبہ بندی'),
  group('iso-42001', '7', 'Clause 7: support', 'شق 7: معاونت'),
  group('iso-42001', '8', 'Clause 8: doing it', 'شق 8: عمل'),
  group('iso-42001', '9', 'Clause 9: measuring and reviewing', 'شق 9: پیمائش اور جائزہ'),
  group('iso-42001', '10', 'Clause 10: getting better', 'شق 10: بہتری'),
  group('iso-42001', 'A.2', 'A.2: AI policies', 'A.2: AI پالیسیاں'),
  group('iso-42001', 'A.3', 'A.3: who does what', 'A.3: کون کیا کرتا ہے'),
  group('iso-42001', 'A.4', 'A.4: resources of AI systems', 'A.4: AI نظاموں کے وسائل'),
  group('iso-42001', 'A.5', 'A.5: effects of AI systems', 'A.5: AI نظاموں کے اثرات'),
  group('iso-42001', 'A.6', 'A.6: the life of AI systems', 'A.6: AI نظاموں کی زندگی'),
  group('iso-42001', 'A.7', 'A.7: data', 'A.7: ڈیٹا'),
  group('iso-42001', 'A.8', 'A.8: what others are told', 'A.8: دوسروں کو کیا بتایا جاتا ہے'),
  group('iso-42001', 'A.9', 'A.9: using AI systems', 'A.9: AI نظاموں کا استعمال'),
  group('iso-42001', 'A.10', 'A.10: suppliers, partners and the public', 'A.10: سپلائر، شراکت دار اور عوام'),
  group('iso-27001', '5', 'Organisation', 'ادارہ'),
  group('iso-27001', '6', 'People', 'لوگ'),
  group('iso-27001', '7', 'Premises and equipment', 'احاطہ اور آلات'),
  group('iso-27001', '8', 'Technology', 'ٹیکنالوجی'),
];

const byKey = new Map(CONTROL_CATALOGUE.map((entry) => [controlKey(entry), entry]));

/** A control by its standard and identifier, or null when the standard has none of that name. */
export function findControl(standard: Standard, id: string): ControlEntry | null {
  return byKey.get(controlKey({ standard, id })) ?? null;
}
