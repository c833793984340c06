import { LARGEST_CONTEST_FILE_BYTES } from '@amaan/contracts/violations/contest';
import { HttpError } from '../http/http-errors.ts';
import { cleanPicture, requireSize } from './clean-picture.ts';
import { inspectPdf, type PdfFlaw } from './inspect-pdf.ts';

/** What is kept of a file that somebody brought. */
export interface CleanUpload {
  readonly mediaType: 'image/jpeg' | 'application/pdf';
  readonly content: Buffer;
}

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
  requireSize(bytes, LARGEST_CONTEST_FILE_BYTES);
  if (bytes.subarray(0, 5).toString('latin1') === '%PDF-') {
    const flaw = await inspectPdf(bytes);
    if (flaw !== null) throw new HttpError(422, 'PDF_REFUSED', PDF_REFUSALS[flaw]);
    return { mediaType: 'application/pdf', content: bytes };
  }
  const content = await cleanPicture(bytes);
  if (content === null)
    throw new HttpError(
      415,
      'FILE_TYPE_UNSUPPORTED',
      'By its content this is none of JPEG, PNG or PDF; nothing was stored.',
    );
  return { mediaType: 'image/jpeg', content };
}
