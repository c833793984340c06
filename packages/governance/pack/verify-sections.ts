import { digestOfJson } from '@amaan/contracts/digest-of';
import type { LedgerEntry } from '@amaan/contracts/ledger-entry';
import { z } from 'zod';
import { PackError } from './pack-manifest.ts';

/** What is compared of the sections, and nothing else: other members may be there. */
const Histories = z.array(
  z.object({
    record: z.object({ id: z.string(), number: z.string() }),
    versions: z.array(z.object({ version: z.int(), body: z.json(), digest: z.string() })),
  }),
);
const Validations = z.array(z.object({ id: z.string(), passed: z.boolean(), report: z.json() }));
const Register = z.array(
  z.object({
    id: z.string(),
    organisation: z.object({ version: z.int(), body: z.json() }).nullable(),
  }),
);

/** Sections of records, each a list of histories. */
const RECORD_SECTIONS = [
  'assessments',
  'risks',
  'documents',
  'incidents',
  'audits',
  'management-reviews',
] as const;

export const COMPARED_SECTIONS = [...RECORD_SECTIONS, 'validation', 'register'] as const;

/**
 * Compares what the sections say with the entries of the ledger that the pack carries proofs of: versions of
 * records, validations and register entries by digest. That a version hashes to the digest beside it is
 * checked of every one; an entry that no section is about is no fault, for a pack covers one period.
 *
 * @param read the JSON of a section; undefined: the pack has none of that name
 * @returns how many digests were compared with an entry
 * @throws PackError `PACK_SECTION_DIFFERS`
 */
export function verifySections(
  read: (section: (typeof COMPARED_SECTIONS)[number]) => unknown,
  entries: readonly LedgerEntry[],
): number {
  let compared = 0;
  const agree = (where: string, told: unknown, recorded: unknown) => {
    if (told !== recorded) throw differs(where);
    compared++;
  };
  for (const section of RECORD_SECTIONS) {
    for (const { record, versions } of parsed(Histories, read(section), section)) {
      for (const { version, body, digest } of versions) {
        const where = `version ${version} of ${record.number} in ${section}`;
        if (digestOfJson(body) !== digest) throw differs(where);
        for (const { data } of entries.filter(({ subject }) => subject === `record:${record.id}`))
          if (data.version === version) agree(where, digest, data.digest);
      }
    }
  }
  for (const { id, passed, report } of parsed(Validations, read('validation'), 'validation')) {
    const recorded = entries.find(
      ({ kind, data }) => kind === 'validation.recorded' && data.validationId === id,
    );
    if (recorded === undefined) continue;
    agree(`the validation ${id}`, digestOfJson(report), recorded.data.reportDigest);
    agree(`the outcome of the validation ${id}`, passed, recorded.data.passed);
  }
  for (const { id, organisation } of parsed(Register, read('register'), 'register')) {
    const described = entries.find(
      ({ kind, subject, data }) =>
        kind === 'system.described' && subject === `system:${id}` && data.version === organisation?.version,
    );
    if (described === undefined || organisation === null) continue;
    agree(`the register entry of ${id}`, digestOfJson(organisation.body), described.data.digest);
  }
  return compared;
}

function parsed<Shape>(schema: z.ZodType<Shape[]>, document: unknown, section: string): Shape[] {
  if (document === undefined) return [];
  const { data, success } = schema.safeParse(document);
  if (!success) throw differs(`the section ${section}, which does not read as one,`);
  return data;
}

function differs(where: string): PackError {
  return new PackError('PACK_SECTION_DIFFERS', `What the pack says as ${where} is not what the ledger has.`);
}
