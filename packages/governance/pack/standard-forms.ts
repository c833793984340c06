import { z } from 'zod';
import { PackError } from './pack-manifest.ts';

/** What a reader of OSCAL needs to find; the whole of NIST's schema is checked in the tests of the writer. */
const Oscal = z.object({
  'assessment-results': z.object({
    uuid: z.uuid(),
    metadata: z.object({ title: z.string(), 'oscal-version': z.string(), version: z.string() }),
    'import-ap': z.object({ href: z.string() }),
    results: z
      .array(z.object({ uuid: z.uuid(), start: z.string(), 'reviewed-controls': z.object({}) }))
      .min(1),
  }),
});

/** The same of CycloneDX. */
const MlBom = z.object({
  bomFormat: z.literal('CycloneDX'),
  specVersion: z.enum(['1.6', '1.7']),
  components: z.array(
    z.object({
      type: z.literal('machine-learning-model'),
      name: z.string(),
      hashes: z
        .array(z.object({ alg: z.literal('SHA-256'), content: z.string().regex(/^[0-9a-f]{64}$/) }))
        .min(1),
    }),
  ),
});

/**
 * Whether the exchange documents of a pack read as what they are named.
 * @throws PackError `PACK_FORM_INVALID`
 */
export function requireStandardForms(oscal: unknown, bom: unknown): void {
  require(Oscal, oscal, 'The OSCAL assessment results');
  require(MlBom, bom, 'The CycloneDX bill of materials');
}

function require(schema: z.ZodType, document: unknown, what: string): void {
  const { success, error } = schema.safeParse(document);
  if (success) return;
  const where = error.issues[0]?.path.join('.') || 'the document';
  throw new PackError('PACK_FORM_INVALID', `${what} do not read as such: ${where} is missing or wrong.`);
}
