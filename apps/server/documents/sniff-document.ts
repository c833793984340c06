import type { DocumentMediaType } from '@amaan/contracts/governance/document';

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const ZIP = Buffer.from([0x50, 0x4b, 0x03, 0x04]);

/**
 * What an uploaded file is, by its bytes; null when it is none of the kinds that are kept. Office files are
 * ZIP archives: an ODT begins with its type uncompressed (OpenDocument 1.3, part 2, 3.3), and a DOCX names
 * `word/` in its directory. Plain text is UTF-8 without control characters; its name says whether it is CSV.
 */
export function sniffDocument(bytes: Buffer, name: string): DocumentMediaType | null {
  if (bytes.subarray(0, 5).toString('latin1') === '%PDF-') return 'application/pdf';
  if (bytes.subarray(0, PNG.length).equals(PNG)) return 'image/png';
  if (bytes.subarray(0, ZIP.length).equals(ZIP)) return sniffArchive(bytes);
  if (!isPlainText(bytes)) return null;
  return name.toLowerCase().endsWith('.csv') ? 'text/csv' : 'text/plain';
}

function sniffArchive(bytes: Buffer): DocumentMediaType | null {
  const odt = 'application/vnd.oasis.opendocument.text';
  // A local file header of 30 bytes, the name `mimetype`, then the type itself, which nothing may follow but
  // the next header.
  if (bytes.subarray(30, 38 + odt.length).toString('latin1') === `mimetype${odt}`)
    return bytes.subarray(38 + odt.length, 40 + odt.length).toString('latin1') === 'PK' ? odt : null;
  const isWord = bytes.includes('[Content_Types].xml') && bytes.includes('word/document.xml');
  // Macros would be run by whoever opens it.
  if (!isWord || bytes.includes('vbaProject.bin')) return null;
  return 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
}

function isPlainText(bytes: Buffer): boolean {
  if (bytes.length === 0) return false;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it looks for.
    return !/[\x00-\x08\x0e-\x1f]/.test(text);
  } catch {
    return false;
  }
}
