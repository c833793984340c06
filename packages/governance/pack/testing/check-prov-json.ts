import { z } from 'zod';

/**
 * For tests: PROV-JSON as the W3C member submission of 24 April 2013 describes it (section 3), written from
 * the submission and not from the code that writes such documents.
 */
const QualifiedName = z.string().regex(/^[A-Za-z][\w-]*:[^\s]+$|^_:[^\s]+$/);
const Attributes = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));
const Time = z.iso.datetime();

const relation = (ends: Record<string, z.ZodType>) => z.record(QualifiedName, z.looseObject(ends));

const ProvJson = z.strictObject({
  prefix: z.record(z.string(), z.url()),
  entity: z.record(QualifiedName, Attributes),
  activity: z.record(
    QualifiedName,
    z.intersection(Attributes, z.looseObject({ 'prov:startTime': Time, 'prov:endTime': Time })),
  ),
  agent: z.record(QualifiedName, Attributes),
  used: relation({ 'prov:activity': QualifiedName, 'prov:entity': QualifiedName }),
  wasGeneratedBy: relation({
    'prov:entity': QualifiedName,
    'prov:activity': QualifiedName,
    'prov:time': Time.optional(),
  }),
  wasDerivedFrom: relation({ 'prov:generatedEntity': QualifiedName, 'prov:usedEntity': QualifiedName }),
  wasAssociatedWith: relation({
    'prov:activity': QualifiedName,
    'prov:agent': QualifiedName,
    'prov:plan': QualifiedName.optional(),
  }),
  wasAttributedTo: relation({ 'prov:entity': QualifiedName, 'prov:agent': QualifiedName }),
});

/** Which kind of thing stands at each end of a relation (PROV-DM, table 4). */
const ENDS = {
  'prov:entity': 'entity',
  'prov:generatedEntity': 'entity',
  'prov:usedEntity': 'entity',
  'prov:plan': 'entity',
  'prov:activity': 'activity',
  'prov:agent': 'agent',
} as const;

const RELATIONS = [
  'used',
  'wasGeneratedBy',
  'wasDerivedFrom',
  'wasAssociatedWith',
  'wasAttributedTo',
] as const;

/** What is wrong with a document, one sentence each; empty: nothing. */
export function provJsonFaults(document: unknown): string[] {
  const parsed = ProvJson.safeParse(document);
  if (!parsed.success) return parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  const prov = parsed.data;
  const faults: string[] = [];
  const prefixes = new Set([...Object.keys(prov.prefix), '_']);
  for (const kind of ['entity', 'activity', 'agent'] as const) {
    for (const [name, attributes] of Object.entries(prov[kind])) {
      if (!prefixes.has(name.split(':')[0]!)) faults.push(`${name} has a prefix that is not declared`);
      if (attributes['prov:type'] === undefined) faults.push(`${name} has no type`);
    }
  }
  const names = [prov.entity, prov.activity, prov.agent].flatMap((one) => Object.keys(one));
  // PROV-CONSTRAINTS 55: nothing is an entity and an activity at once.
  if (new Set(names).size !== names.length) faults.push('a name stands for two things');
  for (const relation of RELATIONS) {
    for (const [id, ends] of Object.entries(prov[relation])) {
      for (const [end, kind] of Object.entries(ENDS)) {
        const name = ends[end];
        if (typeof name === 'string' && !Object.hasOwn(prov[kind], name))
          faults.push(`${relation} ${id} names ${name}, which is no ${kind} of the document`);
      }
    }
  }
  for (const [name, activity] of Object.entries(prov.activity)) {
    if (String(activity['prov:startTime']) > String(activity['prov:endTime']))
      faults.push(`${name} ends before it begins`);
  }
  // PROV-CONSTRAINTS 34 and 36: within its activity, and before whatever uses it ends.
  const generatedAt = new Map<string, string>();
  for (const [id, generated] of Object.entries(prov.wasGeneratedBy)) {
    const activity = prov.activity[String(generated['prov:activity'])];
    const entity = String(generated['prov:entity']);
    const at = String(generated['prov:time'] ?? activity?.['prov:endTime']);
    if (generatedAt.has(entity)) faults.push(`${entity} is generated twice`);
    generatedAt.set(entity, at);
    if (activity && (at < String(activity['prov:startTime']) || at > String(activity['prov:endTime'])))
      faults.push(`wasGeneratedBy ${id} is outside of its activity`);
  }
  for (const [id, used] of Object.entries(prov.used)) {
    const end = prov.activity[String(used['prov:activity'])]?.['prov:endTime'];
    const made = generatedAt.get(String(used['prov:entity']));
    if (made !== undefined && made > String(end)) faults.push(`used ${id} ends before its entity was there`);
  }
  return faults;
}
