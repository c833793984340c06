import type { BoundarySet } from '@amaan/contracts/crime/boundary';
import type { ImportBatch, ImportPreview, ImportResult } from '@amaan/contracts/crime/import-batch';
import type { ImportKind, ImportMapping } from '@amaan/contracts/crime/import-mapping';
import type { OffenceChange, OffenceEntry } from '@amaan/contracts/crime/incident';
import { queryOptions } from '@tanstack/react-query';
import { ApiProblem } from './api-problem.ts';
import { api, type BodyOf, unwrap } from './client.ts';
import { crimeKey } from './crime.ts';
import type { paths } from './schema.generated.ts';

/** Imported files of a site, the latest first. */
export const importsQuery = (siteId: string) =>
  queryOptions({
    queryKey: [...crimeKey, 'imports', siteId],
    queryFn: () => unwrap<ImportBatch[]>(api.GET('/api/crime/imports', { params: { query: { siteId } } })),
  });

/** One import, with the first lines that were not kept. */
export const importQuery = (id: string) =>
  queryOptions({
    queryKey: [...crimeKey, 'import', id],
    queryFn: () => unwrap<ImportResult>(api.GET('/api/crime/imports/{id}', { params: { path: { id } } })),
  });

/** All lines of an import that were not kept, as CSV; the browser saves it. */
export const rejectedLinesUrl = (id: string) => `/api/crime/imports/${id}/rejected`;

export const takeBackImport = (id: string, reason: string) =>
  unwrap<ImportBatch>(
    api.POST('/api/crime/imports/{id}/take-back', { params: { path: { id } }, body: { reason } }),
  );

/** How a file, or its beginning, would be read. Nothing is stored. */
export const previewImport = (
  content: Blob,
  query: {
    readonly siteId: string;
    readonly kind: ImportKind;
    readonly timeZone: string;
    readonly mapping?: ImportMapping;
  },
  signal: AbortSignal,
) => send<ImportPreview>('/api/crime/imports/preview', content, query, { signal });

/** Imports a file. @param onProgress told the share of the file that has been sent, 0–1 */
export const importIncidents = (
  file: File,
  query: { readonly siteId: string; readonly name: string; readonly mapping: ImportMapping },
  options: { readonly signal: AbortSignal; readonly onProgress: (share: number) => void },
) => send<ImportResult>('/api/crime/imports', file, query, options);

export const offencesQuery = queryOptions({
  queryKey: [...crimeKey, 'offences'],
  queryFn: () => unwrap<OffenceEntry[]>(api.GET('/api/crime/offences')),
});

export const changeOffence = (body: OffenceChange) =>
  unwrap<OffenceEntry>(api.PUT('/api/crime/offences', { body }));

/** Replaces the areas of the police stations of a site. */
export const storeBoundaries = (siteId: string, geojson: string) =>
  unwrap<BoundarySet>(
    api.PUT('/api/crime/boundaries', {
      body: { siteId, geojson } as BodyOf<paths['/api/crime/boundaries']['put']>,
    }),
  );

/** Sends bytes and tells how many have gone, which `fetch` does not. */
function send<Answer>(
  path: string,
  content: Blob,
  query: Readonly<Record<string, unknown>>,
  { signal, onProgress }: { readonly signal: AbortSignal; readonly onProgress?: (share: number) => void },
): Promise<Answer> {
  const words = Object.entries(query).map(([name, value]): [string, string] => [
    name,
    typeof value === 'string' ? value : JSON.stringify(value),
  ]);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `${path}?${new URLSearchParams(words)}`);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.responseType = 'text';
    request.upload.onprogress = ({ loaded, total }) => onProgress?.(total === 0 ? 1 : loaded / total);
    request.onerror = () => reject(new ApiProblem(0, 'NETWORK', ''));
    request.onabort = () => reject(signal.reason);
    request.onload = () => {
      const answer = parsed(request.responseText);
      if (request.status >= 200 && request.status < 300) resolve(answer as Answer);
      else reject(ApiProblem.of(request.status, answer, request.getResponseHeader('retry-after')));
    };
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.send(content);
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
