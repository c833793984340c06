import { promisify } from 'node:util';
import { inflate } from 'node:zlib';

const inflated = promisify(inflate);

/** Why a PDF is not taken: it is none, it goes on after its end, it does things, or it cannot be looked into. */
export type PdfFlaw = 'no-pdf' | 'more-than-a-pdf' | 'active' | 'cannot-be-looked-into';

/**
 * Names of what a PDF does beside showing pages (ISO 32000-2, tables 201 and 202, and 7.11.4): run scripts, start programs,
 * carry files, send forms, open other files, play media.
 */
const ACTIVE =
  /\/(?:JavaScript|Launch|EmbeddedFiles?|Rendition|RichMedia|SubmitForm|ImportData|GoToE|GoToR|XFA|Movie|Sound|3D)(?![\w.-])/;
const ENCRYPTED = /\/Encrypt(?![\w.-])/;
/** How far before its data the dictionary of a stream is looked for, in bytes. */
const DICTIONARY = 2048;
/** What compressed objects may become together. */
const MOST_INFLATED_BYTES = 32 * 1024 * 1024;
const MOST_OBJECT_STREAMS = 5_000;
/** Writers leave some line ends after the end, and nothing else. */
const MOST_AFTER_END = 64;

/**
 * Looks whether a file is a PDF that only shows pages. A name may be spelt with `#xx` (7.3.5) and objects may be compressed
 * (7.5.7), so names are spelt out and compressed objects unpacked. What this finds is no proof of harmlessness: whoever
 * serves the file serves it to be saved, and never shown.
 * @returns null where nothing speaks against it
 */
export async function inspectPdf(bytes: Buffer): Promise<PdfFlaw | null> {
  const text = bytes.toString('latin1');
  if (!/^%PDF-[12]\.\d/.test(text)) return 'no-pdf';
  const end = text.lastIndexOf('%%EOF');
  if (end < 0) return 'no-pdf';
  const after = text.slice(end + 5);
  if (after.length > MOST_AFTER_END || /[^\s\0]/.test(after)) return 'more-than-a-pdf';
  const plain = spelledOut(text);
  if (ACTIVE.test(plain)) return 'active';
  // What is encrypted would show itself to who has the password, and not to this.
  if (ENCRYPTED.test(plain)) return 'cannot-be-looked-into';
  return inspectCompressed(bytes, text, plain.match(/\/ObjStm(?![\w.-])/g)?.length ?? 0);
}

/** The compressed objects of a PDF. @param named how often one is announced: each must be found and unpacked */
async function inspectCompressed(bytes: Buffer, text: string, named: number): Promise<PdfFlaw | null> {
  if (named > MOST_OBJECT_STREAMS) return 'cannot-be-looked-into';
  let [left, streams] = [MOST_INFLATED_BYTES, 0];
  for (const { index, 0: mark } of text.matchAll(/stream\r?\n/g)) {
    if (text.slice(index - 3, index) === 'end') continue;
    const before = text.slice(Math.max(0, index - DICTIONARY), index);
    const dictionary = spelledOut(before.slice(Math.max(0, before.lastIndexOf(' obj'))));
    if (!/\/ObjStm(?![\w.-])/.test(dictionary)) continue;
    streams += 1;
    const isPlainlyDeflated =
      /\/Filter\s*(?:\/FlateDecode|\[\s*\/FlateDecode\s*\])/.test(dictionary) &&
      !/\/Predictor/.test(dictionary);
    if (!isPlainlyDeflated) return 'cannot-be-looked-into';
    try {
      const objects = await inflated(bytes.subarray(index + mark.length), { maxOutputLength: left });
      left -= objects.length;
      const plain = spelledOut(objects.toString('latin1'));
      if (ACTIVE.test(plain)) return 'active';
    } catch {
      // Damaged, or it would become more than may be.
      return 'cannot-be-looked-into';
    }
    if (left <= 0) return 'cannot-be-looked-into';
  }
  return streams === named ? null : 'cannot-be-looked-into';
}

function spelledOut(text: string): string {
  return text.replace(/#([0-9a-fA-F]{2})/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}
