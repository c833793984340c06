import { Digest } from '@amaan/contracts/digest';
import { digestOfBytes } from '@amaan/contracts/digest-of';
import { Identifier } from '@amaan/contracts/identifier';
import { Instant } from '@amaan/contracts/instant';
import { AmaanError } from '@amaan/contracts/problem';
import { type NoteSigner, openNote, parseVerifierKey, signNote } from '@amaan/ledger/signed-note';
import { z } from 'zod';

export const PACK_FORMAT = 'amaan-evidence-pack/1';

/** Where things lie in a pack. */
export const PACK_PATHS = {
  manifest: 'manifest.json',
  signature: 'manifest.note',
  verifierKey: 'VERIFIER-KEY.txt',
  ledger: 'ledger/ledger.json',
  ledgerPage: 'ledger/index.html',
  draw: 'samples/draw.json',
  population: 'samples/population.txt',
  oscal: 'oscal/assessment-results.json',
  bom: 'bom/ml-bom.cdx.json',
} as const;

/** The explanation and the provenance of a drawn alert. */
export function samplePaths(id: Identifier) {
  const folder = `samples/${id}`;
  return {
    page: `${folder}/index.html`,
    explanation: `${folder}/explanation.json`,
    provenance: `${folder}/provenance.json`,
  };
}

/** A file's path within the pack: names of letters, digits, dots and dashes, never climbing up. */
export const PackPath = z
  .string()
  .max(200)
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]*(\/[A-Za-z0-9][A-Za-z0-9._-]*)*$/);

/** What a pack says of itself; every file but itself and its signature is listed with its digest. */
export const PackManifest = z.strictObject({
  format: z.literal(PACK_FORMAT),
  id: Identifier,
  deployment: z.string(),
  /** From `from` (included) to `to` (not included). */
  period: z.strictObject({ from: Instant, to: Instant }),
  createdAt: Instant,
  createdBy: z.string(),
  /** The sections, and of each whether its source is part of this version. */
  sections: z.array(
    z.strictObject({ id: z.string(), title: z.string(), file: PackPath.nullable(), note: z.string() }),
  ),
  files: z
    .array(z.strictObject({ path: PackPath, bytes: z.int().nonnegative(), digest: Digest }))
    .max(10_000),
});
export type PackManifest = z.infer<typeof PackManifest>;

/** `PACK_…`: the pack is not what it says, or not a pack. */
export class PackError extends AmaanError {}

/**
 * Signs a manifest with the ledger's key. The first line keeps the note from ever passing for a checkpoint,
 * whose first line is the name of the key.
 */
export function signManifest(manifest: Uint8Array, signer: NoteSigner): string {
  return signNote(`${PACK_FORMAT}\n${digestOfBytes(manifest)}\n`, signer);
}

/**
 * Checks the signature of a manifest and reads it.
 * @throws PackError `PACK_SIGNATURE_INVALID`, `PACK_MANIFEST_INVALID`
 */
export function openManifest(manifest: Uint8Array, note: string, vkey: string): PackManifest {
  let text: string;
  try {
    text = openNote(note, parseVerifierKey(vkey));
  } catch (cause) {
    throw new PackError('PACK_SIGNATURE_INVALID', 'The manifest is not signed by the given key.', { cause });
  }
  if (text !== `${PACK_FORMAT}\n${digestOfBytes(manifest)}\n`) {
    throw new PackError('PACK_SIGNATURE_INVALID', 'The signature is of another manifest than the pack’s.');
  }
  const parsed = PackManifest.safeParse(jsonOf(manifest));
  if (parsed.success) return parsed.data;
  const where = parsed.error.issues[0]?.path.join('.') || 'its form';
  throw new PackError('PACK_MANIFEST_INVALID', `The manifest does not read as one: ${where} is wrong.`);
}

/** Parses the bytes of a JSON file, or gives undefined. */
export function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}
