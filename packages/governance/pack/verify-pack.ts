import { createHash } from 'node:crypto';
import type { Explanation } from '@amaan/contracts/explanation';
import type { Identifier } from '@amaan/contracts/identifier';
import type { LedgerEntry } from '@amaan/contracts/ledger-entry';
import { checkExplanation } from '../explain/check-explanation.ts';
import { ExplanationError } from '../explain/explanation-claims.ts';
import { type VerifiedLedger, verifyPackLedger } from './pack-ledger.ts';
import {
  jsonOf,
  openManifest,
  PACK_PATHS,
  PackError,
  type PackManifest,
  samplePaths,
} from './pack-manifest.ts';
import { provenanceOf } from './provenance.ts';
import { SampleDraw, verifyDraw } from './sample-draw.ts';
import { requireStandardForms } from './standard-forms.ts';
import { COMPARED_SECTIONS, verifySections } from './verify-sections.ts';

/** The files of a pack, wherever they lie. Bytes are read as they come: a pack may be large. */
export interface PackFiles {
  /** Every path once. */
  readonly paths: readonly string[];
  open(path: string): Promise<AsyncIterable<Uint8Array>>;
}

/** Documents that are read whole must stay small enough to be held in memory. */
const DOCUMENT_BYTES = 64 * 1024 * 1024;

/** What a verified pack comes to. */
export interface PackVerdict {
  readonly manifest: PackManifest;
  /** The key that it was checked against. */
  readonly vkey: string;
  /** Whether that key came from the pack itself: then it only proves that the pack is whole. */
  readonly ownKey: boolean;
  readonly ledgerEntries: number;
  readonly samples: number;
  readonly population: number;
  /** Digests of records, validations and register entries that were compared with the ledger. */
  readonly comparedDigests: number;
}

/**
 * Verifies a pack with nothing but its files: signature, digests, checkpoints and their consistency, the
 * draw of the sample, every explanation with its proofs, and the form of the exchange documents.
 *
 * @param key the verifier key from a trusted place; left out, the pack's own
 * @throws PackError naming the first thing that does not fit
 */
export async function verifyPack(files: PackFiles, key?: string): Promise<PackVerdict> {
  const vkey = key ?? (await textOf(files, PACK_PATHS.verifierKey)).trim();
  const manifest = openManifest(
    await readDocument(files, PACK_PATHS.manifest),
    await textOf(files, PACK_PATHS.signature),
    vkey,
  );
  await requireFiles(files, manifest);
  const ledger = verifyPackLedger(await readJson(files, PACK_PATHS.ledger), vkey, manifest.period);
  const entries: LedgerEntry[] = [];
  const draw = await requireSample(files, ledger, vkey, entries);
  const comparedDigests = await compareSections(files, entries);
  requireStandardForms(await readJson(files, PACK_PATHS.oscal), await readJson(files, PACK_PATHS.bom));
  return {
    manifest,
    vkey,
    ownKey: key === undefined,
    ledgerEntries: ledger.range.end - ledger.range.start,
    samples: draw.drawn.length,
    population: draw.population,
    comparedDigests,
  };
}

/** The sections against the entries of the ledger that the drawn alerts brought with their proofs. */
async function compareSections(files: PackFiles, entries: readonly LedgerEntry[]): Promise<number> {
  const sections = new Map<string, unknown>();
  for (const name of COMPARED_SECTIONS) {
    const path = `sections/${name}.json`;
    if (files.paths.includes(path)) sections.set(name, await readJson(files, path));
  }
  return verifySections((name) => sections.get(name), entries);
}

/** Exactly the files that the manifest lists, each with its size and digest. */
async function requireFiles(files: PackFiles, manifest: PackManifest): Promise<void> {
  const listed = new Set(manifest.files.map(({ path }) => path));
  if (listed.size !== manifest.files.length) throw fileFault('The manifest lists a file twice');
  const unsigned: readonly string[] = [PACK_PATHS.manifest, PACK_PATHS.signature];
  const stray = files.paths.find((path) => !listed.has(path) && !unsigned.includes(path));
  if (stray !== undefined) throw fileFault(`The file ${stray} is not in the manifest`);
  const present = new Set(files.paths);
  for (const { path, bytes, digest } of manifest.files) {
    if (!present.has(path)) throw fileFault(`The file ${path} is missing`);
    const hash = createHash('sha256');
    let length = 0;
    for await (const chunk of await files.open(path)) {
      length += chunk.length;
      if (length > bytes) break;
      hash.update(chunk);
    }
    if (length !== bytes || hash.digest('hex') !== digest) {
      throw fileFault(`The file ${path} is not the one that was signed`);
    }
  }
}

async function requireSample(
  files: PackFiles,
  ledger: VerifiedLedger,
  vkey: string,
  entries: LedgerEntry[],
): Promise<SampleDraw> {
  const parsed = SampleDraw.safeParse(await readJson(files, PACK_PATHS.draw));
  if (!parsed.success) throw sampleFault('its description does not read as one');
  const draw = parsed.data;
  if (draw.seed !== ledger.seed) throw sampleFault('its seed is not the root of the period’s checkpoint');
  const lines = linesOf(await files.open(PACK_PATHS.population));
  const places = await verifyDraw(draw, lines, ledger.range);
  for (const id of draw.drawn) {
    const explanation = await requireDrawn(files, id, places.get(id), ledger, vkey);
    entries.push(...explanation.ledger.entries.map(({ entry }) => entry));
  }
  return draw;
}

async function requireDrawn(
  files: PackFiles,
  id: Identifier,
  raisedAt: number | undefined,
  ledger: VerifiedLedger,
  vkey: string,
): Promise<Explanation> {
  const paths = samplePaths(id);
  const explanation = checked(await readJson(files, paths.explanation), paths.explanation, vkey);
  if (explanation.id !== id) throw sampleFault(`${paths.explanation} explains another alert`);
  if (!ledger.notes.has(explanation.ledger.checkpoint)) {
    throw sampleFault(`${paths.explanation} rests on a checkpoint that is not in the pack`);
  }
  const raised = explanation.ledger.entries.find(({ entry }) => entry.kind === 'alert.raised');
  if (raised?.index !== raisedAt) throw sampleFault(`the alert ${id} was raised in another entry`);
  const provenance = await readJson(files, paths.provenance);
  if (JSON.stringify(provenance) !== JSON.stringify(provenanceOf(explanation))) {
    throw sampleFault(`${paths.provenance} does not follow from the explanation`);
  }
  return explanation;
}

function checked(document: unknown, path: string, vkey: string): Explanation {
  try {
    return checkExplanation(document, vkey);
  } catch (cause) {
    if (!(cause instanceof ExplanationError)) throw cause;
    throw new PackError('PACK_SAMPLE_INVALID', `${path}: ${cause.message}`, { cause });
  }
}

async function readJson(files: PackFiles, path: string): Promise<unknown> {
  const value = jsonOf(await readDocument(files, path));
  if (value === undefined) throw fileFault(`The file ${path} is not JSON`);
  return value;
}

async function textOf(files: PackFiles, path: string): Promise<string> {
  return Buffer.from(await readDocument(files, path)).toString('utf8');
}

async function readDocument(files: PackFiles, path: string): Promise<Uint8Array> {
  if (!files.paths.includes(path)) throw fileFault(`The file ${path} is missing`);
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of await files.open(path)) {
    length += chunk.length;
    if (length > DOCUMENT_BYTES) throw fileFault(`The file ${path} is too large to be what it says`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** The lines of a text file; what comes after the last newline must be nothing. */
async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of chunks) {
    const lines = (rest + Buffer.from(chunk).toString('latin1')).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') yield rest;
}

function fileFault(what: string): PackError {
  return new PackError('PACK_FILES_DIFFER', `${what}.`);
}

function sampleFault(why: string): PackError {
  return new PackError('PACK_SAMPLE_INVALID', `The sample does not hold: ${why}.`);
}
