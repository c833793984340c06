import { saveBlob } from '../save-blob.ts';

/** Gives a text to the person as a CSV file. The byte order mark tells spreadsheets that it is UTF-8. */
export function saveCsv(name: string, text: string): void {
  saveBlob(name, new Blob(['\uFEFF', text], { type: 'text/csv' }));
}
