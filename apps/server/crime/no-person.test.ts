import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { OPENAPI_FILE } from '../generate-openapi.ts';

/** Crime analytics takes and gives places and times. What would be, or lead to, a person is looked for by the names of fields. */
const OF_PERSONS =
  /^(persons?|people|suspects?|offenders?|accused|perpetrators?|victims?|complainants?|witness(es)?|drivers?|owners?|citizens?|residents?|famil(y|ies)|father|mother|cnic|passport|licen[cs]e|phone|mobile|e?mail|address|gender|sex|ages?|birth|dob|ethnicity|religion|caste|sect|race|face|fingerprint|plate|vehicle|surname|alias)$/;

/** Reviewed by hand: fields with such a word that are about no person, and why. */
const EXCEPT: Readonly<Record<string, string>> = {
  victimSensitive: 'a mark of an offence: its places are shown more coarsely',
};

/** Reviewed by hand: everything that is called a name, or is by somebody, is of a thing or of who uses the platform. */
const NAMES: readonly string[] = [
  // Of station areas, shifts, files, covariates, columns of a file, and surfaces of a forecast.
  ...['name', 'nameUrdu'],
  // Of people who use the platform: who asked, imported, stored, changed, planned, decided and printed.
  ...['askedBy', 'importedBy', 'storedBy', 'changedBy', 'plannedBy', 'decidedBy', 'madeBy', 'by'],
  // Counts and areas told apart by something.
  ...['rejectedBy', 'fairBy', 'byKind'],
];

type Named = Readonly<Record<string, unknown>>;

/**
 * Every name of a field below a part of a schema.
 * @param named what it refers to by name, each followed once
 */
function fieldsOf(
  part: unknown,
  named: Named = {},
  into = new Set<string>(),
  followed = new Set<string>(),
): Set<string> {
  if (Array.isArray(part)) for (const one of part) fieldsOf(one, named, into, followed);
  else if (typeof part === 'object' && part !== null)
    for (const [key, value] of Object.entries(part)) {
      if (key === 'properties' && typeof value === 'object' && value !== null)
        for (const name of Object.keys(value)) into.add(name);
      if (key === 'parameters' && Array.isArray(value))
        for (const parameter of value) into.add(String((parameter as { name?: unknown }).name));
      if (key === '$ref' && typeof value === 'string') {
        const name = value.slice(value.lastIndexOf('/') + 1);
        if (name in named && !followed.has(name)) fieldsOf(named[name], named, into, followed.add(name));
      }
      fieldsOf(value, named, into, followed);
    }
  return into;
}

function wordsOf(field: string): string[] {
  return field
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/);
}

function offending(fields: Iterable<string>): string[] {
  return [...fields].filter(
    (field) => !(field in EXCEPT) && wordsOf(field).some((word) => OF_PERSONS.test(word)),
  );
}

function unreviewed(fields: Iterable<string>): string[] {
  return [...fields].filter((field) => {
    const words = wordsOf(field);
    return (
      (words.includes('name') || words.includes('names') || words.includes('by')) && !NAMES.includes(field)
    );
  });
}

describe('no person', () => {
  const { paths, components } = JSON.parse(readFileSync(OPENAPI_FILE, 'utf8')) as {
    paths: Record<string, unknown>;
    components: { schemas: Named };
  };
  const routes = Object.entries(paths).filter(([path]) => path.startsWith('/api/crime/'));

  test('is taken or given by any route of crime analytics', () => {
    expect(routes.length).toBeGreaterThan(20);
    for (const [path, route] of routes) {
      const fields = fieldsOf(route, components.schemas);
      expect(offending(fields), path).toEqual([]);
      expect(unreviewed(fields), path).toEqual([]);
    }
  });

  const folder = dirname(createRequire(import.meta.url).resolve('@amaan/contracts/crime/incident'));
  const files = readdirSync(folder).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));

  test.each(files)('is in the contract %s', async (file) => {
    const contract = (await import(pathToFileURL(join(folder, file)).href)) as Record<string, unknown>;
    for (const [name, schema] of Object.entries(contract)) {
      if (!(schema instanceof z.ZodType)) continue;
      for (const io of ['input', 'output'] as const) {
        const fields = fieldsOf(z.toJSONSchema(schema, { unrepresentable: 'any', io }));
        expect(offending(fields), name).toEqual([]);
        expect(unreviewed(fields), name).toEqual([]);
      }
    }
  });

  test('would be noticed', () => {
    const schema = z.toJSONSchema(z.object({ cells: z.array(z.object({ suspectName: z.string() })) }));
    expect(offending(fieldsOf(schema))).toEqual(['suspectName']);
    expect(unreviewed(fieldsOf(schema))).toEqual(['suspectName']);
    const named = { Plan: { properties: { units: { $ref: '#/components/schemas/Unit' } } } };
    const behind = {
      ...named,
      Unit: { properties: { driver: {}, plan: { $ref: '#/components/schemas/Plan' } } },
    };
    expect(offending(fieldsOf({ $ref: '#/components/schemas/Plan' }, behind))).toEqual(['driver']);
    expect(offending(['homeAddress', 'cnic', 'victim_age'])).toEqual(['homeAddress', 'cnic', 'victim_age']);
  });
});
