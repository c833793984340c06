import { LARGEST_CONTEST_FILE_BYTES } from '@amaan/contracts/violations/contest';
import { freshJpeg } from '@amaan/vision/image/fresh-jpeg';
import { HttpError } from '../../http/http-errors.ts';
import { inspectPdf, type PdfFlaw } from './inspect-pdf.ts';

/** What is kept of a file that somebody brought. */
export interface CleanUpload {
  readonly mediaType: 'image/jpeg' | 'application/pdf';
  readonly content: Buffer;
}

/** Letters on a photographed sheet of paper can be read at this size. */
const LONGEST_EDGE = 3200;
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const JPEG = Buffer.from([0xff, 0xd8, 0xff]);

const PDF_REFUSALS: Readonly<Record<PdfFlaw, string>> = {
  'no-pdf': 'This PDF is damaged; nothing was stored. Bring a photograph of the page instead.',
  'more-than-a-pdf':
    'This file is more than a PDF; nothing was stored. Bring a photograph of the page instead.',
  active:
    'This PDF runs scripts, starts programs or carries other files; nothing was stored. Print it to a new PDF, or bring a photograph of the page.',
  'cannot-be-looked-into':
    'This PDF is encrypted or built so that it cannot be looked into; nothing was stored. Print it to a new PDF, or bring a photograph of the page.',
};

/**
 * Makes a stranger's file harmless, or refuses it. What it is follows from its bytes, never from its name or from what the
 * sender says. Pictures are made anew; PDFs stay as they are, and are taken only where they just show pages.
 * @throws HttpError 413 `FILE_TOO_LARGE`; 415 `FILE_TYPE_UNSUPPORTED`; 422 `FILE_EMPTY`, `FILE_UNREADABLE`, `PDF_REFUSED`
 */
export async function cleanUpload(bytes: Buffer): Promise<CleanUpload> {
  if (bytes.length === 0) throw new HttpError(422, 'FILE_EMPTY', 'The file is empty; nothing was stored.');
  if (bytes.length > LARGEST_CONTEST_FILE_BYTES) throw fileTooLarge();
  if (bytes.subarray(0, 5).toString('latin1') === '%PDF-') {
    const flaw = await inspectPdf(bytes);
    if (flaw !== null) throw new HttpError(422, 'PDF_REFUSED', PDF_REFUSALS[flaw]);
    return { mediaType: 'application/pdf', content: bytes };
  }
  const format = startsWith(bytes, JPEG) ? 'jpeg' : startsWith(bytes, PNG) ? 'png' : null;
  if (format === null)
    throw new HttpError(
      415,
      'FILE_TYPE_UNSUPPORTED',
      'By its content this is none of JPEG, PNG or PDF; nothing was stored.',
    );
  try {
    return {
      mediaType: 'image/jpeg',
      content: await freshJpeg(bytes, { format, longestEdge: LONGEST_EDGE }),
    };
  } catch (cause) {
    throw new HttpError(
      422,
      'FILE_UNREADABLE',
      'This picture is damaged or has too many pixels; nothing was stored. Take it again and bring the new one.',
      { cause },
    );
  }
}

/** @returns HttpError 413 `FILE_TOO_LARGE` */
export function fileTooLarge(): HttpError {
  return new HttpError(
    413,
    'FILE_TOO_LARGE',
    'The file is larger than 8 MB; nothing was stored. Bring a smaller one.',
  );
}

function startsWith(bytes: Buffer, mark: Buffer): boolean {
  return bytes.subarray(0, mark.length).equals(mark);
}
