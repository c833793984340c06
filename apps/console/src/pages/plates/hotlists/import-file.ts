import { LARGEST_HOTLIST_BYTES } from '@amaan/contracts/plates/hotlist';

/** Columns of a file of entries; only the plate is needed. */
export const IMPORT_COLUMNS = ['plate', 'note', 'case_number', 'expires_on'] as const;

export type FileProblem = 'emptyFile' | 'largeFile' | 'noColumn';

/** What is wrong with a file before it is sent, or null. The server judges every line. */
export async function fileProblem(file: File): Promise<FileProblem | null> {
  if (file.size > LARGEST_HOTLIST_BYTES) return 'largeFile';
  const begin = await file.slice(0, 4096).text();
  const [header = '', ...rest] = begin.replace(/^\uFEFF/, '').split('\n');
  if (header.trim() === '') return 'emptyFile';
  // As the server reads the header: it forgives capitals, quotation marks and hyphens.
  const names = header.split(/[,;\t]/).map((name) => name.toLowerCase().replaceAll(/[^a-z]/g, ''));
  if (!names.includes('plate')) return 'noColumn';
  return rest.join('').trim() === '' ? 'emptyFile' : null;
}
