import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';

/** For tests: validates against the part of NIST's schema that stands beside this file. */
export async function oscalValidator(): Promise<ValidateFunction> {
  const file = join(import.meta.dirname, 'schemas/oscal-1.0.4-assessment-results.part.json');
  return compiler().compile(withPlainIds(JSON.parse(await readFile(file, 'utf8'))));
}

/** For tests: validates against the whole schema of CycloneDX 1.6. */
export async function cycloneDxValidator(): Promise<ValidateFunction> {
  const library = dirname(
    createRequire(import.meta.url).resolve('@cyclonedx/cyclonedx-library/package.json'),
  );
  const schema = async (name: string) =>
    JSON.parse(await readFile(join(library, 'res/schema', `${name}.SNAPSHOT.schema.json`), 'utf8'));
  const ajv = compiler();
  for (const name of ['spdx', 'jsf-0.82', 'cryptography-defs']) {
    ajv.addSchema(await schema(name), `http://cyclonedx.org/schema/${name}.SNAPSHOT.schema.json`);
  }
  return ajv.compile(await schema('bom-1.6'));
}

function compiler(): Ajv {
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: true });
  addFormats.default(ajv);
  for (const format of ['idn-email', 'iri-reference']) ajv.addFormat(format, true);
  return ajv;
}

/** NIST names definitions by `$id`s that are fragments, which draft 7 allows and ajv 8 does not resolve. */
function withPlainIds(schema: { definitions: Record<string, { $id?: string }> }): object {
  const pointers = new Map(
    Object.entries(schema.definitions).flatMap(([name, { $id }]) =>
      $id === undefined ? [] : [[$id, `#/definitions/${name.replaceAll('/', '~1')}`] as const],
    ),
  );
  return JSON.parse(
    JSON.stringify(schema, (key, value) => {
      if (key === '$ref') return pointers.get(value) ?? value;
      return key === '$id' && String(value).startsWith('#') ? undefined : value;
    }),
  );
}
